import { type Day, dayInJapanese, dayOf, type Instant, instantInJapanese } from '../../time.ts';
import {
  type Block,
  item,
  letter,
  type MeetingFacts,
  placeItem,
  shortly,
  titleOf,
  toOffice,
  type Wording,
} from './letter.ts';
import { indented } from './lines.ts';
import { marking, type ReplyCode, waysToAnswer } from './ways.ts';

export type PollFacts = Omit<MeetingFacts, 'startsAt'> &
  ReplyCode & {
    /** Candidate dates (日程候補), one to ten. */
    readonly slots: readonly Instant[];
    readonly replyBy: Instant;
    readonly classes: readonly string[];
    /** The date that is given up, of a meeting that had one. */
    readonly former?: Instant | undefined;
  };

/** 日程調整: which of the dates would do. */
export function pollWording(facts: PollFacts): Wording {
  const { replyBy, meetingName, former } = facts;
  const subject = `【${dayInJapanese(dayOf(replyBy))}までにご都合を】${datesOf(facts)}${titleOf(facts)}`;
  return letter(facts, subject, [
    [
      `${facts.sender}から、${meetingName}の日程のお尋ねです。`,
      ...(former === undefined ? [] : [`${instantInJapanese(former)} の日程は、見直すことになりました。`]),
      `${instantInJapanese(replyBy)} までに、候補ごとのご都合をお知らせください。`,
    ],
    ...asked(facts),
    [
      '・○は出席できる、△は調整が必要、×は出席できない、の意味です。',
      '・日程が決まりしだい、ご案内します。○をいただいた日に決まったときは、あらためての出欠の回答は要りません。',
      '・招集担当は主担当を意味しません。',
    ],
  ]);
}

/** 催促 of a poll: only to those who owe ○△×. */
export function pollReminderWording(
  facts: PollFacts & { readonly today: Day; readonly unmarked: readonly Instant[] },
): Wording {
  const { replyBy, meetingName, today, slots, unmarked } = facts;
  const due = dayOf(replyBy);
  const until = due === today ? `本日${dayInJapanese(due)}` : dayInJapanese(due);
  return letter(facts, `【再送・${until}までにご都合を】${datesOf(facts)}${titleOf(facts)}`, [
    [
      unmarked.length < slots.length
        ? `${meetingName}の日程で、ご都合をまだいただいていない候補があります。`
        : `${meetingName}の日程のご都合を、まだいただいていません。`,
      `${instantInJapanese(replyBy)} までに、お知らせください。`,
      '行き違いでしたら、ご容赦ください。',
    ],
    ...asked(facts),
    ['・どの日も難しいときも、その旨をお知らせいただけると助かります。', '・招集担当は主担当を意味しません。'],
  ]);
}

/** 中止 before there was a date. */
export function pollCancelWording(facts: OffFacts): Wording {
  return letter(facts, `【中止・ご対応は不要です】${datesOf(facts)}${titleOf(facts)}`, [
    [`日程をお尋ねしていた${facts.meetingName}は中止になりました。`, '回答は不要です。'],
    ...freeAgain(facts),
  ]);
}

type OffFacts = Omit<MeetingFacts, 'startsAt' | 'place'> & Pick<PollFacts, 'slots'>;

/** Which days were kept free for nothing: whoever noted them must find them again. */
function freeAgain(facts: OffFacts): readonly Block[] {
  return [
    [item('会議番号', facts.meetingId)],
    ['■ お尋ねしていた候補', ...facts.slots.map((slot) => indented(`${instantInJapanese(slot)}（取消）`))],
    [
      '候補の日を空けていただいた方は、ほかのご予定にお使いください。',
      `ご不明な点は、${toOffice(facts)}お尋ねください。`,
    ],
  ];
}

/** The meeting is still sought a date for, without this agency. */
export function pollOffWording(facts: OffFacts): Wording {
  return letter(facts, `【出席依頼の取消・ご対応は不要です】${datesOf(facts)}${titleOf(facts)}`, [
    [`日程をお尋ねしていた${facts.meetingName}への、ご出席のお願いを取り消します。`, '回答は不要です。'],
    ...freeAgain(facts),
  ]);
}

export function datesOf({ slots }: Pick<PollFacts, 'slots'>): string {
  const [first] = slots;
  if (first === undefined) return '';
  return `候補 ${shortly(first)}${slots.length > 1 ? `ほか${String(slots.length - 1)}件` : ''} `;
}

export function asked(facts: PollFacts, heading = '回答の方法'): readonly Block[] {
  const { slots, place, classes, meetingId } = facts;
  const sheet = slots.map((slot, index) => indented(`${String(index + 1)}. ${shortly(slot)} ： ○ ・ △ ・ ×`));
  return [
    [placeItem(place), item('お力を借りたいこと', classes.join('、')), item('会議番号', meetingId)],
    ['◎ 日程の候補', ...slots.map((slot, index) => indented(`${String(index + 1)}. ${instantInJapanese(slot)}`))],
    waysToAnswer(facts, heading, sheet, marking),
  ];
}
