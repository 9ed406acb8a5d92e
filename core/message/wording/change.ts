import { dayInJapanese, dayOf, type Instant, instantInJapanese } from '../../time.ts';
import {
  type Block,
  item,
  letter,
  type MeetingFacts,
  type Off,
  placeItem,
  shortly,
  titleOf,
  toOffice,
  type Wording,
} from './letter.ts';
import { preparationLines, preparedPartsBlocks } from './alongside.ts';
import { indented, oneLine } from './lines.ts';
import { pageToOpen, type ReplyCode, waysToReply } from './ways.ts';

export type ChangeFacts = MeetingFacts &
  ReplyCode & {
    /** What it was before; only what has changed. */
    readonly before: {
      readonly startsAt?: Instant | undefined;
      readonly place?: string | undefined;
      /** Empty where nothing was to be prepared. */
      readonly preparation?: string | undefined;
    };
    /** Present when a new date asks everybody again. */
    readonly replyBy?: Instant | undefined;
  };

function alsoChanged({ alongside = [] }: ChangeFacts): string {
  const prepares = alongside.some(({ preparedBefore }) => preparedBefore !== undefined);
  const more = prepares ? 'ご準備が変わったものもあります。' : '';
  return `続けて同じ席で開く次の会議も、あわせて変わりました。${more}出欠は、どのページから答えても、すべてに届きます。`;
}

const ALSO_HELD = '続けて同じ席で、次の会議も開きます。';

/** Date and place are those of the whole sitting. */
const isOfAll = ({ startsAt, place }: ChangeFacts['before']) => startsAt !== undefined || place !== undefined;

/** 変更: what it was, what it is now, and whether an answer is due again. */
export function changeWording(facts: ChangeFacts): Wording {
  const { before, startsAt, replyBy, meetingName, meetingId, off = [] } = facts;
  const what = changed(before).join('と');
  if (what === '') return off.length === 0 ? changedSomehow(facts) : partsOff(facts, off);
  return letter(facts, `【${what}の変更${alsoAsked(facts, off)}】${shortly(startsAt)} ${titleOf(facts)}`, [
    offSaid(facts, off),
    [`${off.length === 0 ? meetingName : '同じ席のほかの会議'}の${what}が変わりました。`, request(replyBy)],
    [...comparison(facts), item('会議番号', meetingId)],
    replyBy === undefined ? pageToOpen(facts, '最新のご案内') : waysToReply(facts),
    ...preparedPartsBlocks(isOfAll(before) ? alsoChanged(facts) : ALSO_HELD, facts),
    replyBy === undefined ? [`ご都合が変わる方は、${toOffice(facts)}ご連絡ください。`] : [],
  ]);
}

/** What else its subject says: that parts are off, and until when an answer is needed. */
function alsoAsked({ replyBy }: ChangeFacts, off: readonly Off[]): string {
  if (replyBy === undefined) return off.length === 0 ? '' : `と${offHead(off)}`;
  const ask = `・${dayInJapanese(dayOf(replyBy))}までに出欠を`;
  return off.length === 0 ? ask : `と${briefly(off)}${ask}`;
}

function offHead(off: readonly Off[]): string {
  return off.some(({ withdrawn }) => !withdrawn) ? '一部の取りやめ' : '一部の出席依頼の取消';
}

/** Beside a day to answer by: a subject is cut off where it is long. */
function briefly(off: readonly Off[]): string {
  return off.some(({ withdrawn }) => !withdrawn) ? '一部中止' : '一部取消';
}

/** To which of its parts it need not come any more, each when it was to be. */
function offSaid({ meetingName }: MeetingFacts, off: readonly Off[]): Block {
  if (off.length === 0) return [];
  return [
    `${meetingName}のうち、次の会議には、お越しいただく必要はありません。`,
    ...off.map(({ meetingId, startsAt, withdrawn }) =>
      item(
        withdrawn ? 'お越しいただかない会議' : '取りやめ',
        `${instantInJapanese(startsAt)}（会議番号 ${meetingId}）`,
      ),
    ),
  ];
}

/** What else had changed came to nothing. */
function partsOff(facts: ChangeFacts, off: readonly Off[]): Wording {
  const { startsAt, meetingId } = facts;
  return letter(facts, `【${offHead(off)}・ほかは予定どおり】${shortly(startsAt)} ${titleOf(facts)}`, [
    offSaid(facts, off),
    ['同じ席の次の会議には、これまでどおりご出席をお願いします。'],
    [...comparison(facts), item('会議番号', meetingId)],
    pageToOpen(facts, '最新のご案内'),
    ...preparedPartsBlocks(ALSO_HELD, facts),
    ['出欠のご回答は、そのまま有効です。', `ご不明な点は、${toOffice(facts)}お尋ねください。`],
  ]);
}

function changed({ startsAt, place, preparation }: ChangeFacts['before']): readonly string[] {
  return [
    ...(startsAt === undefined ? [] : ['日時']),
    ...(place === undefined ? [] : ['場所']),
    ...(preparation === undefined ? [] : ['ご準備']),
  ];
}

/** On paper, when no mail tells what it was before: what it is now, and an answer counts in any case. */
function changedSomehow(facts: ChangeFacts): Wording {
  const { startsAt, meetingName, meetingId } = facts;
  return letter(facts, `【日時・場所の変更】${shortly(startsAt)} ${titleOf(facts)}`, [
    [`${meetingName}の日時か場所が変わり、次のとおりになりました。`],
    [...comparison(facts), item('会議番号', meetingId)],
    waysToReply(facts),
    ...preparedPartsBlocks(alsoChanged(facts), facts),
    ['・すでにお答えいただき、ご都合の変わらない方は、お返事は要りません。'],
  ]);
}

function request(replyBy: Instant | undefined): string {
  if (replyBy === undefined) return '出欠のご回答は、そのまま有効です。';
  return `お手数ですが、${instantInJapanese(replyBy)} までに、あらためて出欠をお知らせください。`;
}

function comparison({ before, startsAt, place, preparation }: ChangeFacts): Block {
  return [
    item('日時', instantInJapanese(startsAt)),
    ...(before.startsAt === undefined ? [] : [indented(`（変更前 ${instantInJapanese(before.startsAt)}）`)]),
    placeItem(place),
    ...(before.place === undefined ? [] : [indented(`（変更前 ${oneLine(before.place)}）`)]),
    ...preparationLines(preparation, before.preparation),
  ];
}
