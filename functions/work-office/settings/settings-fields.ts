import type { RuleName, Rules } from '../../../core/settings/model.ts';

/** The rules of this page; labels of agency types have their own. */
type FieldRule = Exclude<RuleName, 'agencyTypeLabels'>;

export type SettingsField = {
  readonly name: FieldRule;
  readonly kind: 'choice' | 'number' | 'numbers' | 'time' | 'days' | 'words' | 'text';
  readonly label: string;
  readonly hint?: string;
  readonly options?: readonly string[];
  readonly group:
    '出欠の回答' | '会議のあと' | 'モニタリング' | '保存期間' | '執務時間と休む日' | '差出人' | 'シートのログイン';
};

/** Every rule of a host, in the words of the page. */
export const settingsFields: readonly SettingsField[] = [
  { name: 'replyDueBusinessDaysBefore', kind: 'number', group: '出欠の回答', label: '回答期限（会議の何営業日前）' },
  {
    ...{
      name: 'replyDueDaysAfterSending',
      kind: 'number',
      group: '出欠の回答',
      label: '回答期限（送信から何日後まで）',
    },
    hint: '早い方が回答期限になり、休みの日は前の開庁日に繰り上がります。',
  },
  {
    ...{ name: 'reminders', kind: 'numbers', group: '出欠の回答', label: '催促（回答期限の何営業日前）' },
    hint: '「2, 0」は2営業日前と当日です。空にすると催促しません。',
  },
  {
    ...{ name: 'pollFixing', kind: 'choice', group: '出欠の回答', options: ['担当', '自動'] },
    label: '日程調整の日を、期限に決めるのは',
    hint: '「自動」でも、必須の機関が出られないときや、どちらにも決められないときは担当に聞きます。',
  },
  { name: 'recordDueBusinessDays', kind: 'number', group: '会議のあと', label: '会議録の期限（会議から何営業日）' },
  {
    ...{ name: 'recordSupervisorBusinessDays', kind: 'number', group: '会議のあと' },
    label: '査察指導員へ知らせる（期限から何営業日後）',
  },
  {
    ...{ name: 'decisionDueBusinessDays', kind: 'number', group: '会議のあと', label: '支援決定の期限（何営業日）' },
    hint: '会議と本人確認の遅い方から数えます。',
  },
  {
    ...{ name: 'planNeedBusinessDays', kind: 'number', group: '会議のあと' },
    label: '緊急対応のあとの「プラン要否」の期限（何営業日）',
  },
  { name: 'monitoringMonths', kind: 'number', group: 'モニタリング', label: '間隔（か月、6まで）' },
  { name: 'monitoringRequestDays', kind: 'number', group: 'モニタリング', label: '報告を依頼する（何日前）' },
  {
    ...{ name: 'monitoringReminderDays', kind: 'numbers', group: 'モニタリング', label: '報告の催促（何日前）' },
    hint: '「7, 0」は7日前と当日です。',
  },
  {
    ...{ name: 'monitoringSupervisorDays', kind: 'number', group: 'モニタリング' },
    label: '査察指導員へ知らせる（何日後）',
  },
  { name: 'monitoringLateDays', kind: 'number', group: 'モニタリング', label: '県に「遅延」と出る（何日後）' },
  {
    ...{ name: 'retentionFiscalYears', kind: 'number', group: '保存期間', label: '書類を保存する（何年度、30まで）' },
    hint: '支援が終わった年度の翌年度から数えます。過ぎても自動では消えません。二人で確かめて廃棄します。',
  },
  { name: 'officeOpens', kind: 'time', group: '執務時間と休む日', label: '執務時間の始まり' },
  {
    ...{ name: 'officeCloses', kind: 'time', group: '執務時間と休む日', label: '執務時間の終わり' },
    hint: 'メールはこの間だけ出ます（緊急を除く）。',
  },
  {
    ...{
      name: 'changeSettlesMinutes',
      kind: 'number',
      group: '執務時間と休む日',
      label: '変更の知らせをまとめる（何分）',
    },
    hint: 'この間に日時や場所をまた変えたときは、一通にまとめて知らせます。元に戻したときは送りません。0 ならすぐ送ります。',
  },
  { name: 'chaseAt', kind: 'time', group: '執務時間と休む日', label: '催促の時刻' },
  {
    ...{ name: 'closedDays', kind: 'days', group: '執務時間と休む日', label: 'このほかに休む日' },
    hint: '1行に1日。「8月14日 お盆」は毎年、「2026-11-02 開庁記念日」はその年だけ。土日・祝日（2050年まで）・12/29〜1/3は書かなくても休みです。',
  },
  {
    ...{ name: 'openDays', kind: 'days', group: '執務時間と休む日', label: '休みでも開ける日' },
    hint: '例: 2026-12-29 年末の開庁',
  },
  { name: 'fax', kind: 'text', group: '差出人', label: 'FAX番号（回答票の返信先）' },
  { name: 'phone', kind: 'text', group: '差出人', label: '電話番号（案内に載ります）' },
  { name: 'sender', kind: 'text', group: '差出人', label: '発信者名', hint: '制度の名前は書けません。' },
  {
    ...{ name: 'signInDomains', kind: 'words', group: 'シートのログイン', label: '使えるGoogleアカウントのドメイン' },
    hint: '例: town.lg.jp。「, 」で区切ります。書くと、ほかのドメインのアカウントではシートから入れません。空なら「職員」に登録されたアドレスの人だけです。',
  },
];

export function labelOf(name: string): string {
  return settingsFields.find((field) => field.name === name)?.label ?? '関係機関の種別の呼び名';
}

/** A rule as it stands in its field: lists with commas, days one to a line. */
export function typedAs(kind: SettingsField['kind'], value: Rules[FieldRule]): string {
  if (typeof value === 'number') return String(value);
  if (typeof value === 'string') return kind === 'time' ? value.padStart(5, '0') : value;
  const texts = value.map((one) => (typeof one === 'object' ? `${yearlyWords(one.on)} ${one.name}` : String(one)));
  return texts.join(kind === 'days' ? '\n' : ', ');
}

/** `08-14` as `8月14日`; a day of one year as it is. */
function yearlyWords(on: string): string {
  const [month = '', day = ''] = on.split('-');
  return on.length === 5 ? `${String(Number(month))}月${String(Number(day))}日` : on;
}
