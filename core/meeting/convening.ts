import { addBusinessDays, rollBack } from '../calendar.ts';
import { type AgendaItem } from '../schedule/agenda.ts';
import { attends, owes } from '../invitation/rules.ts';
import { allAnswered } from './all-answered.ts';
import { settingsForMeeting } from '../settings/kept.ts';
import type { Settings } from '../settings/model.ts';
import { hostAgenda, type HostStep } from './awaiting-host.ts';
import { leavesBusinessDay, mailableFrom, replyDue } from '../settings/rules.ts';
import type { Invitation } from '../invitation/model.ts';
import { type Day, dayOf, type Instant, jst } from '../time.ts';
import { pollAgenda } from '../poll/agenda.ts';
import { isInWriting } from './in-writing.ts';
import type { Appointment, ConvenedMeeting, Meeting } from './model.ts';
import { certainShortfall, isOverruled, shortfallAtDeadline, situationOf } from './shortfall.ts';

export type ConveningStep = 'invite' | 'remind' | 'phone' | 'day-before' | 'hold' | 'ask-host';

export function isConvened(meeting: Meeting): meeting is ConvenedMeeting {
  return meeting.state === 'inviting' || meeting.state === 'scheduled';
}

/** All that time will do to a meeting from its 開催依頼 until it starts; undefined once that is over. */
export function conveningAgenda(
  meeting: Meeting,
  settings: Settings,
): readonly AgendaItem<ConveningStep | HostStep>[] | undefined {
  if (meeting.state === 'polling') return pollAgenda(meeting, settings);
  return isConvened(meeting) ? convenedAgenda(meeting, settings) : hostAgenda(meeting, settings);
}

/** All that time will do to a convened meeting. */
export function convenedAgenda(meeting: ConvenedMeeting, current: Settings): readonly AgendaItem<ConveningStep>[] {
  const settings = settingsForMeeting(meeting, current);
  const { startsAt, convenedAt } = meeting.appointment;
  const uninvited = meeting.invitations.filter(isToBeInvited);
  return [
    ...uninvited.slice(0, 1).map((one) => item('invite', `invite-${one.agency}-${String(one.generation)}`, convenedAt)),
    ...reminders(meeting, settings),
    ...phoning(meeting, settings),
    ...dayBefore(meeting, settings),
    ...shortfalls(meeting),
    ...told(meeting),
    item('hold', 'hold', startsAt),
  ];
}

/** Short of its quorum the convener is asked: at once when somebody who must come declines, else at the deadline. */
function shortfalls(meeting: ConvenedMeeting): readonly AgendaItem<ConveningStep>[] {
  const { convenedAt, replyBy, startsAt } = meeting.appointment;
  const found = [
    { short: certainShortfall(meeting), at: convenedAt },
    { short: shortfallAtDeadline(meeting), at: replyBy },
  ];
  return found.flatMap(({ short, at }) =>
    short === undefined || isOverruled(meeting, short)
      ? []
      : [item('ask-host', situationOf(meeting, short), at, startsAt)],
  );
}

/** The convener hears when all have answered. */
function told(meeting: ConvenedMeeting): readonly AgendaItem<ConveningStep>[] {
  const { convenedAt, startsAt } = meeting.appointment;
  const key = allAnswered(meeting);
  return key === undefined ? [] : [item('ask-host', key, convenedAt, startsAt)];
}

/** Its notice is to go out: not invited yet, neither withdrawn nor held. */
export function isToBeInvited({ withdrawn, invitedAt, held }: Invitation): boolean {
  return withdrawn === undefined && invitedAt === undefined && held === undefined;
}

const item = (step: ConveningStep, key: string, at: Instant, expiresAt?: Instant): AgendaItem<ConveningStep> => ({
  step,
  key,
  at,
  ...(expiresAt === undefined ? {} : { expiresAt }),
});

