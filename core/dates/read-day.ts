import { Temporal } from 'temporal-polyfill';
import { ok, refuse, type Result } from '../result.ts';
import { addDays, type Day, daySchema, weekdayOf } from '../time.ts';
import { type Era, eras } from './eras.ts';
import { plainly } from './numerals.ts';

/** Why a text is no day, as exactly as can be told to whoever typed it. */
export type Unread =
  | { readonly why: 'unreadable' }
  | { readonly why: 'no-year'; readonly month: number; readonly day: number }
  | { readonly why: 'no-such-day'; readonly lastOfMonth: Day | undefined }
  | { readonly why: 'before-era'; readonly era: Era }
  | { readonly why: 'wrong-weekday'; readonly day: Day }
  | { readonly why: 'no-time'; readonly day: Day }
  | { readonly why: 'no-such-time' };

/** Where a day without its year lies: the first one from today on, or the last one up to today. */
export type Near = { readonly today: Day; readonly lies: 'ahead' | 'behind' };

type Parts = { readonly year: number; readonly month: number; readonly day: number };
type Read = Result<Day, Unread>;

const unreadable = refuse({ why: 'unreadable' } as const);

// `(月)`, `(月曜)`, `(月・祝)` or `月曜日` behind a day, as people copy it from a calendar.
const WEEKDAY = /(?:\(([月火水木金土日])(?:曜日?)?(?:[・,、]?祝日?)?\)|([月火水木金土日])曜日?)$/;
const WEEKDAYS = '月火水木金土日';

// Day 0 of the numbers that spreadsheets keep for days. Five digits reach from 1927 to 2173.
const SERIAL_BASE = daySchema.parse('1899-12-30');

type Way = { readonly pattern: RegExp; readonly read: (found: readonly string[], near: Near | undefined) => Read };
const numbered = (texts: readonly string[]): Parts => {
  const [year = 0, month = 0, day = 0] = texts.map(Number);
  return { year, month, day };
};
const western = (found: readonly string[]) => existing(numbered(found));
const japanese = ([era = '', count = '', ...rest]: readonly string[]) => inEra(era, count, numbered(['0', ...rest]));
const yearless = (found: readonly string[], near: Near | undefined) => withoutYear(numbered(['0', ...found]), near);

const ways: readonly Way[] = [
  { pattern: /^(?:西暦)?(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/, read: western },
  { pattern: /^(\d{4})(\d{2})(\d{2})$/, read: western },
  { pattern: /^(令和|平成|昭和|大正|明治|[RHSTM])(\d{1,3}|元)[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/i, read: japanese },
  { pattern: /^([RHSTM])(\d{2})(\d{2})(\d{2})$/i, read: japanese },
  { pattern: /^(\d{5})(?:\.0*)?$/, read: ([number = '']) => ok(addDays(SERIAL_BASE, Number(number))) },
  { pattern: /^(\d{1,2})[-/.](\d{1,2})$/, read: yearless },
  { pattern: /^(\d{1,2})月(\d{1,2})日?$/, read: yearless },
];

/**
 * Reads a day as people type it: `2026-06-15`, `2026年6月15日(月)`, `令和8年6月15日`, `Ｒ８.６.１５`, `令和八年六月十五日`, `20260615`, `46188` (the
 * number of a spreadsheet's day). `平成31年5月1日` is 令和元年's: forms printed earlier bear such years. `6月15日` only with `near`.
 */
export function understandDay(text: string, near?: Near): Read {
  const typed = plainly(text).replaceAll(/\s/g, '');
  const [behind = '', bracketed, bare] = WEEKDAY.exec(typed) ?? [];
  const read = dayIn(behind === '' ? typed : typed.slice(0, -behind.length), near);
  const said = bracketed ?? bare;
  if (!read.ok || said === undefined) return read;
  const weekday = WEEKDAYS.charAt(weekdayOf(read.value) - 1);
  return weekday === said ? read : refuse({ why: 'wrong-weekday', day: read.value });
}

/** The day, or undefined when the text is none. */
export function readDay(text: string): Day | undefined {
  const read = understandDay(text);
  return read.ok ? read.value : undefined;
}

/** Whether a text names a day that no calendar has, with a year or without: words that name none are no such day's. */
export function isNoSuchDay(text: string): boolean {
  const read = understandDay(text);
  if (read.ok) return false;
  const { why } = read.error;
  return why === 'no-such-day' || why === 'wrong-weekday' || (why === 'no-year' && readYearlyDay(text) === undefined);
}

/** `08-14` for `8月14日`, a day of every year; undefined when there is no such day. */
export function readYearlyDay(text: string): string | undefined {
  const read = understandDay(text);
  if (read.ok || read.error.why !== 'no-year') return undefined;
  const { month, day } = read.error;
  // A leap year has every day there is.
  return exactDay({ year: 2024, month, day })?.slice(5);
}

function dayIn(typed: string, near: Near | undefined): Read {
  for (const { pattern, read } of ways) {
    const found = pattern.exec(typed);
    if (found !== null) return read(found.slice(1), near);
  }
  return unreadable;
}

function inEra(name: string, count: string, { month, day }: Omit<Parts, 'year'>): Read {
  const era = eras.find((one) => one.name === name || one.letter === name.toUpperCase());
  const inside = count === '元' ? 1 : Number(count);
  if (era === undefined || inside === 0) return unreadable;
  const read = existing({ year: era.yearBefore + inside, month, day });
  return read.ok && read.value < era.from ? refuse({ why: 'before-era', era }) : read;
}

function withoutYear({ month, day }: Omit<Parts, 'year'>, near: Near | undefined): Read {
  if (near === undefined) return refuse({ why: 'no-year', month, day });
  const year = Number(near.today.slice(0, 4));
  const candidates = (near.lies === 'ahead' ? [year, year + 1] : [year, year - 1])
    .map((one) => exactDay({ year: one, month, day }))
    .filter((one) => one !== undefined);
  const found = candidates.find((one) => (near.lies === 'ahead' ? one >= near.today : one <= near.today));
  return found === undefined ? refuse({ why: 'no-such-day', lastOfMonth: lastDayOf({ year, month }) }) : ok(found);
}

function existing(parts: Parts): Read {
  const found = exactDay(parts);
  return found === undefined ? refuse({ why: 'no-such-day', lastOfMonth: lastDayOf(parts) }) : ok(found);
}

function lastDayOf({ year, month }: Omit<Parts, 'day'>): Day | undefined {
  if (month < 1 || month > 12) return undefined;
  return daySchema.parse(Temporal.PlainDate.from({ year, month, day: 31 }, { overflow: 'constrain' }).toString());
}

function exactDay({ year, month, day }: Parts): Day | undefined {
  try {
    return daySchema.parse(Temporal.PlainDate.from({ year, month, day }, { overflow: 'reject' }).toString());
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}
