import type { Verb } from '../commands/menu.ts';
import { addDays, dayOf, type Instant, jst } from '../time.ts';

/**
 * Whether the last step of a verb can be undone, verb by verb (docs/adr/0019-undo.md): `null` for one that can, as long as nothing has gone
 * out and nothing rests on it; else what to do instead, in the words of the screen. A new verb does not compile before somebody decides.
 */
export const insteadOfUndo: Readonly<Record<Verb, string | null>> = {
  consultation: null,
  case: null,
  member: null,
  lead: null,
  assign: null,
  close: null,
  consent: null,
  request: null,
  decline: null,
  'ask-again': null,
  elsewhere: null,
  'send-back': null,
  'withdraw-draft': null,
  reply: null,
  'answer-poll': null,
  task: null,
  record: null,
  role: null,
  plan: null,
  confirm: null,
  report: null,
  resend: '案内が関係機関に出るためです。必要なら、もう一度送り直してください。',
  pause: 'その画面で、催促を再開するか、もう一度止めてください。',
  leave: '役割の再調整を始めたためです。関係機関をもう一度招集してください。',
  tax: '税情報の欄で、正しい内容を入れ直してください。',
  'tax-consent': '税情報の同意の欄で、撤回を記録してから、正しい同意を記録してください。',
  'end-agency': '関係機関の画面で「再開」を選んでください。統合は、窓口にご相談ください。',
  residence: 'その画面で、正しい内容を入れ直してください。',
  offer: 'その画面で、正しい内容を入れ直してください。',
  'answer-offer': 'その画面で、正しい内容を入れ直してください。',
  companion: 'その画面で、正しい内容を入れ直してください。',
  agency: '関係機関の画面で、前の内容を入れ直してください。',
  settings: '設定の画面で、前の値を入れ直してください。',
  body: '会議体の画面で、前の内容を入れ直してください。',
  framework: '会議体の画面で、もう一度切り替えてください。',
  rows: 'シートの行を直して、もう一度送ってください。',
  convene: '案内が関係機関に出るためです。会議の画面から変更するか、中止してください。',
  poll: '候補を関係機関に尋ねたためです。会議の画面から別の候補で聞き直すか、中止してください。',
  'go-ahead': '理由の記録は残します。開かないときは、日程を調整し直すか中止してください。',
  'in-writing':
    '書面開催を関係機関に知らせたためです。期限はもう一度「書面開催」から変えられます。やめるときは中止してください。',
  fix: '日程を関係機関に知らせたためです。会議の画面から変更するか、中止してください。',
  approve: '案内が関係機関に出るためです。会議の画面から変更するか、中止してください。',
  designate: '資料が開いているためです。会議の画面から招集を取り下げてください。',
  change: '変更を関係機関に知らせたためです。もう一度変更してください。',
  cancel: '中止を関係機関に知らせたためです。新しい会議を依頼してください。',
  judge: '判断の記録は残します。新しい会議を依頼するか、同意を記録してください。',
  correct: '訂正を関係機関に知らせたためです。理由を書いて、もう一度訂正してください。',
  decide: '支援決定は行政の行為で、記録に残ります。新しい版の支援計画を作ってください。',
  evaluate: '次のモニタリングが始まったためです。新しい版の支援計画を作ってください。',
  trigger: '関係機関にすぐ知らせたためです。電話で取り消しを伝えてください。',
  handover: '相手に知らせたためです。引継ぎで元の担当に戻してください。',
  acknowledge: '守秘義務の確認は証拠として残します。',
  'ask-papers-code': 'コードは10分で使えなくなります。',
  'enter-papers-code': '開いた資料は2時間で閉じます。',
  'confirm-reply': '正しい回答を、もう一度入力してください。',
  bounce: '届かなかった事実の記録です。',
  inbound: '届いたメールの記録です。',
  hold: '保存期間の画面で、理由を書いて解いてください。',
  release: '保存期間の画面で、もう一度、保存を続けることにしてください。',
  'propose-disposal': '保存期間の画面で、廃棄予定を取り下げてください。',
  'confirm-disposal': '廃棄したものは戻りません。',
  'withdraw-disposal': '保存期間の画面で、もう一度、廃棄予定を出してください。',
  open: '閲覧の記録です。',
  undo: '元に戻したものは、もう一度入力してください。',
};

/** Until the end of the day in Japan: a slip is noticed the same day, and a day is soon enough for what was overwritten to be gone. */
export function undoableUntil(at: Instant): Instant {
  return jst(addDays(dayOf(at), 1), '0:00');
}
