import type { Unread } from './read-day.ts';
import { readYearlyDay, understandDay } from './read-day.ts';
import { understandMoment } from './read-moment.ts';
import { type Day, dayInJapanese } from '../time.ts';

const EXAMPLE = '例: 2026-06-15、2026年6月15日、令和8年6月15日。';
const withYear = (day: Day) => `${day.slice(0, 4)}年${dayInJapanese(day)}`;

// Each goes on after 「…」は.
const words: { readonly [W in Unread['why']]: (unread: Extract<Unread, { why: W }>) => string } = {
  unreadable: () => `実在する日付として読めません。${EXAMPLE}`,
  'no-year': ({ month, day }) =>
    readYearlyDay(`${String(month)}月${String(day)}日`) === undefined
      ? `実在する日付として読めません。${EXAMPLE}`
      : '何年の日付か分かりません。年から書いてください。例: 2026年6月15日、令和8年6月15日。',
  'no-such-day': ({ lastOfMonth }) =>
    `実在する日付として読めません。${lastOfMonth === undefined ? EXAMPLE : lastDay(lastOfMonth)}`,
  'before-era': ({ era }) =>
    `その元号の始まりより前です（${era.name}は${withYear(era.from)}から）。前の元号か西暦で書いてください。`,
  'wrong-weekday': ({ day }) => `曜日が合いません（${withYear(day)}です）。日付か曜日を直してください。`,
  'no-time': () => '時刻がありません。「14:00」や「午後2時」を付けてください。',
  'no-such-time': () => '時刻が読めません。「14:00」や「午後2時」のように書いてください。',
};

const lastDay = (day: Day) => `${day.slice(0, 4)}年${String(Number(day.slice(5, 7)))}月は${day.slice(8)}日までです。`;

function said<W extends Unread['why']>(why: W, unread: Extract<Unread, { why: W }>): string {
  return words[why](unread);
}

/** Why a text was not taken as a day or a moment, and what to write instead. */
export function whyNotADate(received: string): string {
  const day = understandDay(received);
  const moment = understandMoment(received);
  if (day.ok && !moment.ok) return said(moment.error.why, moment.error);
  if (moment.ok) return 'ここでは使えない日付です。確かめてください。';
  // Where neither could be read, whichever got further says more.
  const unread = moment.error.why === 'unreadable' && !day.ok ? day.error : moment.error;
  return said(unread.why, unread);
}
