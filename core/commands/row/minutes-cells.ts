import { defined } from '../../defined.ts';
import { type MeetingRecord, recordSchema } from '../../record/model.ts';

export type Item = MeetingRecord['items'][number];
const itemSchema = recordSchema.shape.items.element;
/** An item with what a row can say of it. */
export type SaidItem = Pick<Item, (typeof words)[number]>;
const words = ['topic', 'discussed', 'conclusion', 'remaining'] as const;

/** A break within the box of one item of several: in a row each item has one line. */
const BREAK = '⏎';

/** The minutes as a row of 会議録 would say them: the last edition, or the draft. */
export function minutesCells(id: string, record: MeetingRecord): Readonly<Record<string, string | undefined>> {
  const { attendance, guests = [], items, outcome, watch, missing, next } = record;
  const box = (word: (typeof words)[number]) => items.map((item) => lineOf(item[word] ?? '', items.length));
  return {
    会議番号: id,
    出席者: attendance.join('、'),
    同席者: guests.join('、'),
    検討した項目: box('topic').join('\n'),
    検討内容: box('discussed').join('\n'),
    結論: box('conclusion').join('\n'),
    残された課題: box('remaining').join('\n'),
    方針: outcome === 'decided' ? '方針決定' : '方針未定',
    見守り: watch,
    足りない社会資源: missing.join('\n'),
    次回: next,
  };
}

const lineOf = (text: string, items: number) => (items === 1 ? text : text.replaceAll('\n', BREAK));

const NUMBERED = /^(?:[①-⑳]|[(（]?\d{1,2}[)）.．、:：])\s*/;
/** A line of a box without the number before it: 「1. 受診」 is about the same as 「受診」. */
export function withoutNumber(line: string): string {
  return line.trim().replace(NUMBERED, '');
}

const plain = (text = '') => text.split('\n').map(withoutNumber).join(BREAK);

/**
 * Items as a row says them, with what no row can say of the same ones as they are stored: 異議, the case of each, and breaks within a box.
 * The same one bears the same title, or says the same in a box at the same place.
 */
export function withUnsaid(said: unknown, stored: readonly Item[] = []): Item[] {
  const items = recordSchema.shape.items.parse(said);
  return items.map((item, at) => {
    const same = stored.find(({ topic }) => plain(topic) === plain(item.topic));
    const before = same ?? [stored[at]].find((other) => other !== undefined && saysSame(item, other));
    return before === undefined ? item : asStored(item, before);
  });
}

export function saysSame(item: SaidItem, other: SaidItem): boolean {
  return words.some((word) => plain(item[word]) !== '' && plain(item[word]) === plain(other[word]));
}
export function isSameTopic(item: SaidItem, other: SaidItem): boolean {
  return plain(item.topic) === plain(other.topic);
}
export function isSameItem(item: SaidItem, other: SaidItem): boolean {
  return words.every((word) => plain(item[word]) === plain(other[word]));
}

function asStored(item: Item, before: Item): Item {
  const same = words.filter((word) => plain(item[word]) === plain(before[word]));
  const kept = same.map((word) => [word, before[word]] as const);
  const { case: about, dissent } = before;
  const unsaid = Object.fromEntries([...kept, ['case', about], ['dissent', dissent]]);
  return itemSchema.parse({ ...item, ...defined(unsaid) });
}
