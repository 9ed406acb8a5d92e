import type { Meeting } from '../meeting/model.ts';
import type { Agency } from './model.ts';

/**
 * An agency that was agreed on and can be told no more: it ended (休止・廃止・統合), or left every meeting about the case it was in. One that
 * was never invited is not: somebody calls it.
 */
export function isOutOfReach(
  id: string,
  agency: Pick<Agency, 'ended'> | undefined,
  meetings: readonly Pick<Meeting, 'invitations'>[],
): boolean {
  if (agency?.ended !== undefined) return true;
  const invited = meetings.flatMap(({ invitations }) => invitations).filter((one) => one.agency === id);
  return invited.length > 0 && invited.every(({ withdrawn }) => withdrawn?.own === true);
}
