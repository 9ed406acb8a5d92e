import type { Agency } from '../agency/model.ts';
import { branchOf } from '../body/document.ts';
import type { Letterhead } from '../body/rules.ts';
import { frameworks } from '../framework/frameworks.ts';
import type { Invitation } from '../invitation/model.ts';
import type { Appointment, Meeting } from '../meeting/model.ts';
import { numberOf } from '../meeting/together.ts';
import type { Settings } from '../settings/model.ts';
import type { Message } from './model.ts';
import type { AgencyFacts, MeetingFacts } from './wording/letter.ts';

/** A meeting with a date, as letters about it need it. */
export type Appointed = Pick<Meeting, 'town' | 'id' | 'framework' | 'cases' | 'body' | 'document' | 'together'> & {
  readonly appointment: Appointment;
};

export function agencyFacts(agency: Agency, settings: Letterhead): AgencyFacts {
  return {
    agencyName: agency.name,
    contact: agency.contact,
    sender: senderOf(settings),
    ...(settings.officer === undefined ? {} : { officer: settings.officer }),
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

export function meetingFacts(meeting: Appointed, agency: Agency, settings: Letterhead): MeetingFacts {
  const { startsAt, place } = meeting.appointment;
  const meetingName = frameworks[meeting.framework].mailName;
  return { ...agencyFacts(agency, settings), meetingName, meetingId: numberOf(meeting), startsAt, place };
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

/** A meeting as a letter outside it names it: by its mail-safe name and its number. */
export function namedMeeting(
  meeting: Pick<Meeting, 'town' | 'id' | 'framework' | 'together'>,
  agency: Agency,
  settings: Letterhead,
) {
  const meetingName = frameworks[meeting.framework].mailName;
  return { ...agencyFacts(agency, settings), meetingName, meetingId: numberOf(meeting) };
}
