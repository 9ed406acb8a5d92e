import { type Day, dayInJapanese } from '../../time.ts';
import { type AgencyFacts, type Block, item, letter, titleOf, withYear, type Wording } from './letter.ts';
import { behindTheCode, type ReplyCode, waysToAnswer } from './ways.ts';

export type MonitoringFacts = AgencyFacts &
  ReplyCode & {
    readonly meetingName: string;
    readonly meetingId: string;
    /** モニタリング予定日: reports are due on that day. */
    readonly review: Day;
    /** The day it is sent, so that the last day can be called 本日. */
    readonly today?: Day | undefined;
  };

/** Asks an agency how its own roles go (BRIEF §2.13). */
export function monitoringRequestWording(facts: MonitoringFacts): Wording {
  return letter(facts, `【${until(facts)}までにご報告を】支援計画のモニタリング ${titleOf(facts)}`, [
    ['お引き受けいただいた役割は、その後いかがでしょうか。', `${until(facts)}までに、状況をお知らせください。`],
    ...rest(facts),
  ]);
}

/** Only to agencies that have not reported. */
export function monitoringReminderWording(facts: MonitoringFacts): Wording {
  return letter(facts, `【再送・${until(facts)}までにご報告を】支援計画のモニタリング ${titleOf(facts)}`, [
    [
      '役割の状況のご報告を、まだいただいていません。',
      `${until(facts)}までに、お知らせください。`,
      '行き違いでしたら、ご容赦ください。',
    ],
    ...rest(facts),
  ]);
}

function until({ review, today }: MonitoringFacts): string {
  return `${review === today ? '本日' : ''}${dayInJapanese(review)}`;
}

function rest(facts: MonitoringFacts): readonly Block[] {
  const sheet = ['　実施した ・ 状況が変わった ・ まだ実施していない'];
  return [
    [item('報告の期限', withYear(facts.review)), item('会議番号', facts.meetingId)],
    waysToAnswer(facts, '報告の方法', sheet, behindTheCode),
    [
      '・「まだ実施していない」も大切なご報告です。',
      '・FAXには、お名前やご事情を書かないでください。詳しいことはページか電話でお願いします。',
    ],
  ];
}
