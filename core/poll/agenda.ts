import { addBusinessDays, rollBack } from '../calendar.ts';
import type { Invitation } from '../invitation/model.ts';
import { hostAgenda, type HostStep } from '../meeting/awaiting-host.ts';
import type { PollingMeeting } from '../meeting/model.ts';
import type { AgendaItem } from '../schedule/agenda.ts';
import { settingsForMeeting } from '../settings/kept.ts';
import type { Settings } from '../settings/model.ts';
import { mailableFrom } from '../settings/rules.ts';
import { type Day, dayOf, type Instant, jst } from '../time.ts';
import { isToBePolled, owesMarks, pollOccasion } from './rules.ts';

export type PollingStep = 'invite' | 'remind' | 'phone' | HostStep;

/**
 * All that time will do while a date is sought. The steps bear the names of those of a convened meeting, so that a run that began with the
 * request plays them in the workflow it began with (docs/adr/0020).
 */
export function pollAgenda(meeting: PollingMeeting, current: Settings): readonly AgendaItem<PollingStep>[] {
  const settings = settingsForMeeting(meeting, current);
  const { poll, invitations } = meeting;
  const unasked = invitations.filter((one) => isToBePolled(poll, one));
  const open = invitations.some((one) => owesMarks(poll, one));
  const phoneAt = jst(addBusinessDays(dayOf(poll.replyBy), settings.phoneBusinessDays, settings), settings.chaseAt);
  return [
    ...unasked.slice(0, 1).map(({ agency, generation }) => ({
      step: 'invite' as const,
      key: `poll-${pollOccasion(poll, { generation })}-${agency}`,
      at: poll.askedAt,
    })),
    ...reminders(meeting, settings),
    ...(open ? [{ step: 'phone' as const, key: phoneKey(poll), at: phoneAt }] : []),
    ...(hostAgenda(meeting, settings) ?? []),
  ];
}

/** Whoever is silent about a slot that came later is called after its own deadline. */
function phoneKey({ round, replyBy, slotChanges = [] }: PollingMeeting['poll']): string {
  const later = slotChanges.some(({ added }) => added.length > 0) ? `-${replyBy}` : '';
  return `poll-phone-${String(round)}${later}`;
}

function reminders(meeting: PollingMeeting, settings: Settings): readonly AgendaItem<PollingStep>[] {
  const { replyBy, round } = meeting.poll;
  return settings.reminders
    .map((days) => rollBack(addBusinessDays(dayOf(replyBy), -days, settings), settings))
    .filter((day) => meeting.invitations.some(isRemindedOfPoll(day, meeting, settings)))
    .map((day) => ({
      step: 'remind' as const,
      key: `poll-remind-${String(round)}-${day}`,
      at: jst(day, settings.chaseAt),
      expiresAt: jst(day, settings.officeCloses),
    }))
    .filter(({ at }) => at < replyBy);
}

/** Reminded are those who owe ○△× and were asked on an earlier day. */
export function isRemindedOfPoll(
  day: Day,
  { poll }: PollingMeeting,
  settings: Settings,
): (invitation: Invitation) => boolean {
  return (one) =>
    one.paused === undefined &&
    owesMarks(poll, one) &&
    dayOf(mailableFrom(settings, lastAsked(poll, one), poll.urgent)) < day;
}

/** Word of other slots asks again. */
function lastAsked({ askedAt, slotChanges = [] }: PollingMeeting['poll'], { polled }: Invitation): Instant {
  const [asked, changed] = [polled?.at ?? askedAt, slotChanges.at(-1)?.at];
  return changed !== undefined && changed > asked ? changed : asked;
}
