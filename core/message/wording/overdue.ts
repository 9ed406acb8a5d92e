import { type Day, dayInJapanese } from '../../time.ts';
import { item, type Wording } from './letter.ts';
import { memo, type StaffFacts } from './memo.ts';

export type OverdueFacts = StaffFacts & {
  readonly what:
    | '会議録'
    | '支援決定'
    | 'モニタリング'
    | '出欠回答'
    | '開催依頼'
    | '起案'
    | '見送りの再検討'
    | '既存会議の結果'
    | '日程の決定';
  /** Id of the meeting or case. */
  readonly id: string;
  readonly wasDue: Day;
  /** The supervisor (査察指導員/主任) is told that a colleague is late; the colleague is told what to do. */
  readonly reader: 'officer' | 'supervisor';
};

/** 超過. Nothing is ever closed for being late (BRIEF §2.13). */
export function overdueWording(facts: OverdueFacts): Wording {
  const { what, id, wasDue, reader } = facts;
  const due = dayInJapanese(wasDue);
  const ask =
    reader === 'officer'
      ? 'できるだけ早く進めるか、進められない事情を上司にご相談ください。'
      : '担当者に状況を確かめ、進め方をご判断ください。';
  return memo(facts, `【超過・本日ご対応を】${what} ${id}（期限 ${due}）`, [
    [`${what}の期限（${due}）を過ぎています。`, ask],
    [item('番号', id), item('期限', due)],
  ]);
}
