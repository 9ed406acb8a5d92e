import { html } from 'hono/html';
import { comesAt } from '../../../core/invitation/cases.ts';
import { mayAnswer } from '../../../core/meeting/in-writing.ts';
import { instantInJapanese } from '../../../core/time.ts';
import type { Printed } from './printed.ts';
import { circles, type Sheet } from './sheet.ts';

/** Letters on which 出欠 is answered. */
const asking: readonly string[] = ['invitation', 'change', 'reminder'];

/** Where something is to be written besides the circle. */
const choices = [
  { answer: '出席', words: '出席します' },
  { answer: '欠席', words: '欠席します' },
  { answer: '代理出席', words: '代理が出席します', note: '代理の方のお名前・役職', blank: true },
  { answer: '意見書提出', words: '意見書を出します', note: '別の紙でお送りください' },
  { answer: '日程変更希望', words: 'ほかの日時を希望します', note: '出られる日時', blank: true },
] as const;

/** 出欠回答票. */
export function attendanceSheet(printed: Printed): Sheet | undefined {
  const { paper, meeting, invitation } = printed;
  if (!asking.includes(paper.kind) || !('appointment' in meeting)) return undefined;
  const { replyBy, written } = meeting.appointment;
  return {
    title: '出欠回答票',
    rows: [
      written === undefined
        ? ['日時', instantInJapanese(comesAt(meeting, invitation))]
        : ['開き方', '書面（お集まりいただく必要はありません）'],
      ...besides(printed),
      ['回答期限', instantInJapanese(replyBy)],
    ],
    body: html`<p>あてはまるもの一つの番号に、大きく○をつけてください。</p>
      ${circles(choices.filter(({ answer }) => mayAnswer(meeting, answer)))}`,
  };
}

/** Of a joint sitting one circle answers for every part. */
function besides(printed: Printed): Sheet['rows'] {
  const others = 'alongside' in printed ? (printed.alongside ?? []) : [];
  if (others.length === 0) return [];
  return [['同じ席の会議', `${others.map(({ meetingId }) => meetingId).join('、')}（このお答えが届きます）`]];
}
