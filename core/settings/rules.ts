import { addBusinessDays, isBusinessDay, rollBack } from '../calendar.ts';
import type { Deps } from '../commands/command.ts';
import type { TownCode } from '../ids.ts';
import type { Appointment } from '../meeting/appointment.ts';
import { addDays, addSeconds, dayOf, epochOf, type Instant, jst } from '../time.ts';
import { defaultSettings, type Rules, rulesSchema, type Settings } from './model.ts';

type Reader = Pick<Deps, 'store' | 'prefecture'>;

/** A town's own settings over the prefecture's, over the defaults of BRIEF §3: rule by rule. */
export async function settingsOf(deps: Reader, town: TownCode): Promise<Settings> {
  const own = await deps.store.get('settings', town, 'settings');
  return { ...(await rulesAbove(deps, town)), ...ownRules(own), town };
}

/** What counts where a town, or the prefecture, sets nothing of its own. */
export async function rulesAbove(deps: Reader, town: TownCode): Promise<Rules> {
  if (town === deps.prefecture) return rulesSchema.parse(defaultSettings);
  const shared = await deps.store.get('settings', deps.prefecture, 'settings');
  return { ...rulesSchema.parse(defaultSettings), ...ownRules(shared) };
}

/** The rules a record sets itself, and nothing else of it. */
export function ownRules(stored: Readonly<Record<string, unknown>> = {}): Partial<Rules> {
  return Object.fromEntries(Object.entries(rulesSchema.partial().parse(stored)));
}

/** The first moment from `now` at which mail may go out: office hours of a business day, or at once when urgent. */
export function mailableFrom(settings: Settings, now: Instant, urgent: boolean): Instant {
  const today = dayOf(now);
  const opens = jst(today, settings.officeOpens);
  if (urgent) return now;
  if (!isBusinessDay(today, settings) || now > jst(today, settings.officeCloses))
    return jst(addBusinessDays(today, 1, settings), settings.officeOpens);
  return now < opens ? opens : now;
}

/** When the word of a change leaves: once it has settled, yet before the office closes; at once where that is urgent. */
export function settlesAt(settings: Settings, now: Instant, urgent: boolean): Instant {
  const from = mailableFrom(settings, now, urgent);
  if (urgent || from > now) return from;
  const settles = addSeconds(now, settings.changeSettlesMinutes * 60);
  const closes = jst(dayOf(now), settings.officeCloses);
  return settles < closes ? settles : closes;
}

export type ReplyDue = {
  readonly replyBy: Instant;
  /** Under one business day was left, so nobody is reminded. */
  readonly short: boolean;
};

/**
 * 回答期限 (BRIEF §3): the earlier of N business days before the meeting and sending + M days, rolled back to a business day, at
 * closing time; noon (`shortReplyAt`) of the business day before the meeting when that leaves under one business day. Where that has passed too, the
 * brief is silent: answers count until the meeting starts, so its start is the deadline, and nobody is told of one that is over.
 */
export function replyDue(settings: Settings, sentAt: Instant, startsAt: Instant): ReplyDue {
  const meetingDay = dayOf(startsAt);
  const before = addBusinessDays(meetingDay, -settings.replyDueBusinessDaysBefore, settings);
  const after = rollBack(addDays(dayOf(sentAt), settings.replyDueDaysAfterSending), settings);
  const due = jst(before < after ? before : after, settings.officeCloses);
  if (leavesBusinessDay(settings, sentAt, due)) return { replyBy: due, short: false };

  const late = jst(addBusinessDays(meetingDay, -1, settings), settings.shortReplyAt);
  return { replyBy: late > sentAt ? late : startsAt, short: true };
}

/** Whether whoever is asked at `sentAt` has a business day or more until `due`. */
export function leavesBusinessDay(settings: Settings, sentAt: Instant, due: Instant): boolean {
  return due >= nextBusinessDaySameTime(settings, sentAt);
}

/** The deadline for whoever is asked later than others: as it stands, or as late as can be where it would tell them not to answer. */
export function timeToAnswer(
  settings: Settings,
  { replyBy, startsAt, urgent }: Pick<Appointment, 'replyBy' | 'startsAt' | 'urgent'>,
  now: Instant,
): Instant {
  const sentAt = mailableFrom(settings, now, urgent);
  if (leavesBusinessDay(settings, sentAt, replyBy)) return replyBy;
  const later = replyDue(settings, sentAt, startsAt).replyBy;
  return later > replyBy ? later : replyBy;
}

function nextBusinessDaySameTime(settings: Settings, at: Instant): Instant {
  const sinceMidnight = (epochOf(at) - epochOf(jst(dayOf(at), '0:00'))) / 1000;
  return addSeconds(jst(addBusinessDays(dayOf(at), 1, settings), '0:00'), sinceMidnight);
}
