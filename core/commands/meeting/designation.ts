import { awaitsDesignation, bodyOf } from '../../body/rules.ts';
import type { Refused } from '../../refusal.ts';
import { dayOf } from '../../time.ts';
import type { Deps } from '../command.ts';
import type { Invited } from './own-invitation.ts';

/** Papers stay closed to whom the body's secrecy duty does not bind yet (BRIEF §1); undefined when it does. */
export async function undesignated(deps: Deps, { meeting, invitation }: Invited): Promise<Refused | undefined> {
  // Who is only asked about dates is not called yet; who was called before the date was given up stays so.
  if (meeting.state === 'polling' && invitation.invitedAt === undefined)
    return { code: 'not-confirmed', what: '会議の日程の決定' };
  const body = await bodyOf(deps, meeting);
  const waits = awaitsDesignation(body, invitation, dayOf(deps.clock.now()));
  return waits ? { code: 'not-designated', agency: invitation.agency } : undefined;
}
