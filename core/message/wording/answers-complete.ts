import type { Answers } from '../../meeting/all-answered.ts';
import { dayInJapanese, dayOf, type Instant, instantInJapanese } from '../../time.ts';
import { item, type Wording } from './letter.ts';
import { memo, type StaffFacts } from './memo.ts';

type AllAnsweredFacts = StaffFacts & {
  readonly meetingId: string;
  readonly startsAt: Instant;
  readonly answers: Answers;
};

/** 回答がそろいました: how many come; who they are is on the page. */
export function allAnsweredWording(facts: AllAnsweredFacts): Wording {
  const { meetingId, startsAt, answers } = facts;
  const { come, decline, other, left } = answers;
  const counts = [
    item('出席（代理を含む）', `${String(come)}機関`),
    item('欠席', `${String(decline)}機関`),
    ...(other === 0 ? [] : [item('意見書の提出・日程変更の希望', `${String(other)}機関`)]),
    ...(left === 0 ? [] : [item('辞退', `${String(left)}機関`)]),
  ];
  return memo(
    facts,
    `【回答がそろいました】${meetingId}（${dayInJapanese(dayOf(startsAt))}・出席${String(come)}機関）`,
    [
      ['お声がけした機関の回答が、すべてそろいました。'],
      [item('番号', meetingId), item('日時', instantInJapanese(startsAt)), ...counts],
      ['だれがどう答えたかは、次の画面でご覧ください。'],
    ],
  );
}
