import { type Cells, textIn } from './cells.ts';
import type { Tab } from './columns.ts';

/** What つどい tells in a row of what the row is about: written by the server for people to read, never sent. */
export const factColumns: Readonly<Record<Tab, readonly string[]>> = {
  相談受付: ['今の状態', '次の予定'],
  ケース: ['今の状態', '次の予定', '計画', '遅れ'],
  世帯員: [],
  会議: ['今の状態', '回答状況', '期限', '遅れ'],
};

/** The columns that say which record a row is about. */
export const keyColumns: Readonly<Record<Tab, readonly [string, ...string[]]>> = {
  相談受付: ['受付番号'],
  ケース: ['ケース番号'],
  世帯員: ['世帯員番号', 'ケース番号'],
  会議: ['会議番号'],
};

/** What a row is about, in one text; undefined while a part of it is empty. */
export function rowKeyOf(tab: Tab, cells: Cells): string | undefined {
  const parts = keyColumns[tab].map((column) => textIn(cells[column]));
  return parts.every((part) => part !== undefined) ? parts.join('/') : undefined;
}
