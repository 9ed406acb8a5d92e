import type { Agency } from '../agency/model.ts';
import { branchOf } from '../body/document.ts';
import { frameworks } from '../framework/frameworks.ts';
import { comesAt, timesFor } from '../invitation/cases.ts';
import type { Invitation } from '../invitation/model.ts';
import type { Appointment, ConvenedMeeting, Meeting } from '../meeting/model.ts';
import { callOf, firstPart, partKey } from '../meeting/together.ts';
import type { Settings } from '../settings/model.ts';
import { secondsUntil } from '../time.ts';
import type { CalendarEntry, Message } from './model.ts';
import type { AgencyFacts, MeetingFacts } from './wording/letter.ts';

const MEETING_MINUTES = 90;

/** A meeting with a date, as letters about it need it. */
export type Appointed = Pick<Meeting, 'town' | 'id' | 'framework' | 'cases' | 'body' | 'document' | 'together'> & {
  readonly appointment: Appointment;
};

export function agencyFacts(agency: Agency, settings: Settings): AgencyFacts {
  return {
    agencyName: agency.name,
    contact: agency.contact,
    sender: senderOf(settings),
    officePhone: settings.phone,
    ...faxOf(settings),
    // Nobody mails to whoever has no address: what is worded for them is printed.
    ...(agency.mail === undefined ? { onPaper: true } : {}),
  };
}

export function senderOf({ sender }: Pick<Settings, 'sender'>): string {
  return sender === '' ? 'つどい事務局' : sender;
}

const faxOf = ({ fax }: Settings) => (fax === '' ? {} : { officeFax: fax });

export function meetingFacts(meeting: Appointed, agency: Agency, settings: Settings): MeetingFacts {
  const { startsAt, place } = meeting.appointment;
  const meetingName = frameworks[meeting.framework].mailName;
  return { ...agencyFacts(agency, settings), meetingName, meetingId: meeting.id, startsAt, place };
}

/** What makes a letter a formal one: 文書番号, branched for what followed the notice, and 機関長 as its addressee. */
export function formalFacts({ document, appointment }: Appointed, { head }: Agency) {
  return {
    ...(document === undefined ? {} : { documentNumber: branchOf(document, appointment.sequence) }),
    ...(head === undefined ? {} : { head }),
  };
}

/** The personal link a mail carries. */
export function linkOf(meetingId: string, invitation: Invitation): NonNullable<Message['link']> {
  return { meeting: meetingId, agency: invitation.agency, generation: invitation.generation };
}

/** The calendar entry of a meeting, for when this agency is needed: one UID for life. */
export function calendarOf(
  meeting: Appointed,
  method: CalendarEntry['method'],
  invitation: Invitation,
  parts: readonly ConvenedMeeting[] = [],
): CalendarEntry {
  const { startsAt: meetingAt, place, sequence } = meeting.appointment;
  const times = [...timesFor(meeting, invitation), ...timesIn(meeting, parts, invitation)];
  const startsAt = comesAt(meeting, invitation);
  const last = times.toSorted((a, b) => (a.until < b.until ? -1 : 1)).at(-1);
  const uid = firstPart(meeting);
  return {
    method,
    uid: `${uid.town}-${uid.meeting}@tsudoi`,
    sequence,
    startsAt,
    ...(startsAt === meetingAt ? {} : { meetingAt }),
    minutes: last === undefined ? MEETING_MINUTES : secondsUntil(startsAt, last.until) / 60,
    summary: `${frameworks[meeting.framework].mailName} ${meeting.id}`,
    place,
  };
}

/** When it is needed in the other parts of the sitting: one entry holds all of them. */
function timesIn(meeting: Appointed, parts: readonly ConvenedMeeting[], { agency }: Invitation) {
  return parts
    .filter((part) => partKey(part) !== partKey(meeting))
    .flatMap((part) => {
      const call = callOf(part, agency);
      return call === undefined ? [] : timesFor(part, call);
    });
}

/** A meeting as a letter outside it names it: by its mail-safe name and its number. */
export function namedMeeting(meeting: Pick<Meeting, 'id' | 'framework'>, agency: Agency, settings: Settings) {
  const meetingName = frameworks[meeting.framework].mailName;
  return { ...agencyFacts(agency, settings), meetingName, meetingId: meeting.id };
}
