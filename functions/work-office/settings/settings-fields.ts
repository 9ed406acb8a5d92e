import { type SettingKind, type SettingName, settingRows } from '../../../core/sheet/setting-rows.ts';

type Group =
  | '依頼と決裁'
  | '出欠の回答'
  | '会議のあと'
  | 'モニタリング'
  | '保存期間'
  | '執務時間と休む日'
  | '差出人'
  | 'シートのログイン';
type More = { readonly group: Group; readonly hint?: string; readonly options?: readonly string[] };
export type SettingsField = More & { readonly name: SettingName; readonly kind: SettingKind; readonly label: string };

/** Where each stands on the page, and what is said below it. Labels of agency types have a page of their own. */
const onPage: Readonly<Record<SettingName, More>> = {
  replyDueBusinessDaysBefore: { group: '出欠の回答' },
  replyDueDaysAfterSending: {
    group: '出欠の回答',
    hint: '早い方が回答期限になり、休みの日は前の開庁日に繰り上がります。',
  },
  shortReplyAt: {
    group: '出欠の回答',
    hint: '回答期限まで1営業日もないときは、会議の前の営業日のこの時刻が期限です。催促はしません。',
  },
  reminders: { group: '出欠の回答', hint: '「2, 0」は2営業日前と当日です。空にすると催促しません。' },
  phoneBusinessDays: { group: '出欠の回答', hint: '回答のない機関に電話する用事が、催促の時刻に出ます。' },
  attendanceReminderBusinessDays: { group: '出欠の回答', hint: '1 なら会議の前の営業日です。' },
  pollFixing: {
    group: '出欠の回答',
    options: ['担当', '自動'],
    hint: '「自動」でも、必須の機関が出られないときや、どちらにも決められないときは担当に聞きます。',
  },
  requestDueBusinessDays: { group: '依頼と決裁', hint: '再検討と引継ぎの打診に応える期限も同じです。' },
  approvalDueBusinessDays: { group: '依頼と決裁' },
  recordDueBusinessDays: { group: '会議のあと' },
  recordSupervisorBusinessDays: { group: '会議のあと' },
  decisionDueBusinessDays: { group: '会議のあと', hint: '会議と本人確認の遅い方から数えます。' },
  planNeedBusinessDays: { group: '会議のあと' },
  monitoringMonths: { group: 'モニタリング' },
  monitoringRequestDays: { group: 'モニタリング' },
  monitoringReminderDays: { group: 'モニタリング', hint: '「7, 0」は7日前と当日です。' },
  monitoringOverdueBusinessDays: { group: 'モニタリング', hint: '担当に知らせ、県にも見えます。' },
  monitoringSupervisorDays: { group: 'モニタリング' },
  monitoringLateDays: { group: 'モニタリング' },
  retentionFiscalYears: {
    group: '保存期間',
    hint: '支援が終わった年度の翌年度から数えます。過ぎても自動では消えません。二人で確かめて廃棄します。',
  },
  auditFiscalYears: {
    group: '保存期間',
    hint: '記録が書かれた年度の翌年度から数えます。番号だけの記録で、過ぎると自動で消えます。書類が残っているケースと会議の記録は、過ぎても残ります。',
  },
  officeOpens: { group: '執務時間と休む日' },
  officeCloses: { group: '執務時間と休む日', hint: 'メールはこの間だけ出ます（緊急を除く）。' },
  changeSettlesMinutes: {
    group: '執務時間と休む日',
    hint: 'この間に日時や場所をまた変えたときは、一通にまとめて知らせます。元に戻したときは送りません。0 ならすぐ送ります。',
  },
  chaseAt: { group: '執務時間と休む日' },
  closedDays: {
    group: '執務時間と休む日',
    hint: '1行に1日。「8月14日 お盆」は毎年、「2026-11-02 開庁記念日」はその年だけ。土日・祝日（2050年まで）・12/29〜1/3は書かなくても休みです。',
  },
  openDays: { group: '執務時間と休む日', hint: '例: 2026-12-29 年末の開庁' },
  fax: { group: '差出人' },
  phone: { group: '差出人' },
  sender: { group: '差出人', hint: '制度の名前は書けません。' },
  signInDomains: {
    group: 'シートのログイン',
    hint: '例: town.lg.jp。「, 」で区切ります。書くと、ほかのドメインのアカウントではシートから入れません。空なら「職員」に登録されたアドレスの人だけです。',
  },
};

/** Every rule of a host, in the words of the page. */
export const settingsFields: readonly SettingsField[] = settingRows.map((row) => ({ ...row, ...onPage[row.name] }));

export function labelOf(name: string): string {
  return settingsFields.find((field) => field.name === name)?.label ?? '関係機関の種別の呼び名';
}
