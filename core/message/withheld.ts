import type { Invitation } from '../invitation/model.ts';
import type { TownCode } from '../ids.ts';
import type { Store } from '../ports.ts';
import type { Message } from './model.ts';

/** Mails about a meeting or a plan that still wait for office hours, to agencies whom they no longer concern: marked, so that they never leave. */
export async function withheld(
  deps: { readonly store: Store },
  { town, id }: { readonly town: TownCode; readonly id: string },
  concerns: (agency: string) => boolean,
): Promise<readonly Message[]> {
  const messages = await deps.store.list('message', town, `${id}/`);
  return messages
    .filter((message) => message.state === 'created' && message.link !== undefined && concerns(message.to))
    .map((message) => ({ ...message, state: 'dropped' }));
}

/** Whoever was taken out of a meeting is still to hear it, whatever becomes of the meeting. */
export function calledStill({ invitations }: { readonly invitations: readonly Invitation[] }) {
  return (agency: string): boolean => !invitations.some((one) => one.agency === agency && one.withdrawn !== undefined);
}
