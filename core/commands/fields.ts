import * as z from 'zod';
import { isNoSuchDay, readDay } from '../dates/read-day.ts';
import { readMoment } from '../dates/read-moment.ts';
import { type Day, dayOf, type Instant } from '../time.ts';

/** A day as people type it; 和暦 and full width too. An impossible one is refused as `bad-date`. */
export const dayField = z.string().transform((text, context): Day => {
  const day = readDay(text);
  if (day !== undefined) return day;
  context.addIssue({ code: 'custom', message: text, params: { refusal: 'bad-date' } });
  return z.NEVER;
});

/** The day of a day or a moment; the time, where there is one, is let go. */
export const dayOfMomentField = z.string().transform((text, context): Day => {
  const moment = readMoment(text);
  const day = moment === undefined ? readDay(text) : dayOf(moment);
  if (day !== undefined) return day;
  context.addIssue({ code: 'custom', message: text, params: { refusal: 'bad-date' } });
  return z.NEVER;
});

/** `2026-06-15T14:00` in Japan, `令和8年6月15日 14時`, or an ISO instant; a day without a time is refused as `bad-date`. */
export const instantField = z.string().transform((text, context): Instant => {
  const at = readMoment(text);
  if (at !== undefined) return at;
  context.addIssue({ code: 'custom', message: text, params: { refusal: 'bad-date' } });
  return z.NEVER;
});

/** By when, in any words: 「9月15日」, 「次回の会議まで」. A day there is none of is refused as `bad-date`, as in a field of days. */
export const untilField = z.string().check(({ value, issues }) => {
  if (isNoSuchDay(value))
    issues.push({ code: 'custom', input: value, message: value, params: { refusal: 'bad-date' } });
});

/** One text, or a list of them. */
export const textsField = z
  .union([z.string(), z.array(z.string())])
  .transform((value) =>
    (typeof value === 'string' ? [value] : value).map((text) => text.trim()).filter((text) => text !== ''),
  );

/** A text with something in it. */
export const textField = z
  .string()
  .trim()
  .min(1, 'ここに文字を入れてください。')
  .max(10_000, '長すぎます（1万字まで）。');

/** A number that must be on a list; anything else is refused as `bad-code`. */
export function codeField(allowed: readonly number[]) {
  return z.union([z.number(), z.string()]).transform((code, context): number => {
    if (typeof code === 'number' && allowed.includes(code)) return code;
    context.addIssue({ code: 'custom', message: String(code), params: { refusal: 'bad-code' } });
    return z.NEVER;
  });
}
