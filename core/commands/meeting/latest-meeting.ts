import type { Case } from '../../case/model.ts';
import type { HeldMeeting } from '../../meeting/model.ts';
import { isHeld } from '../../meeting/recording.ts';
import type { Deps } from '../command.ts';

/** The last meeting that was held about a case; a plan rests on it. */
export async function latestMeetingOf(deps: Deps, one: Pick<Case, 'town' | 'id'>): Promise<HeldMeeting | undefined> {
  const meetings = await deps.store.list('meeting', one.town);
  return meetings
    .filter(isHeld)
    .filter((meeting) => meeting.cases.includes(one.id))
    .toSorted((a, b) => (a.appointment.startsAt < b.appointment.startsAt ? -1 : 1))
    .at(-1);
}
