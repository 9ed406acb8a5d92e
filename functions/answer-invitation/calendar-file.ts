import { html } from 'hono/html';
import { isInWriting } from '../../core/meeting/in-writing.ts';
import { callingParts, callOf } from '../../core/meeting/together.ts';
import { calendarOf } from '../../core/message/calendar-entry.ts';
import { senderOf } from '../../core/message/meeting-facts.ts';
import type { CalendarFile } from '../../core/ports.ts';
import type { HttpResponse } from '../http.ts';
import { pageHeaders } from '../page/headers.ts';
import { type Html, seeOther } from '../page/layout.ts';
import type { Visit } from './visit.ts';

export const CALENDAR_FILE = 'meeting.ics';

/** The meeting as it is mailed, for the calendar; undefined while it has no day, or when there is none to go to. */
function entryOf({ meeting: own, invitation: mine, sitting, parts, now }: Visit) {
  // One entry for the whole sitting, whichever of its pages it is taken from.
  const [meeting = own] = callingParts(sitting, mine.agency);
  const invitation = callOf(meeting, mine.agency) ?? mine;
  if (meeting.state === 'cancelled' || meeting.state === 'polling' || !('appointment' in meeting)) return undefined;
  const { appointment } = meeting;
  if (isInWriting(meeting) || appointment.startsAt <= now) return undefined;
  return calendarOf({ meeting: { ...meeting, appointment }, invitation }, 'REQUEST', parts);
}

/** 「カレンダーに入れる」, for mails whose attachment was taken out on the way. */
export function calendarLink(visit: Visit): Html {
  if (entryOf(visit) === undefined) return html``;
  return html`<p><a class="reach" href="/a/${visit.token}/${CALENDAR_FILE}" download>カレンダーに入れる</a></p>`;
}

/** What is not to be put into a calendar any more is told by the page. */
export function showCalendarFile(visit: Visit, calendarFile: CalendarFile): HttpResponse {
  const entry = entryOf(visit);
  if (entry === undefined) return seeOther(`/a/${visit.token}`);
  return {
    status: 200,
    headers: {
      ...pageHeaders,
      'content-type': 'text/calendar; charset=utf-8; method=PUBLISH',
      'content-disposition': `attachment; filename="${CALENDAR_FILE}"`,
    },
    body: calendarFile(entry, senderOf(visit.settings), visit.now),
  };
}
