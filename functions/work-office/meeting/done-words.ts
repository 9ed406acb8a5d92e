import type { Meeting } from '../../../core/meeting/model.ts';

const doneWords: Readonly<Record<string, string>> = {
  request: '開催を依頼しました。開催する側の担当に届いています',
  convene: '招集しました。案内を送ります',
  'convene-together': '合同の席に招集しました。案内は、機関ごとに一つ送ります',
  designate: '参加者に指名しました。資料を開けるようになりました',
  poll: '新しい候補で都合を聞き直します',
  slots: '候補を変えました。候補を聞いた機関に知らせます',
  'answer-poll': '都合を記録しました',
  'go-ahead': '理由を記録しました。このまま開催します',
  'in-writing': '書面開催にしました。関係機関に知らせ、意見書をお願いします',
  fix: '日程を決めました。案内を送ります',
  decline: '見送りを記録しました。再検討日に用事に出ます',
  elsewhere: '既存会議に諮ることを記録しました',
  'request-to-sitting': '定例会の議題にし、依頼に答えました',
  outcome: '既存会議の結果を記録しました',
  again: 'もう一度、開催を依頼しました',
  approve: '決裁しました。案内を送ります',
  'send-back': '差し戻しました。起案した人の用事に出ます',
  'withdraw-draft': '起案を取り下げました',
  reply: '回答を記録しました',
  'confirm-reply': '確かめた回答として記録しました',
  resend: '案内を送り直します。前のリンクは使えなくなりました',
  pause: '催促を止めるか、再開しました',
  leave: '辞退を記録しました。受けていた役割は未定に戻りました',
  change: '変更しました。関係機関に知らせます',
  cancel: '中止しました。関係機関に知らせます',
  judge: '判断を記録しました',
  record: '会議録を保存しました',
  correct: '会議録を直しました。前の版を受け取った機関に知らせます',
  role: '役割を保存しました',
  confirm: '役割を確定しました',
  task: '済みにしました',
};

/** Said where one goes on: the next agency to be telephoned, the next role. */
export function placeOfDone(done = ''): 'head' | 'agencies' | 'roles' {
  if (ofAgencies.includes(done)) return 'agencies';
  return done === 'role' || done === 'confirm' ? 'roles' : 'head';
}
const ofAgencies: readonly string[] = ['reply', 'confirm-reply', 'answer-poll', 'resend', 'pause', 'leave'];

/** A convening that waits for 決裁 has sent nothing, and one whose date is still sought asks only which days would do. */
export function doneSaid(done = '', { state }: Meeting): string | undefined {
  if (done === 'convene' && state === 'drafted') return '起案しました。決裁を待ちます（まだ何も送っていません）';
  const convenes = done === 'convene' || done === 'approve';
  return convenes && state === 'polling'
    ? `${done === 'approve' ? '決裁しました。' : ''}候補の日の都合を聞きます。日程が決まると、案内を送ります`
    : doneWords[done];
}
