import ical, { ICalAttendeeRole, ICalAttendeeStatus, ICalCalendarMethod, ICalEventStatus } from 'ical-generator';
import type { CalendarEntry } from '../../core/message/model.ts';
import { addSeconds, type Instant } from '../../core/time.ts';

type Correspondence = {
  /** DTSTAMP: when the mail was composed, so that a retry makes the same bytes. */
  readonly createdAt: Instant;
  readonly organizer: {
    readonly name: string;
    readonly address: string;
    /** Where a calendar's answer is read; without it nobody is asked to press one. */
    readonly replyTo?: string | undefined;
  };
  /** The agency's address. */
  readonly attendee: string;
};

// Where nobody reads it, the calendar's own "accept" button must not look like an answer.
const HOW_TO_ANSWER = '出欠の回答は、ご案内のメールにある方法（ページ・電話・FAX）でお願いします。';
const PRESS_OR_ANSWER =
  '出欠は、この予定の「承諾」「辞退」でもお答えいただけます。代理出席・意見書は、ご案内のメールにある方法（ページ・電話・FAX）でお願いします。';

/**
 * A meeting for the agency's calendar (RFC 5545, iTIP): same UID for life, SEQUENCE up with every change, CANCEL takes it away again.
 * Times are in UTC, so no time zone definition can be missing. No link: calendars are shared, and whoever has the link may answer.
 * Outlook shows a REQUEST as a meeting only with ORGANIZER and ATTENDEE.
 */
export function calendarPart(entry: CalendarEntry, { createdAt, organizer, attendee }: Correspondence): string {
  const cancelled = entry.method === 'CANCEL';
  const calendar = ical({ prodId: '//Tsudoi//Tsudoi//JA', method: ICalCalendarMethod[entry.method] });
  calendar.createEvent({
    ...whenAndWhere(entry, createdAt),
    description: cancelled ? null : organizer.replyTo === undefined ? HOW_TO_ANSWER : PRESS_OR_ANSWER,
    status: cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    organizer: { name: organizer.name, email: organizer.replyTo ?? organizer.address },
    attendees: [
      {
        email: attendee,
        role: ICalAttendeeRole.REQ,
        status: ICalAttendeeStatus.NEEDSACTION,
        rsvp: !cancelled && organizer.replyTo !== undefined,
      },
    ],
  });
  return `${calendar.toString()}\r\n`;
}

/**
 * The same entry as a file to be taken from a page (iTIP PUBLISH): whoever holds the link may be a colleague, so it names no attendee and
 * asks nobody to press anything. A later REQUEST or CANCEL by mail finds it by its UID.
 */
export function calendarFileFrom(address: string) {
  return (entry: CalendarEntry, sender: string, now: Instant): string => {
    const calendar = ical({ prodId: '//Tsudoi//Tsudoi//JA', method: ICalCalendarMethod.PUBLISH });
    calendar.createEvent({
      ...whenAndWhere(entry, now),
      description: HOW_TO_ANSWER,
      status: ICalEventStatus.CONFIRMED,
      organizer: { name: sender, email: address },
    });
    return `${calendar.toString()}\r\n`;
  };
}

function whenAndWhere(entry: CalendarEntry, createdAt: Instant) {
  return {
    id: entry.uid,
    sequence: entry.sequence,
    stamp: new Date(createdAt),
    start: new Date(entry.startsAt),
    end: new Date(addSeconds(entry.startsAt, entry.minutes * 60)),
    summary: entry.summary,
    location: entry.place,
  };
}
