import { type Day, dayInJapanese } from '../../time.ts';
import { type AgencyFacts, item, letter, titleOf, toOffice, withYear, type Wording } from './letter.ts';
import { papersToOpen } from './ways.ts';

export type PlanFacts = AgencyFacts & {
  readonly meetingName: string;
  readonly meetingId: string;
  readonly period: { readonly from: Day; readonly to: Day };
  /** 次回モニタリング予定日. */
  readonly review: Day;
};

/** 支援計画 has begun; the roles in it stand behind the link. */
export function planWording(facts: PlanFacts): Wording {
  const { period, review, meetingName, meetingId } = facts;
  return letter(facts, `【支援計画・ご確認ください】次の報告は${dayInJapanese(review)}まで ${titleOf(facts)}`, [
    [`${meetingName}で話し合った支援計画が決まりました。お引き受けいただいた役割と期限を、ご確認ください。`],
    [
      item('計画の期間', `${withYear(period.from)}から${withYear(period.to)}まで`),
      item('次のモニタリング', withYear(review)),
      item('会議番号', meetingId),
    ],
    papersToOpen(facts, '支援計画'),
    [
      '・モニタリングの前に、ご報告のお願いをお送りします。',
      `・状況が変わったときは、その日を待たずに${toOffice(facts)}お知らせください。`,
    ],
  ]);
}
