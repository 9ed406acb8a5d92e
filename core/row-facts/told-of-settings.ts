import { exampleDates, exampleMeeting } from '../settings/example.ts';
import type { Rules, Settings } from '../settings/model.ts';
import { typedAs } from '../settings/setting-text.ts';
import { rowKeyOf } from '../sheet/fact-columns.ts';
import { type SettingName, settingRows } from '../sheet/setting-rows.ts';
import { dayInJapanese, dayOf, type Instant, timeOf } from '../time.ts';
import type { RowFacts } from './model.ts';

/** The dates of the example a setting moves, and what they are called; the others move none. */
const moves: Readonly<Partial<Record<SettingName, readonly [what: string, words: string]>>> = {
  replyDueBusinessDaysBefore: ['reply-due', '回答期限'],
  replyDueDaysAfterSending: ['reply-due', '回答期限'],
  shortReplyAt: ['short-reply-due', '2営業日後の会議の回答期限'],
  reminders: ['remind', '催促'],
  phoneBusinessDays: ['phone', '電話の用事'],
  attendanceReminderBusinessDays: ['day-before', '出席する機関への会議の知らせ'],
  recordDueBusinessDays: ['record-due', '会議録の期限'],
  recordSupervisorBusinessDays: ['record-supervisor', '会議録を査察指導員へ知らせる日'],
  decisionDueBusinessDays: ['decision-due', '支援決定の期限'],
  monitoringMonths: ['review', 'モニタリングの日'],
  monitoringRequestDays: ['ask-for-reports', '報告の依頼'],
  monitoringReminderDays: ['remind-reports', '報告の催促'],
  monitoringOverdueBusinessDays: ['review-overdue', 'モニタリング「超過」'],
  monitoringSupervisorDays: ['review-supervisor', '査察指導員へ知らせる日'],
  monitoringLateDays: ['review-late', '県に「遅延」と出る日'],
  officeOpens: ['sent', '案内メール'],
  officeCloses: ['reply-due', '回答期限'],
  chaseAt: ['remind', '催促'],
  closedDays: ['reply-due', '回答期限'],
  openDays: ['reply-due', '回答期限'],
};

export type RulesOfTown = { readonly settings: Settings; readonly above: Rules; readonly now: Instant };

/** What counts now beside each row of 設定, what would count without a change, and what it comes to in the example of the page. */
export function settingFacts({ settings, above, now }: RulesOfTown): readonly RowFacts[] {
  const startsAt = exampleMeeting(settings, now);
  const dates = exampleDates(settings, now, startsAt);
  return settingRows.map(({ name, kind, label }) => ({
    key: rowKeyOf('設定', { 項目: label }) ?? label,
    facts: {
      いまの値: typedAs(kind, settings[name]),
      変えないときの値: typedAs(kind, above[name]),
      例: comesTo(name, { dates, startsAt }),
    },
  }));
}

type Example = { readonly dates: ReturnType<typeof exampleDates>; readonly startsAt: Instant };

/** 「回答期限は6月8日(月)17:15になります（6月15日(月)14:00の会議を今日招集したとき）」 */
function comesTo(name: SettingName, { dates, startsAt }: Example): string {
  const [what, words] = moves[name] ?? [];
  if (what === undefined || words === undefined) return '';
  const own = dates.filter((one) => one.what === what).map((one) => moment(one.at));
  const found = own.length === 0 ? `${words}はありません` : `${words}は${own.join('と')}になります`;
  return `${found}（${moment(startsAt)}の会議を今日招集したとき）`;
}

const moment = (at: Instant) => `${dayInJapanese(dayOf(at))}${timeOf(at)}`.replace(/00:00$/, '');
