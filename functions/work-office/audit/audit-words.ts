import type { AuditEntry, Door } from '../../../core/access/audit.ts';
import type { Verb } from '../../../core/commands/menu.ts';
import type { ChangedPart } from '../../../core/meeting/meeting-changes.ts';
import { ownIn } from '../../../core/own.ts';

/** What a verb did, as a sentence about somebody who did it. A new verb does not compile before it has one. */
const deeds: Readonly<Record<Verb, string>> = {
  consultation: '相談を受け付け、または変えました',
  lead: '主担当を決めました、または変えました',
  close: 'ケースの支援を終えました',
  assign: 'ケースの担当を決めました',
  case: 'ケースを登録または変更しました',
  judge: '本人同意のないまま続けるかを判断しました',
  member: '世帯員を登録または変更しました',
  consent: '本人同意または同意の撤回を記録しました',
  tax: '税務情報を記録しました',
  'tax-consent': '税務情報の同意を記録しました',
  'end-agency': '関係機関を休止・廃止・統合・再開しました',
  resend: '案内を送り直しました',
  pause: '一つの機関への催促を止めました',
  leave: '関係機関の辞退を記録しました',
  agency: '関係機関を登録または変更しました',
  settings: '設定を変えました',
  push: 'シートへの自動書き込みを切り替えました',
  'sign-in': '職員のメールアドレスを変えました',
  body: '会議体を登録または変更しました',
  residence: '住所地への説明を記録',
  offer: '引継ぎを申し出',
  'answer-offer': '引継ぎの返事を記録',
  companion: '同行を記録',
  'ask-again': '見送った開催依頼をもう一度出しました',
  elsewhere: '既存の会議に諮ることを記録しました',
  approve: '開催の起案を決裁しました',
  'send-back': '開催の起案を差し戻しました',
  'withdraw-draft': '開催の起案を取り下げました',
  designate: '会議の構成員に指定しました',
  framework: '会議の枠組みの使い方を変えました',
  rows: 'シートの行を送りました',
  request: '会議の開催を依頼しました',
  convene: '関係機関を招集しました',
  'convene-together': '町村の合同の席に招集しました',
  poll: '別の候補で日程を聞き直しました',
  slots: '日程の候補を取りやめ、または足しました',
  'answer-poll': '日程の都合を記録しました',
  fix: '日程を決めました',
  'go-ahead': '定足数に足りないまま開くことにしました',
  'in-writing': '書面開催にしました',
  decline: '開催依頼を見送りました',
  reply: '出欠の回答を記録しました',
  'confirm-reply': '未確認の回答を確かめました',
  acknowledge: '守秘義務を確認しました',
  'ask-papers-code': '資料の確認コードを出しました',
  'enter-papers-code': '確認コードで資料を開きました',
  task: '用事を済みにしました',
  change: '会議の内容を変えました',
  cancel: '会議を中止しました',
  record: '会議録を書きました',
  correct: '確定した会議録を直しました',
  role: '役割を決めました、または変えました',
  plan: '支援計画を作りました',
  confirm: '役割または支援計画の確認を記録しました',
  decide: '支援決定を記録しました',
  report: '経過を報告しました',
  evaluate: 'モニタリングを評価しました',
  trigger: '発動条件を知らせました',
  handover: 'ケースを引き継ぎました',
  bounce: '届かなかったメールを記録しました',
  inbound: '届いたメールを受け取りました',
  hold: '保存を続けることにしました（審査請求など）',
  release: '保存の継続を解きました',
  series: '定例会の予定を決めました',
  'move-sitting': '定例会の回を動かしました',
  'cancel-sitting': '定例会の回を取りやめました',
  'to-sitting': '定例会の議題にしました（または外しました）',
  'propose-disposal': '廃棄予定を出しました',
  'confirm-disposal': '廃棄を確認しました',
  'withdraw-disposal': '廃棄予定を取り下げました',
  undo: '最後の操作を元に戻しました',
  open: '内容を開きました',
};

const others: Readonly<Record<string, string>> = {
  'pause:resume': '一つの機関への催促を再開しました',
  'consent-withdrawal': '本人同意の撤回を記録しました',
  'tax-consent-withdrawal': '税務情報の同意の撤回を記録しました',
  override: '本人同意なしで開きました',
  'override:quorum': '必須の機関か定足数を満たさないまま、理由を書いて進めました',
  'override:minutes': '同意のない世帯員の記載を残して会議録を確定しました',
  'wrong-papers-code': '確認コードをまちがえました',
  dropped: '時機を過ぎた知らせを取りやめました',
  renew: '長く続く手続きを引き継ぎました',
  disposed: '保存期間の過ぎた書類を廃棄しました',
  'log-ended': '保存期間の過ぎた記録を消しました',
  retention: '保存期間の満了を知らせました',
  'standing-order': '定例会の決まりにより招集しました',
  'push:on': 'シートへの自動書き込みを始めました',
  'push:off': 'シートへの自動書き込みを止めました',
  'sheet-written': '町村のスプレッドシートに状況を書き込みました',
  'in-place-of': '定例会の決まりを出した人に代わって招集しました',
};

