import type { Case } from '../../case/model.ts';
import type { HeldMeeting } from '../../meeting/model.ts';
import { isHeld } from '../../meeting/recording.ts';
import type { Refused } from '../../refusal.ts';
import type { Deps } from '../command.ts';
import { WITHDRAWN } from './after-withdrawal.ts';

/** The last meeting that was held about a case; a plan rests on it. */
export async function latestMeetingOf(deps: Deps, one: Pick<Case, 'town' | 'id'>): Promise<HeldMeeting | undefined> {
  const meetings = await deps.store.list('meeting', one.town);
  return meetings
    .filter(isHeld)
    .filter((meeting) => meeting.cases.includes(one.id))
    .toSorted((a, b) => (a.appointment.startsAt < b.appointment.startsAt ? -1 : 1))
    .at(-1);
}

/** Why there is none: people are told which meeting fell away, and whether a withdrawn consent did that. */
export async function meetingMissing(deps: Deps, one: Pick<Case, 'town' | 'id'>): Promise<Refused<'meeting-missing'>> {
  const meetings = await deps.store.list('meeting', one.town);
  const gone = meetings
    .filter((meeting) => meeting.state === 'cancelled')
    .filter((meeting) => meeting.cases.includes(one.id))
    .toSorted((a, b) => (a.cancelled.at < b.cancelled.at ? -1 : 1))
    .at(-1);
  const cancelled = gone === undefined ? {} : { cancelled: gone.id, withdrawn: gone.cancelled.reason === WITHDRAWN };
  return { code: 'meeting-missing', case: one.id, ...cancelled };
}
