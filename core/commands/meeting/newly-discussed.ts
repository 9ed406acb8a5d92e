import type { Case } from '../../case/model.ts';
import { gateRefusal, lackingIn } from '../../framework/gate.ts';
import { isConvened } from '../../meeting/convening.ts';
import type { ConvenedMeeting, Meeting, PollingMeeting } from '../../meeting/model.ts';
import type { Refused } from '../../refusal.ts';
import { type Day, dayOf } from '../../time.ts';
import { plannedFor } from './basis.ts';
import type { Deps } from '../command.ts';

/**
 * Whoever is ticked or added while a meeting about the household is convened, or its date is asked about, will be discussed there, so the gate
 * asks at once (BRIEF §2.1). Undefined when no such meeting is closed by this change; who lacked consent before is no news.
 */
export async function refusalOfNewlyDiscussed(deps: Deps, before: Case, after: Case): Promise<Refused | undefined> {
  if (before.version === 0) return undefined;
  const meetings = (await deps.store.list('meeting', before.town)).filter(isCalling);
  for (const meeting of meetings.filter(({ cases }) => cases.includes(before.id))) {
    const refusal = await refusalIn(deps, meeting, before, after);
    if (refusal !== undefined) return refusal;
  }
  return undefined;
}

type Calling = ConvenedMeeting | PollingMeeting;

function isCalling(meeting: Meeting): meeting is Calling {
  return isConvened(meeting) || meeting.state === 'polling';
}

/** The day on which consent must still hold: of the meeting, or of the last date that is asked about. */
function lastDayOf(meeting: Calling): Day {
  if (meeting.state !== 'polling') return dayOf(meeting.appointment.startsAt);
  return dayOf(meeting.poll.slots.at(-1) ?? meeting.poll.replyBy);
}

async function refusalIn(deps: Deps, meeting: Calling, before: Case, after: Case): Promise<Refused | undefined> {
  const today = dayOf(deps.clock.now());
  const planned = await plannedFor(deps, lastDayOf(meeting), meeting.invitations);
  const closed = gateRefusal(meeting, [after], today, planned);
  if (closed === undefined || gateRefusal(meeting, [before], today, planned) === undefined) return closed;
  const known = lackingIn([before], today, planned).map(({ ref }) => ref);
  return lackingIn([after], today, planned).some(({ ref }) => !known.includes(ref)) ? closed : undefined;
}
