import type { Case } from '../../case/model.ts';
import { gateRefusal, lackingIn, withoutConsent } from '../../framework/gate.ts';
import { frameworks } from '../../framework/frameworks.ts';
import { isConvened } from '../../meeting/convening.ts';
import type { ConvenedMeeting } from '../../meeting/model.ts';
import type { Refused } from '../../refusal.ts';
import { dayOf } from '../../time.ts';
import { plannedFor } from './basis.ts';
import type { Deps } from '../command.ts';

/**
 * Whoever is ticked or added while a meeting about the household is convened will be discussed there, so the gate asks at once
 * (BRIEF §2.1). Undefined when no convened meeting is closed to somebody by this change; who lacked consent before is no news.
 */
export async function refusalOfNewlyDiscussed(deps: Deps, before: Case, after: Case): Promise<Refused | undefined> {
  if (before.version === 0) return undefined;
  const meetings = (await deps.store.list('meeting', before.town)).filter(isConvened);
  for (const meeting of meetings.filter(({ cases }) => cases.includes(before.id))) {
    const refusal = await refusalIn(deps, meeting, before, after);
    if (refusal !== undefined) return refusal;
  }
  return undefined;
}

async function refusalIn(
  deps: Deps,
  meeting: ConvenedMeeting,
  before: Case,
  after: Case,
): Promise<Refused | undefined> {
  const today = dayOf(deps.clock.now());
  const planned = await plannedFor(deps, dayOf(meeting.appointment.startsAt), meeting.invitations);
  const lacking = (one: Case) =>
    frameworks[meeting.framework].consent === 'required'
      ? (withoutConsent(meeting.framework, [one], today, planned)?.members ?? [])
      : lackingIn([one], today, planned).map(({ name }) => name);
  const known = lacking(before);
  return lacking(after).some((name) => !known.includes(name))
    ? gateRefusal(meeting, [after], today, planned)
    : undefined;
}
