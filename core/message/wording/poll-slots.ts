import { dayInJapanese, dayOf, type Instant, instantInJapanese } from '../../time.ts';
import { type Block, letter, titleOf, type Wording } from './letter.ts';
import { indented } from './lines.ts';
import { asked, datesOf, type PollFacts } from './poll.ts';

export type SlotFacts = PollFacts & {
  /** 取りやめた候補, and 加えた候補, against what this agency was last told. */
  readonly gone: readonly Instant[];
  readonly come: readonly Instant[];
  /** Slots of which it has said nothing yet. */
  readonly unmarked: readonly Instant[];
};

/** The slots are other ones (候補の変更): what went, what came, and whether there is anything to answer. */
export function pollSlotsWording(facts: SlotFacts): Wording {
  const { replyBy, meetingName, gone, come, unmarked } = facts;
  const todo = unmarked.length === 0 ? 'ご対応は不要です' : `${dayInJapanese(dayOf(replyBy))}までにご都合を`;
  return letter(facts, `【候補の変更・${todo}】${datesOf(facts)}${titleOf(facts)}`, [
    [
      `お尋ねしている${meetingName}の日程の候補が変わりました。`,
      unmarked.length === 0
        ? '残っている候補へのご都合は、いただいています。ご対応は不要です。'
        : `${instantInJapanese(replyBy)} までに、ご都合をお知らせください。`,
    ],
    named('取りやめた候補（空けていただいた方は、ほかのご予定にお使いください）', gone),
    named('加えた候補', come),
    ...asked(facts, unmarked.length === 0 ? 'ご都合が変わったときの連絡の方法' : undefined),
    [
      '・ほかの候補にいただいたご都合は、そのまま残っています。',
      '・日程が決まるまで、ご都合はいつでも変更できます。',
      '・招集担当は主担当を意味しません。',
    ],
  ]);
}

function named(heading: string, slots: readonly Instant[]): Block {
  return slots.length === 0 ? [] : [`■ ${heading}`, ...slots.map((slot) => indented(instantInJapanese(slot)))];
}
