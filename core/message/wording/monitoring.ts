import { type Day, dayInJapanese } from '../../time.ts';
import { type AgencyFacts, type Block, byPhone, item, letter, titleOf, withYear, type Wording } from './letter.ts';
import { indented } from './lines.ts';
import { behindTheCode, byFax, type ReplyCode, waysToAnswer } from './ways.ts';

export type MonitoringFacts = AgencyFacts &
  ReplyCode & {
    readonly meetingName: string;
    readonly meetingId: string;
    /** モニタリング予定日: reports are due on that day. */
    readonly review: Day;
    /** The day it is sent, so that the last day can be called 本日. */
    readonly today?: Day | undefined;
  };

// Said to those with a role, and to those of the person's own town that have none.
const ASKED = 'お引き受けいただいた役割や、その後のご様子は、いかがでしょうか。';

/** Asks an agency how its own roles go (BRIEF §2.13). */
export function monitoringRequestWording(facts: MonitoringFacts): Wording {
  return letter(facts, `【${until(facts)}までにご報告を】支援計画のモニタリング ${titleOf(facts)}`, [
    [ASKED, `${until(facts)}までに、状況をお知らせください。`],
    ...rest(facts),
  ]);
}

/** Only to agencies that have not reported. */
export function monitoringReminderWording(facts: MonitoringFacts): Wording {
  return letter(facts, `【再送・${until(facts)}までにご報告を】支援計画のモニタリング ${titleOf(facts)}`, [
    [
      'モニタリングのご報告を、まだいただいていません。',
      `${until(facts)}までに、お知らせください。`,
      '行き違いでしたら、ご容赦ください。',
    ],
    ...rest(facts),
  ]);
}

function until({ review, today }: Pick<MonitoringFacts, 'review' | 'today'>): string {
  return `${review === today ? '本日' : ''}${dayInJapanese(review)}`;
}

function rest(facts: MonitoringFacts): readonly Block[] {
  const sheet = ['　実施した ・ 状況が変わった ・ まだ実施していない'];
  return [
    [item('報告の期限', withYear(facts.review)), item('会議番号', facts.meetingId)],
    waysToAnswer(facts, '報告の方法', sheet, behindTheCode),
    notes,
  ];
}

const notes = [
  '・「まだ実施していない」も大切なご報告です。',
  '・FAXには、お名前やご事情を書かないでください。詳しいことはページか電話でお願いします。',
];

/** One of several reports that one letter asks for. */
export type OneOfSeveral = Pick<MonitoringFacts, 'meetingName' | 'meetingId' | 'replyCode' | 'review'> & {
  readonly caseId: string;
  /** Where its link goes. */
  readonly link: string;
};

export type SeveralFacts = AgencyFacts & {
  /** The first due first. */
  readonly asked: readonly OneOfSeveral[];
  readonly today?: Day | undefined;
  readonly isReminder: boolean;
};

/** Reports on several plans that one agency has a role in: one letter, each with its own page and its own last day. */
export function severalReportsWording(facts: SeveralFacts): Wording {
  const { asked, today, isReminder } = facts;
  const [first] = asked;
  if (first === undefined) throw new Error('a letter that asks for nothing');
  const count = `${String(asked.length)}件`;
  const days = asked.every(({ review }) => review === first.review) ? '' : '・それぞれの期限';
  const subject = `【${isReminder ? '再送・' : ''}${until({ review: first.review, today })}までにご報告を】モニタリング ${count}（${first.meetingId}ほか${days}）`;
  const lead = isReminder
    ? ['モニタリングのご報告を、まだいただいていません。', '行き違いでしたら、ご容赦ください。']
    : [ASKED];
  return letter(facts, subject, [
    [...lead, `次の${count}の状況を、それぞれの期限までにお知らせください。`],
    ...asked.map(itemOf),
    [
      '◎ 報告の方法（次のどれか一つ。1件3分ほどです）',
      `1. それぞれのページを開き、${behindTheCode.act}`,
      `2. ${byPhone(facts)}、それぞれの返信コードと状況を伝える`,
      ...byFax(
        facts,
        asked.map((_one, at) => indented(`${String(at + 1)}件目： 実施した ・ 状況が変わった ・ まだ実施していない`)),
      ),
    ],
    notes,
  ]);
}

function itemOf({ meetingName, meetingId, caseId, review, replyCode, link }: OneOfSeveral, at: number): Block {
  return [
    `◎ ${String(at + 1)}件目：${titleOf({ meetingName, meetingId })}（ケース ${caseId}）`,
    item('報告の期限', withYear(review)),
    ...(replyCode === '' ? [] : [item('返信コード', replyCode)]),
    link,
  ];
}