function reminders(meeting: ConvenedMeeting, settings: Settings): readonly AgendaItem<ConveningStep>[] {
  const { replyBy } = meeting.appointment;
  return settings.reminders
    .map((days) => rollBack(addBusinessDays(dayOf(replyBy), -days, settings), settings))
    .filter((day) => meeting.invitations.some(isRemindedOn(day, meeting, settings)))
    .map((day) => item('remind', `remind-${day}`, jst(day, settings.chaseAt), closing(day, settings)))
    .filter(({ at }) => at < replyBy);
}

/** Reminded are those who owe an answer, were asked on an earlier day and had time enough: never on the day of the invitation. */
export function isRemindedOn(
  day: Day,
  meeting: ConvenedMeeting,
  current: Settings,
): (invitation: Invitation) => boolean {
  const settings = settingsForMeeting(meeting, current);
  return (invitation) => {
    if (invitation.paused !== undefined) return false;
    const sentAt = lastAsked(invitation, meeting, settings);
    return owes(invitation) && dayOf(sentAt) < day && hadTime(meeting, settings, sentAt);
  };
}

function hadTime({ appointment }: ConvenedMeeting, settings: Settings, sentAt: Instant): boolean {
  const { startsAt, replyBy } = appointment;
  return isInWriting({ appointment })
    ? leavesBusinessDay(settings, sentAt, replyBy)
    : !replyDue(settings, sentAt, startsAt).short;
}

/** So many business days after the deadline; of a meeting in writing on its last day, as long as an opinion still counts. */
function phoning(meeting: ConvenedMeeting, settings: Settings): readonly AgendaItem<ConveningStep>[] {
  const { replyBy, startsAt } = meeting.appointment;
  const last = dayOf(replyBy);
  const day = isInWriting(meeting)
    ? rollBack(last, settings)
    : addBusinessDays(last, settings.phoneBusinessDays, settings);
  const at = jst(day, settings.chaseAt);
  return meeting.invitations.some(owes) ? [item('phone', `phone-${replyBy}`, at, startsAt)] : [];
}

function dayBefore(meeting: ConvenedMeeting, settings: Settings): readonly AgendaItem<ConveningStep>[] {
  const { startsAt } = meeting.appointment;
  const day = remindedOf(meeting, settings);
  if (!meeting.invitations.some(isExpected(meeting, settings))) return [];
  return [item('day-before', `day-before-${startsAt}`, jst(day, settings.chaseAt), closing(day, settings))];
}

/** Reminded of the meeting itself are those who come, unless they were asked that very morning. */
export function isExpected(meeting: ConvenedMeeting, current: Settings): (invitation: Invitation) => boolean {
  const settings = settingsForMeeting(meeting, current);
  const day = remindedOf(meeting, settings);
  return (invitation) => attends(invitation) && lastAsked(invitation, meeting, settings) < jst(day, settings.chaseAt);
}

const remindedOf = ({ appointment }: ConvenedMeeting, settings: Settings) =>
  addBusinessDays(dayOf(appointment.startsAt), -settings.attendanceReminderBusinessDays, settings);

const closing = (day: ReturnType<typeof dayOf>, settings: Settings) => jst(day, settings.officeCloses);

/** When the mail left that last asked this agency: in office hours, however late somebody pressed the button. */
function lastAsked({ askedAt }: Invitation, { appointment }: ConvenedMeeting, settings: Settings): Instant {
  return mailableFrom(settings, askedAt ?? appointment.convenedAt, appointment.urgent);
}

/** 回答待ち while an agency owes an answer or its notice is held, 開催待ち when none does. */
export function withCurrentState(meeting: ConvenedMeeting): ConvenedMeeting {
  const standing = meeting.invitations.filter((one) => one.withdrawn === undefined);
  const waiting = standing.length === 0 || standing.some((one) => owes(one) || one.held !== undefined);
  return { ...meeting, state: waiting ? 'inviting' : 'scheduled' };
}

/** The appointment as first made, with its reply deadline. */
export function appoint(
  made: Omit<Appointment, 'replyBy' | 'sequence'>,
  settings: Settings,
  sentAt: Instant,
): Appointment {
  return { ...made, replyBy: replyDue(settings, sentAt, made.startsAt).replyBy, sequence: 0 };
}
