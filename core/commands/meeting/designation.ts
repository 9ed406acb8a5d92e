import { awaitsDesignation, bodyOf } from '../../body/rules.ts';
import type { Refused } from '../../refusal.ts';
import { dayOf } from '../../time.ts';
import type { Deps } from '../command.ts';
import type { Invited } from './own-invitation.ts';

/** Papers stay closed to whom the body's secrecy duty does not bind yet (BRIEF §1); undefined when it does. */
export async function undesignated(deps: Deps, { meeting, invitation }: Invited): Promise<Refused | undefined> {
  const body = await bodyOf(deps, meeting);
  const waits = awaitsDesignation(body, invitation, dayOf(deps.clock.now()));
  return waits ? { code: 'not-designated', agency: invitation.agency } : undefined;
}
