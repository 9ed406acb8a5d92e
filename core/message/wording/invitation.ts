import { dayInJapanese, dayOf, type Instant, instantInJapanese, timeOf } from '../../time.ts';
import type { Time } from '../../meeting/gathering.ts';
import {
  type Block,
  item,
  letter,
  type MeetingFacts,
  NOTHING_TO_PREPARE,
  placeItem,
  shortly,
  titleOf,
  type Wording,
} from './letter.ts';
import { purposeBehindTheCode, type ReplyCode, waysToReply } from './ways.ts';

export type InvitationFacts = MeetingFacts &
  ReplyCode & {
    /** 役割区分 from the fixed list; two when an agency is called for two purposes. */
    readonly classes: readonly string[];
    /** 見通し: for how long and how many times. */
    readonly outlook: string;
    readonly replyBy: Instant;
    /** Said ○ of this very date, so that 出席 is noted already. */
    readonly polled?: boolean | undefined;
    readonly caseNumbers?: readonly string[] | undefined;
    /** When this agency is needed, where the meeting has times for its cases. */
    readonly times?: readonly Time[] | undefined;
  };

/** The notice (案内文). The purpose (招集の目的) and everything about the household stand behind the link. */
export function invitationWording(facts: InvitationFacts): Wording {
  const { replyBy, startsAt, meetingName, polled } = facts;
  const head = polled === true ? '日程決定・ご出席で承りました' : `${dayInJapanese(dayOf(replyBy))}までに出欠を`;
  return letter(facts, `【${head}】${shortly(startsAt)} ${titleOf(facts)}`, [
    polled === true
      ? [
          `${facts.sender}から、${meetingName}の日程が決まったお知らせです。`,
          'お尋ねした候補のうち、○をいただいた次の日時です。ご出席として承っています。',
          'ご都合が変わったときだけ、お知らせください。',
        ]
      : [
          `${facts.sender}から、${meetingName}へのご出席のお願いです。`,
          '支援の進め方と役割分担を、関係する機関で話し合う会議です。',
          `${instantInJapanese(replyBy)} までに、出欠をお知らせください。`,
        ],
    details(facts),
    waysToReply(facts, polled === true ? 'ご都合が変わったときの連絡の方法' : undefined),
    ...alongsideBlocks(facts),
    [
      purposeBehindTheCode(facts),
      '・招集担当は主担当を意味しません。主担当は会議で決めます。',
      '・回答は、会議が始まるまで変更できます。',
    ],
  ]);
}

function details(facts: InvitationFacts): Block {
  const { startsAt, place, classes, preparation, outlook, meetingId, caseNumbers, times = [] } = facts;
  const cases = caseNumbers === undefined || caseNumbers.length === 0 ? '' : `（ケース ${caseNumbers.join('、')}）`;
  return [
    item('日時', instantInJapanese(startsAt)),
    ...(times.length === 0 ? [] : [item('お時間', times.map(timeWords).join('、'))]),
    placeItem(place),
    item('お力を借りたいこと', classes.join('、')),
    item('ご準備', preparation ?? NOTHING_TO_PREPARE),
    item('見通し', outlook),
    item('会議番号', `${meetingId}${cases}`),
  ];
}

/** Each with the page its papers stand on. */
function alongsideBlocks({ alongside = [], preparation: said }: InvitationFacts): readonly Block[] {
  if (alongside.length === 0) return [];
  return [
    [
      '続けて同じ席で、次の会議も開きます。ご出席の案内は、この一通だけです。出欠は、どのページから答えても、すべてに届きます。',
    ],
    ...alongside.map(({ meetingId, startsAt, classes, caseNumbers, times, preparation, link }) => [
      item('会議番号', `${meetingId}（ケース ${caseNumbers.join('、')}）`),
      item('お時間', times.length === 0 ? `${timeOf(startsAt)}から` : times.map(timeWords).join('、')),
      item('お力を借りたいこと', classes.join('、')),
      ...(preparation === undefined || preparation === said ? [] : [item('ご準備', preparation)]),
      '▼この会議の招集の目的と資料',
      link,
    ]),
  ];
}

/** `14:30〜15:00（ケース C-2）` */
export function timeWords({ case: id, from, until }: Time): string {
  return `${timeOf(from)}〜${timeOf(until)}（ケース ${id}）`;
}
