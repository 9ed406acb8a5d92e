import type { TaskKind } from '../../task/model.ts';
import { dayInJapanese, dayOf, type Instant, instantInJapanese } from '../../time.ts';
import { item, type Wording } from './letter.ts';
import { memo, type StaffFacts } from './memo.ts';

/** What a staff task is called, and what to do. */
export const taskWords = {
  phone: { name: '電話', act: '関係機関に電話で出欠を確かめ、回答を入力してください。' },
  fax: { name: 'FAX', act: '案内を印刷してFAXで送り、届いた回答を入力してください。' },
  post: { name: '郵送', act: '案内を印刷して郵送し、届いた回答を入力してください。' },
  'confirm-reply': { name: '回答の確認', act: '未確認の回答があります。電話で確かめ、正しい回答を入力してください。' },
  record: { name: '会議録', act: '会議録を入力してください。' },
  decision: { name: '支援決定', act: '支援決定をして、決定日を入力してください。' },
  monitoring: { name: 'モニタリング', act: '関係機関の状況を電話で確かめ、入力してください。' },
  overdue: { name: '超過', act: '期限を過ぎています。状況を確かめ、進めてください。' },
  bounce: { name: 'メール不達', act: 'メールが届きませんでした。電話などで案内し、宛先を直してください。' },
  'consent-withdrawn': { name: '同意の撤回', act: '本人同意が撤回されました。続けるか止めるかを判断してください。' },
  'consent-waiver': { name: '同意なしの判断', act: '本人同意がないまま開くかどうかを判断してください。' },
  'consent-ending': {
    name: '同意の期限',
    act: '本人同意の期限が近いか、過ぎました。同意を取り直し、ケースの画面で新しい同意を記録してください。',
  },
  sitting: { name: '定例会の議題', act: 'ケースの画面で理由を確かめ、別の回に諮るか、別に招集してください。' },
  sheet: {
    name: 'シートへの書き込み停止',
    act: 'スプレッドシートに書き込めません。共有などを直し、設定の画面でもう一度「書き込む」にしてください。',
  },
  retention: { name: '保存期間の満了', act: '保存期間の画面で、廃棄するか、保存を続けるかを決めてください。' },
  'follow-up': { name: '終結後の確認', act: '支援が終わって12か月です。様子を確かめてください。' },
  watchdog: { name: '点検', act: '自動処理が止まっているかもしれません。状態を確かめてください。' },
  'my-number': {
    name: '個人番号',
    act: '届いたメールから個人番号（マイナンバー）とみられる数字を消して受け取りました。書かないようお伝えください。',
  },
  reschedule: {
    name: '日程変更の希望',
    act: '日程を変えるかどうかを決め、変えるときは会議の画面で日時を直してください。',
  },
  'agency-left': {
    name: '関係機関の辞退',
    act: '外れた関係機関の代わりを招集するか、その役割を頼み直すかを決めてください。',
  },
  request: { name: '開催依頼', act: '開催依頼が来ています。招集・見送り・既存会議のどれにするかを決めてください。' },
  approval: { name: '決裁', act: '招集の起案が決裁を待っています。内容を確かめ、決裁か差戻しをしてください。' },
  redraft: { name: '差戻し', act: '起案が差し戻されました。理由を確かめ、直すか取り下げてください。' },
  reconsider: { name: '再検討', act: '見送りの再検討日です。もう一度依頼するか、改めて見送ってください。' },
  offer: { name: '引継ぎの申し出', act: '引継ぎの申し出があります。受けるかどうかを決め、返事を記録してください。' },
  elsewhere: { name: '既存会議の結果', act: '既存会議の日が過ぎました。結果を入力してください。' },
  'plan-need': {
    name: 'プラン要否',
    act: '緊急対応のあとです。支援計画が要るかどうかを決め、作るか、要らない理由を書いて済みにしてください。',
  },
  quorum: {
    name: '出席の不足',
    act: '出席する機関がないか、定足数に足りません。日程を調整し直すか、書面で開くか、理由を書いて開催するか、中止してください。',
  },
  'trigger-unreached': {
    name: '発動条件の宛先なし',
    act: '発動条件に当たりましたが、知らせる関係機関がないか、外れたか、休止・廃止・統合になっています。代わりに知らせる先を決めて電話などで伝え、ケースの発動条件の宛先を直してください。',
  },
  'fix-date': {
    name: '日程の決定',
    act: '日程調整の回答がそろったか、期限が来ました。会議の画面で日程を決めるか、別の候補で聞き直すか、中止してください。',
  },
  'no-contact': {
    name: '担当者の登録',
    act: '担当者が登録されていないため、案内を止めています。担当者を登録してから、用事を済みにしてください。',
  },
} as const satisfies Record<TaskKind, { readonly name: string; readonly act: string }>;

export type StaffTaskFacts = StaffFacts & {
  readonly taskKind: TaskKind;
  /** Ids of the agency, meeting or case it is about. */
  readonly about: string;
  /** Id of the meeting or case whose page opens. */
  readonly subjectId: string;
  readonly dueAt?: Instant | undefined;
  /** When it was opened; a task without a deadline is from that day. */
  readonly openedAt: Instant;
};

export function staffTaskWording(facts: StaffTaskFacts): Wording {
  const { taskKind, about, subjectId, dueAt, openedAt } = facts;
  const { name, act } = taskWords[taskKind];
  const when = dueAt === undefined ? `${dayInJapanese(dayOf(openedAt))}から` : `${dayInJapanese(dayOf(dueAt))}まで`;
  const isOfSubject = about === subjectId;
  return memo(facts, `【${when}・${name}】${isOfSubject ? about : `${about}（${subjectId}）`}`, [
    [act],
    [
      ...(isOfSubject ? [] : [item('対象', about)]),
      item('番号', subjectId),
      item('期限', dueAt === undefined ? 'できるだけ早く' : instantInJapanese(dueAt)),
    ],
  ]);
}
