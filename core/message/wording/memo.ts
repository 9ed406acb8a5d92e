import { BASE_PLACEHOLDER } from '../model.ts';
import { oneLine } from './lines.ts';
import { type Block, page, type Wording } from './letter.ts';

/** A mail inside the house: ids and a page, never what is in the record. */
export type StaffFacts = {
  readonly staffName: string;
  /** Path of the office page to open; its address stands by itself on a line. */
  readonly page: string;
};

export function memo(facts: StaffFacts, subject: string, blocks: readonly Block[]): Wording {
  const signature = ['――――――――――――――――', 'つどい（自動のお知らせ）'];
  const where = ['◎ つどいの画面', BASE_PLACEHOLDER + facts.page];
  return { subject: oneLine(subject), text: page([[`${facts.staffName} 様`], ...blocks, where, signature]) };
}

const MOST_LISTED = 20;

/** `C-1、C-2 ほか90件` */
export function idList(ids: readonly string[]): string {
  const rest = ids.length - MOST_LISTED;
  return ids.slice(0, MOST_LISTED).join('、') + (rest > 0 ? ` ほか${String(rest)}件` : '');
}
