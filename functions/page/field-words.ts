import { messageOf } from '../../core/refusal-words.ts';
import type { Refused } from '../../core/refusal.ts';

/** What the fields of commands are called on the screens. */
const words: Readonly<Record<string, string>> = {
  arrears: '滞納額（円）',
  purposes: '目的',
  sections: '使う部署',
  outside: '提供する外部の機関',
  section: '対応課',
  giver: '代わりに同意した人',
  method: '方法',
  recipients: '提供先',
  scope: '同意の範囲',
  danger: '緊急のとき守るもの',
  decision: '判断',
  id: '番号',
  kana: 'フリガナ',
  address: '住所',
  household: '家族構成',
  route: '経路',
  outcome: '対応結果',
  handedTo: 'つなぎ先',
  features: '世帯特徴',
  urgency: '緊急度',
  stage: '支援の段階',
  who: '主担当',
  worker: '担当者',
  supervisor: '査察指導員',
  agreed: '本人の答え',
  accepted: '返事',
  home: '住所地',
  how: '聞き方',
  person: '担当者',
  other: 'その他の会議の名前',
  agency: '関係機関',
  body: '会議体',
  number: '文書番号',
  sender: '発信者名',
  constituents: '構成員',
  roster: '定期の顔ぶれ',
  turns: '持ち回りの当番',
  outline: '要綱',
  rhythm: '開催の間隔',
  towns: '対象の町村',
  duty: '守秘義務の文',
  standing: '位置づけ',
  case: 'ケース番号',
  cases: 'ケース',
  meeting: '会議番号',
  framework: '会議の枠組み',
  ground: '根拠',
  reason: '理由',
  review: '次の日付',
  date: '日時',
  place: '場所',
  outlook: '見通し',
  invite: '招集する関係機関',
  class: '立場',
  purpose: '招集の目的',
  name: '氏名',
  born: '生年月日',
  members: '世帯員',
  issues: '課題',
  summary: '相談の内容',
  on: '日付',
  until: '有効期限',
  next: '次回の予定',
  items: '検討した項目',
  watch: '見守りの計画',
  attendance: '出席者',
  guests: '同席者',
  goals: '目標',
  period: '計画の期間',
  from: '初日',
  to: '最終日',
  changes: '見られた変化',
  note: 'メモ',
  text: '意見',
  deputy: '代理の人',
  mail: 'メール',
  phone: '電話',
  fax: 'FAX',
  contacts: '担当者',
  type: '種別',
  status: '状況',
  by: '確認した人',
  replyDueBusinessDaysBefore: '回答期限（会議の何営業日前）',
  replyDueDaysAfterSending: '回答期限（送信から何日後まで）',
  reminders: '催促（回答期限の何営業日前）',
  recordDueBusinessDays: '会議録の期限',
  recordSupervisorBusinessDays: '会議録を査察指導員へ知らせる日',
  decisionDueBusinessDays: '支援決定の期限',
  planNeedBusinessDays: 'プラン要否の期限',
  monitoringMonths: 'モニタリングの間隔',
  monitoringRequestDays: '報告を依頼する日',
  monitoringReminderDays: '報告の催促',
  monitoringSupervisorDays: '査察指導員へ知らせる日',
  monitoringLateDays: '県に「遅延」と出る日',
  officeOpens: '執務時間の始まり',
  officeCloses: '執務時間の終わり',
  changeSettlesMinutes: '変更の知らせをまとめる時間',
  chaseAt: '催促の時刻',
  closedDays: 'このほかに休む日',
  openDays: '休みでも開ける日',
};

/** What a field of a form is called: `purpose.医療機関` is 「招集の目的」. */
export function wordFor(field: string): string {
  return words[field.split(/[.-]/)[0] ?? ''] ?? field;
}

/** The fields that are called so: 「場所」 is `place`. */
export function namesFor(word: string): readonly string[] {
  return Object.entries(words).flatMap(([name, called]) => (called === word ? [name] : []));
}

const whereSent: Partial<Record<Refused['code'], string>> = {
  forbidden: 'この操作は、この立場の人にはできません。何も変えていません。操作しようとしたことは記録されました。',
  'nonce-missing':
    '画面が古くなったため、まだ何も記録していません。入力した内容は残してあります。もう一度ボタンを押してください。',
};
const CODE_USED_UP =
  'この確認コードは使えません（5回まちがえた、10分が過ぎた、またはまだ受け取っていない）。新しい確認コードを受け取って、入れてください。';

/** A refusal of a form in the words of the screen: `members.0.born` is 「生年月日」. */
export function explain(refused: Refused): string {
  if (refused.code === 'code-wrong' && refused.triesLeft === 0) return CODE_USED_UP;
  if (!('field' in refused)) return whereSent[refused.code] ?? messageOf(refused);
  const last = refused.field.split('.').findLast((part) => part in words);
  return messageOf(last === undefined ? refused : { ...refused, field: words[last] ?? refused.field });
}
