/** How the value of a setting is typed: a number, several, days one to a line, words, a time of day, one of a choice, or any text. */
export type SettingKind = 'choice' | 'number' | 'numbers' | 'time' | 'days' | 'words' | 'text';

/** Every setting of a host in the words of the page and of the tab 設定, in the order of the page. */
export const settingRows = [
  { name: 'replyDueBusinessDaysBefore', kind: 'number', label: '回答期限（会議の何営業日前）' },
  { name: 'replyDueDaysAfterSending', kind: 'number', label: '回答期限（送信から何日後まで）' },
  { name: 'shortReplyAt', kind: 'time', label: '急な招集の回答期限（会議の前の営業日の何時）' },
  { name: 'reminders', kind: 'numbers', label: '催促（回答期限の何営業日前）' },
  { name: 'phoneBusinessDays', kind: 'number', label: '電話で確かめる（回答期限の何営業日後）' },
  { name: 'attendanceReminderBusinessDays', kind: 'number', label: '出席する機関への会議の知らせ（会議の何営業日前）' },
  { name: 'pollFixing', kind: 'choice', label: '日程調整の日を、期限に決めるのは' },
  { name: 'requestDueBusinessDays', kind: 'number', label: '開催依頼などに応える期限（何営業日）' },
  { name: 'approvalDueBusinessDays', kind: 'number', label: '起案の決裁の期限（何営業日）' },
  { name: 'recordDueBusinessDays', kind: 'number', label: '会議録の期限（会議から何営業日）' },
  { name: 'recordSupervisorBusinessDays', kind: 'number', label: '査察指導員へ知らせる（期限から何営業日後）' },
  { name: 'decisionDueBusinessDays', kind: 'number', label: '支援決定の期限（何営業日）' },
  { name: 'planNeedBusinessDays', kind: 'number', label: '緊急対応のあとの「プラン要否」の期限（何営業日）' },
  { name: 'monitoringMonths', kind: 'number', label: 'モニタリングの間隔（か月、6まで）' },
  { name: 'monitoringRequestDays', kind: 'number', label: '報告を依頼する（何日前）' },
  { name: 'monitoringReminderDays', kind: 'numbers', label: '報告の催促（何日前）' },
  { name: 'monitoringOverdueBusinessDays', kind: 'number', label: '「超過」になる（何営業日後）' },
  { name: 'monitoringSupervisorDays', kind: 'number', label: '査察指導員へ知らせる（何日後）' },
  { name: 'monitoringLateDays', kind: 'number', label: '県に「遅延」と出る（何日後）' },
  { name: 'retentionFiscalYears', kind: 'number', label: '書類を保存する（何年度、30まで）' },
  { name: 'auditFiscalYears', kind: 'number', label: '閲覧・操作の記録を保存する（何年度、30まで）' },
  { name: 'officeOpens', kind: 'time', label: '執務時間の始まり' },
  { name: 'officeCloses', kind: 'time', label: '執務時間の終わり' },
  { name: 'changeSettlesMinutes', kind: 'number', label: '変更の知らせをまとめる（何分）' },
  { name: 'chaseAt', kind: 'time', label: '催促の時刻' },
  { name: 'closedDays', kind: 'days', label: 'このほかに休む日' },
  { name: 'openDays', kind: 'days', label: '休みでも開ける日' },
  { name: 'fax', kind: 'text', label: 'FAX番号（回答票の返信先）' },
  { name: 'phone', kind: 'text', label: '電話番号（案内に載ります）' },
  { name: 'sender', kind: 'text', label: '発信者名' },
  { name: 'signInDomains', kind: 'words', label: '使えるGoogleアカウントのドメイン' },
] as const satisfies readonly { readonly name: string; readonly kind: SettingKind; readonly label: string }[];

export type SettingRow = (typeof settingRows)[number];
export type SettingName = SettingRow['name'];

const plainly = (text: string) => text.normalize('NFKC').replace(/\s/g, '');

/** The setting a cell names; undefined for anything else. */
export function settingNamed(text: string): SettingRow | undefined {
  return settingRows.find(({ label }) => plainly(label) === plainly(text));
}

const narrow = (text: string) => text.normalize('NFKC').trim();

/** A number as typed; what is none stays, to be refused by name. */
function numberIn(text: string): number | string {
  const number = Number(narrow(text));
  return narrow(text) === '' || isNaN(number) ? text : number;
}

const listIn = (text: string, between: RegExp) =>
  narrow(text)
    .split(between)
    .map((one) => one.trim())
    .filter((one) => one !== '');

const readers: Readonly<Record<SettingKind, (text: string) => unknown>> = {
  number: numberIn,
  numbers: (text) => listIn(text, /[\s,、・]+/).map(numberIn),
  words: (text) => listIn(text, /[\s,、]+/),
  choice: narrow,
  // A time field says 09:00, the settings 9:00.
  time: (text) => narrow(text).replace(/^0(?=\d:)/, ''),
  days: (text) =>
    text
      .split(/\r?\n/)
      .map((line) => line.trim())
      .filter((line) => line !== ''),
  text: (text) => text,
};

/** What somebody typed for a setting, as the verb `settings` takes it. */
export function settingValue(kind: SettingKind, text: string): unknown {
  return readers[kind](text);
}
