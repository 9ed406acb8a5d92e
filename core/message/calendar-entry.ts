import { frameworks } from '../framework/frameworks.ts';
import { comesAt, timesFor } from '../invitation/cases.ts';
import type { Invitation } from '../invitation/model.ts';
import { isConvened } from '../meeting/convening.ts';
import type { Meeting } from '../meeting/model.ts';
import { callOf, firstPart, numberOf } from '../meeting/together.ts';
import { addSeconds, type Instant, secondsUntil } from '../time.ts';
import type { Appointed } from './meeting-facts.ts';
import type { CalendarEntry } from './model.ts';
import { entrySequence, othersFor } from './parts.ts';

type Called = { readonly meeting: Appointed; readonly invitation: Invitation };

/** Where its cases have no times. In a sitting the next part begins after an hour (`convene-together`). */
const MINUTES = { alone: 90, inSitting: 60 } as const;

/**
 * The calendar entry of a meeting, for when this agency is needed: one UID for life. In a sitting from the first part it comes to until the end
 * of its last.
 * @param parts all of its sitting
 * @param isOff the agency does not come to this one: only the others are left in it
 */
export function calendarOf(
  own: Called,
  method: CalendarEntry['method'],
  parts: readonly Meeting[] = [],
  isOff = false,
): CalendarEntry {
  const called = [...(isOff ? [] : [own]), ...besides(own, parts)].toSorted(earlierFirst);
  const [first = own] = called;
  const { appointment } = first.meeting;
  const startsAt = comesAt(first.meeting, first.invitation);
  const until = called.map(endFor).toSorted().at(-1) ?? endFor(first);
  const uid = firstPart(own.meeting);
  return {
    method,
    uid: `${uid.town}-${uid.meeting}@tsudoi`,
    sequence: entrySequence(own.meeting, parts, own.invitation),
    startsAt,
    ...(startsAt === appointment.startsAt ? {} : { meetingAt: appointment.startsAt }),
    minutes: secondsUntil(startsAt, until) / 60,
    summary: `${frameworks[first.meeting.framework].mailName} ${numberOf(first.meeting)}`,
    place: appointment.place,
  };
}

function besides({ meeting, invitation }: Called, parts: readonly Meeting[]): readonly Called[] {
  return othersFor(meeting, parts.filter(isConvened), invitation).flatMap((part) => {
    const call = callOf(part, invitation.agency);
    return call === undefined ? [] : [{ meeting: part, invitation: call }];
  });
}

function earlierFirst(one: Called, other: Called): number {
  return comesAt(one.meeting, one.invitation) < comesAt(other.meeting, other.invitation) ? -1 : 1;
}

function endFor({ meeting, invitation }: Called): Instant {
  const last = timesFor(meeting, invitation).at(-1);
  const minutes = meeting.together === undefined ? MINUTES.alone : MINUTES.inSitting;
  return last?.until ?? addSeconds(meeting.appointment.startsAt, minutes * 60);
}
