import holidays from '@holiday-jp/holiday_jp/lib/holidays.js';
import { addDays, type Day, weekdayOf } from './time.ts';

const nationalHolidays: Readonly<Record<string, { readonly name: string }>> = holidays;

// Town offices close from 29 December to 3 January (地方自治法4条の2 and the ordinances under it).
const NEW_YEAR = new Set(['12-29', '12-30', '12-31', '01-01', '01-02', '01-03']);

/**
 * The last day of which the national holidays (国民の祝日, with 振替休日 and 国民の休日) are known: a list that goes beyond what is law
 * today, with the equinoxes as reckoned. A later day counts as a holiday only where the host closes it by `closedDays`.
 */
export const HOLIDAYS_KNOWN_UNTIL = '2050-12-31';

/** A day of an office's own: `2026-08-14` once, or `08-14` in every year. */
export type OfficeDay = { readonly on: string; readonly name: string };

/** What one host keeps besides the calendar of all: days on which it is closed as well, and days on which it is open all the same. */
export type OfficeDays = { readonly closedDays: readonly OfficeDay[]; readonly openDays: readonly OfficeDay[] };

/** Where nobody's own days count: the calendar of all. */
export const nationwide: OfficeDays = { closedDays: [], openDays: [] };

const isOn = (day: Day) => (own: OfficeDay) => own.on === day || own.on === day.slice(5);

/** Why offices are closed on a day, in the words of the calendar; undefined on a business day. An open day beats all else. */
export function closedBecause(day: Day, { closedDays, openDays }: OfficeDays): string | undefined {
  if (openDays.some(isOn(day))) return undefined;
  const own = closedDays.find(isOn(day));
  if (own !== undefined) return own.name;
  const holiday = nationalHolidays[day]?.name;
  if (holiday !== undefined) return holiday;
  if (NEW_YEAR.has(day.slice(5))) return '年末年始';
  return ['土曜日', '日曜日'][weekdayOf(day) - 6];
}

/** A day on which the office is open: neither weekend, national holiday, 12/29–1/3, nor closed by the host itself. */
export function isBusinessDay(day: Day, office: OfficeDays): boolean {
  return closedBecause(day, office) === undefined;
}

/** The day itself, or the last business day before it. */
export function rollBack(day: Day, office: OfficeDays): Day {
  return isBusinessDay(day, office) ? day : rollBack(addDays(day, -1), office);
}

/** The day itself, or the first business day after it. */
export function rollForward(day: Day, office: OfficeDays): Day {
  return isBusinessDay(day, office) ? day : rollForward(addDays(day, 1), office);
}

/** 会計年度: from 1 April; the year in which it begins. */
export function fiscalYearOf(day: Day): number {
  return Number(day.slice(0, 4)) - (day.slice(5) < '04-01' ? 1 : 0);
}

/** Counts business days from `day`, which is itself not counted; `count` may be negative. */
export function addBusinessDays(day: Day, count: number, office: OfficeDays): Day {
  if (count === 0) return day;
  const step = Math.sign(count);
  const next = addDays(day, step);
  return addBusinessDays(next, isBusinessDay(next, office) ? count - step : count, office);
}