const parts: Readonly<Record<string, string>> = {
  town: '今日の仕事',
  cases: 'ケースの一覧',
  meetings: '会議の一覧',
  tasks: '用事の一覧',
  messages: 'メールの一覧',
  agencies: '関係機関の一覧',
  'new-agency': '関係機関の登録画面',
  agency: '関係機関の画面',
  workbook: 'Excelで出し入れする画面',
  oversight: '目配り',
  retention: '保存期間と廃棄の画面',
  handover: '引継ぎ',
  bodies: '会議体の一覧',
  'new-body': '会議体の登録画面',
  body: '会議体の画面',
  settings: '設定の画面',
  'shared-settings': '県の設定の画面',
  push: 'シートへの自動書き込みの画面',
  staff: '職員の画面',
  audit: '閲覧・操作の記録',
  consultations: '相談の一覧',
  'new-consultation': '相談受付の画面',
  consultation: '相談の画面',
  'new-case': 'ケースを開く画面',
  'new-meeting': '会議の依頼の画面',
  'new-sitting': '合同の席を招集する画面',
  case: 'ケースの画面',
  glance: 'ケースのひと目の画面',
  records: '会議録を待つ会議の一覧',
  reviews: 'モニタリングの一覧',
  meeting: '会議の画面',
  plan: '支援計画の画面',
  letter: '印刷用の手紙',
  'standard-form': '印刷用の様式',
  'form-file': '様式のファイル',
  papers: '会議の資料',
  answers: 'シートの行への答え',
  facts: 'シートに書き戻した状況',
  status: '県内の状況',
};

const wanted: Readonly<Record<string, string>> = {
  forbidden: '権限がないため断りました',
  'my-number': '個人番号とみられる数字があったため断りました',
  'not-invited': '招集されていないため断りました',
  'not-host': '開催する側ではないため断りました',
  'acknowledgement-missing': '守秘義務の確認がまだのため断りました',
};

const doors: Readonly<Record<Door, string>> = {
  office: '事務の画面',
  agency: '専用リンク',
  rows: 'シート',
  sidebar: 'シートのサイドバー',
  status: '県の画面',
  mail: 'メール',
  workflow: '自動',
  scenario: '筋書き',
};

export function doorWords({ door }: AuditEntry): string {
  return door === undefined ? '' : doors[door];
}

/** 「ケースの画面を見ました」 */
export function deedWords({ did, part = '' }: AuditEntry): string {
  if (did === 'read') return `${wordsOf(parts, part, '内容')}を見ました`;
  if (did === 'change') return `会議の${part.split('+').map(changedWords).join('・')}を変えました`;
  const [kind = did, code] = did.split(':');
  if (kind === 'refused')
    return `${wordsOf(wanted, code ?? '', '断りました')}（${wordsOf({ ...deeds, ...parts }, part, '内容')}）`;
  return wordsOf(others, did, wordsOf({ ...deeds, ...others }, kind, byItself(kind)));
}

const changed: Readonly<Record<ChangedPart, string>> = {
  date: '日時',
  replyBy: '回答期限',
  place: '場所',
  added: '招集先（追加）',
  removed: '招集先（取りやめ）',
  preparation: 'ご準備',
};

const changedWords = (part: string) => wordsOf(changed, part, '内容');

/** A step of a workflow, by the beginning of its key. */
const steps: readonly (readonly [string, string])[] = [
  ['invite', '案内を送りました'],
  ['remind', '催促を送りました'],
  ['phone', '電話の用事を開きました'],
  ['day-before', '前日の知らせを送りました'],
  ['hold', '会議の日を迎えました'],
  ['ask-for-record', '会議録を依頼しました'],
  ['ask-for-decision', '支援決定を依頼しました'],
  ['record-', '会議録の遅れを知らせました'],
  ['decision-', '支援決定の遅れを知らせました'],
  ['ask-', '開催する側に判断を求めました'],
  ['request', '経過の報告を依頼しました'],
];

function byItself(key: string): string {
  return steps.find(([beginning]) => key.startsWith(beginning))?.[1] ?? '期限の手続きを進めました';
}

/** What a verb did, in a sentence; for the way back. */
export function deedOf(verb: string): string {
  return wordsOf(deeds, verb, '操作しました');
}

const wordsOf = (words: Readonly<Record<string, string>>, key: string, otherwise: string) =>
  ownIn(words, key) ?? otherwise;
