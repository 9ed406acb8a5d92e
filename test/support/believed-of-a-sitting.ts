import { expect } from 'vitest';
import type { Sent } from './small-town.ts';

type Part = { readonly date: string; readonly place: string; readonly preparation: string };

/** What an agency holds to be so of each part it is to come to, by its number. */
export type Believed = ReadonlyMap<string, Part>;

const NOTHING = '特にありません';
const unknown: Part = { date: '', place: '', preparation: NOTHING };

/** `■ 日時：…` as label and value, `（変更前 …）` as label 変更前; a line that was broken for paper is one again. */
function itemsIn(text: string): readonly (readonly [label: string, value: string])[] {
  const joined = text.replaceAll('\u3000（変更前', '■ 変更前：').replaceAll(/\n(?![\n■◎▼続同・―\u3000ご出お])/g, '');
  return [...joined.matchAll(/^■ ([^：\n]+)：(.*)$/gm)].map(([, label = '', value = '']) => [label, value.trim()]);
}

type Reading = {
  readonly mail: Sent;
  readonly before: Believed;
  readonly after: Map<string, Part>;
  /** The mail before was a notice, which names each part as it is then: word of a change may have waited meanwhile. */
  readonly isJustInvited: boolean;
  /** All it came to is off. */
  readonly isEnd: boolean;
  /** The label of the item before. */
  label: string;
  /** What the mail says of its own part, before it names it. */
  open: Part;
  /** The part whose items are read. */
  opened?: string;
  isMain: boolean;
};
type Read = (reading: Reading, value: string) => void;

const same = ({ mail }: Reading, received: unknown, wanted: unknown): void => {
  expect([`${mail.to}: ${mail.text}`, received]).toEqual([`${mail.to}: ${mail.text}`, wanted]);
};

/** The part that writes: its number is in the subject. */
const writerOf = ({ text }: Sent): string => /会議 ([WN]-1)\n/.exec(text)?.[1] ?? '';

const former: Read = (reading, value) => {
  const own = reading.before.get(reading.opened ?? writerOf(reading.mail));
  const knew = { 日時: own?.date, 場所: own?.place }[reading.label] ?? own?.preparation;
  if (!reading.isJustInvited) same(reading, knew, value.replace(/）$/, ''));
};

const off: Read = (reading, value) => {
  const [, date = '', id = ''] = /^(\S+)（会議番号 (\S+)）$/.exec(value) ?? [];
  same(reading, reading.before.get(id)?.date, date);
  reading.after.delete(id);
  if (reading.mail.kind === 'cancel') reading.isMain = false;
};

const ended: Read = (reading, value) => {
  for (const id of value.split('、')) {
    same(reading, reading.before.has(id), true);
    reading.after.delete(id);
  }
};

const named: Read = (reading, value) => {
  const { mail, before, after, open, isMain } = reading;
  const id = value.replace(/（.*$/, '');
  const own = before.get(id) ?? unknown;
  if (isMain) after.set(id, { ...own, ...open });
  else if (mail.kind === 'cancel') same(reading, before.has(id), true);
  else after.set(id, { ...own, place: open.place });
  reading.isMain = false;
  reading.opened = id;
};

/** An item of the part that is read. */
const said =
  (field: keyof Part): Read =>
  (reading, value) => {
    const { isMain, opened, after, open } = reading;
    if (isMain) reading.open = { ...open, [field]: value };
    else if (opened !== undefined) after.set(opened, { ...(after.get(opened) ?? unknown), [field]: value });
  };

const dated: Read = (reading, value) => {
  const { isMain, opened, mail, after } = reading;
  if (!isMain && opened !== undefined && mail.kind === 'cancel') same(reading, after.get(opened)?.date, value);
  said('date')(reading, value);
};

const timed: Read = (reading, value) => {
  if (!reading.isMain) said('date')(reading, `${reading.open.date.slice(0, -5)}${value.slice(0, 5)}`);
};

const always: Readonly<Record<string, Read>> = { 変更前: former, 取りやめ: off, お越しいただかない会議: off };
const ofTheEnd: Readonly<Record<string, Read>> = { ...always, 会議番号: ended };
const ofParts: Readonly<Record<string, Read>> = {
  ...{ ...always, 会議番号: named, 日時: dated, お時間: timed },
  ...{ 場所: said('place'), ご準備: said('preparation') },
};

/**
 * What it believes after a mail about the sitting. Fails where the mail contradicts what it believed, or says nothing it did not know.
 * @param isJustInvited the mail before was an invitation
 */
export function heardFrom(mail: Sent, before: Believed, isJustInvited: boolean): Believed {
  if (!['invitation', 'change', 'cancel'].includes(mail.kind)) return before;
  const isEnd = mail.kind === 'cancel' && !mail.text.includes('ほかは予定どおり');
  const start = { label: '', open: unknown, isMain: true };
  const reading: Reading = { mail, before, after: new Map(before), isJustInvited, isEnd, ...start };
  for (const [name, value] of itemsIn(mail.text)) {
    (isEnd ? ofTheEnd : ofParts)[name]?.(reading, value);
    reading.label = name;
  }
  if (!isJustInvited) expect([mail.text, reading.after]).not.toEqual([mail.text, before]);
  return reading.after;
}
