import { type Day, dayInJapanese, dayOf, type Instant, instantInJapanese } from '../../time.ts';
import { item, letter, type MeetingFacts, placeItem, shortly, titleOf, type Wording } from './letter.ts';
import { preparedPartsBlocks } from './alongside.ts';
import { purposeBehindTheCode, type ReplyCode, waysToReply } from './ways.ts';

export type ReminderFacts = MeetingFacts &
  ReplyCode & {
    readonly replyBy: Instant;
    readonly classes: readonly string[];
    /** The day it is sent, so that the last day can be called 本日. */
    readonly today?: Day | undefined;
  };

/** 催促: only to those who owe an answer. */
export function reminderWording(facts: ReminderFacts): Wording {
  const { replyBy, startsAt, place, classes, preparation, meetingId, meetingName, today } = facts;
  const due = dayOf(replyBy);
  const until = due === today ? `本日${dayInJapanese(due)}` : dayInJapanese(due);
  return letter(facts, `【再送・${until}までに出欠を】${shortly(startsAt)} ${titleOf(facts)}`, [
    [
      `${meetingName}の出欠のご回答を、まだいただいていません。`,
      `${instantInJapanese(replyBy)} までに、お知らせください。`,
      '行き違いでしたら、ご容赦ください。',
    ],
    [
      item('日時', instantInJapanese(startsAt)),
      placeItem(place),
      item('お力を借りたいこと', classes.join('、')),
      ...(preparation === undefined ? [] : [item('ご準備', preparation)]),
      item('会議番号', meetingId),
    ],
    waysToReply(facts),
    ...preparedPartsBlocks(
      '続けて同じ席で、次の会議も開きます。出欠は、どのページから答えても、すべてに届きます。',
      facts,
    ),
    [
      '・ご欠席でも、その旨をお知らせいただけると助かります。',
      purposeBehindTheCode(facts),
      '・招集担当は主担当を意味しません。',
    ],
  ]);
}
