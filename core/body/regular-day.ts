import * as z from 'zod';
import { closedBecause, isBusinessDay, type OfficeDays, rollBack, rollForward } from '../calendar.ts';
import { plainly } from '../dates/numerals.ts';
import { readDay } from '../dates/read-day.ts';
import { addDays, addMonths, type Day, dayInJapanese, daySchema, weekdayOf } from '../time.ts';

const WEEKDAYS = ['月', '火', '水', '木', '金', '土', '日'] as const;
const weekday = z.number().int().min(1).max(7);

/** What becomes of a regular day on which the office is closed. */
export const onClosedSchema = z.enum(['翌開庁日', '前開庁日', '開かない']);
export type OnClosed = z.infer<typeof onClosedSchema>;

/** 定例日: the days on which a body meets without anybody choosing them. A 5th weekday that a month lacks is left out; a 31st becomes the last of the month. */
export const ruleSchema = z.discriminatedUnion('every', [
  z.object({ every: z.literal('weekday'), nth: z.number().int().min(1).max(6), weekday }),
  z.object({ every: z.literal('day'), day: z.number().int().min(1).max(31) }),
  z.object({ every: z.literal('weeks'), weeks: z.number().int().min(1).max(52), from: daySchema }),
  z.object({ every: z.literal('named'), days: z.array(daySchema).min(1).max(60) }),
]);
export type Rule = z.infer<typeof ruleSchema>;

export const regularDaySchema = z.object({
  /** As it was typed: 「毎月第2火曜 14:00」. */
  said: z.string(),
  rule: ruleSchema,
  time: z.string().regex(/^\d{2}:\d{2}$/),
  onClosed: onClosedSchema,
});
export type RegularDay = z.infer<typeof regularDaySchema>;

/** `nth` of the last one of a month. */
const LAST = 6;

/** One regular day, and the day it would have been where the office is closed then, with the reason. */
export type Occasion = { readonly on: Day; readonly instead?: { readonly of: Day; readonly because: string } };

const MOST_RAW = 600;

/** The next `count` regular days from `from` on: business days, each once, in order. */
export function nextOccasions(
  { rule, onClosed }: Pick<RegularDay, 'rule' | 'onClosed'>,
  office: OfficeDays,
  from: Day,
  count: number,
): readonly Occasion[] {
  const found = new Map<Day, Occasion>();
  // A day before `from` may have moved past it.
  for (const raw of rawDays(rule, addDays(from, -31)).slice(0, MOST_RAW)) {
    const one = movedTo(raw, office, onClosed);
    if (one !== undefined && one.on >= from && !found.has(one.on)) found.set(one.on, one);
  }
  return [...found.values()].toSorted((a, b) => (a.on < b.on ? -1 : 1)).slice(0, count);
}

function movedTo(raw: Day, office: OfficeDays, onClosed: OnClosed): Occasion | undefined {
  if (isBusinessDay(raw, office)) return { on: raw };
  if (onClosed === '開かない') return undefined;
  const on = (onClosed === '翌開庁日' ? rollForward : rollBack)(raw, office);
  return { on, instead: { of: raw, because: closedBecause(raw, office) ?? '休み' } };
}

const MONTHS = 72;

function rawDays(rule: Rule, from: Day): readonly Day[] {
  switch (rule.every) {
    case 'named':
      return rule.days.filter((day) => day >= from);
    case 'weeks':
      return everyWeeks(rule, from);
    default: {
      const first = daySchema.parse(`${from.slice(0, 7)}-01`);
      const months = Array.from({ length: MONTHS }, (_, at) => addMonths(first, at));
      return months.flatMap((month) => inMonth(rule, month)).filter((day) => day >= from);
    }
  }
}

function everyWeeks({ weeks, from: first }: Extract<Rule, { every: 'weeks' }>, from: Day): readonly Day[] {
  const days: Day[] = [];
  for (let day = first; days.length < MONTHS * 5; day = addDays(day, weeks * 7)) if (day >= from) days.push(day);
  return days;
}

/** @param month its first day */
function inMonth(rule: Extract<Rule, { every: 'weekday' | 'day' }>, month: Day): readonly Day[] {
  const last = addDays(addMonths(month, 1), -1);
  if (rule.every === 'day') {
    const day = addDays(month, rule.day - 1);
    return [day <= last ? day : last];
  }
  const first = addDays(month, (rule.weekday - weekdayOf(month) + 7) % 7);
  const all = [0, 7, 14, 21, 28].map((days) => addDays(first, days)).filter((day) => day <= last);
  const meant = rule.nth === LAST ? all.at(-1) : all[rule.nth - 1];
  return meant === undefined ? [] : [meant];
}

const TIME = /(?<hour>[01]?\d|2[0-3])(?::(?<minute>[0-5]\d)|時(?:(?<past>[0-5]?\d)分|(?<half>半))?)$/;

/** Reads 「毎月第2火曜 14:00」「毎月15日 10時」「毎月末日 14:00」「2026-06-02から2週ごと 14:00」「2026-06-15、2026-09-15 14:00」; undefined when it is none of these. */
export function readRegularDay(text: string): Omit<RegularDay, 'onClosed'> | undefined {
  const plain = plainly(text).trim();
  const time = timeIn(plain);
  if (time === undefined) return undefined;
  const rule = ruleIn(plain.replace(TIME, '').trim());
  return rule === undefined ? undefined : { said: text.trim(), rule, time };
}

function timeIn(plain: string): string | undefined {
  const { hour, minute, past, half } = TIME.exec(plain)?.groups ?? {};
  if (hour === undefined) return undefined;
  const after = minute ?? past ?? (half === undefined ? '0' : '30');
  return `${hour.padStart(2, '0')}:${after.padStart(2, '0')}`;
}

function ruleIn(text: string): Rule | undefined {
  const said = monthly(text) ?? weekly(text) ?? named(text);
  const read = ruleSchema.safeParse(said);
  return read.success ? read.data : undefined;
}

function monthly(text: string): unknown {
  if (/^毎月末日?$/.test(text)) return { every: 'day', day: 31 };
  const day = /^毎月(?<day>\d{1,2})日$/.exec(text)?.groups?.['day'];
  return day === undefined ? onWeekday(text) : { every: 'day', day: Number(day) };
}

function onWeekday(text: string): unknown {
  const { nth, weekday } = /^毎月(?:第(?<nth>[1-5])|最終)(?<weekday>[月火水木金土日])曜日?$/.exec(text)?.groups ?? {};
  if (weekday === undefined) return undefined;
  const which = nth === undefined ? LAST : Number(nth);
  return { every: 'weekday', nth: which, weekday: WEEKDAYS.findIndex((one) => one === weekday) + 1 };
}

function weekly(text: string): unknown {
  const { first = '', weeks = '1' } =
    /^(?<first>.+)から(?:毎週|(?<weeks>\d{1,2})週(?:間)?(?:ごと|おき))$/.exec(text)?.groups ?? {};
  const from = readDay(first);
  return from === undefined ? undefined : { every: 'weeks', weeks: Number(weeks), from };
}

function named(text: string): unknown {
  const days = text
    .split(/[、,]|\s+/)
    .filter((one) => one !== '')
    .map(readDay);
  return days.length === 0 || days.includes(undefined) ? undefined : { every: 'named', days };
}

/** 「6月9日(火)」, or 「11月4日(水)（11月3日(火)は文化の日）」. */
export function occasionInWords({ on, instead }: Occasion): string {
  return instead === undefined
    ? dayInJapanese(on)
    : `${dayInJapanese(on)}（${dayInJapanese(instead.of)}は${instead.because}）`;
}
