import { type Cells, textIn } from './cells.ts';
import type { Tab } from './columns.ts';

/** What つどい tells in a row of what the row is about: written by the server for people to read, never sent. */
export const factColumns: Readonly<Record<Tab, readonly string[]>> = {
  相談受付: ['今の状態', '次の予定'],
  ケース: ['今の状態', '次の予定', '計画', '遅れ'],
  世帯員: [],
  関係機関: ['今の状態'],
  会議: ['今の状態', '回答状況', '期限', '遅れ'],
  招集: ['通知', '届いた回答'],
  会議録: ['会議録の状態', '期限', '遅れ'],
  役割分担: ['確認'],
  支援計画: ['今の状態', '計画の版', '支援決定', '遅れ'],
  'モニタリング・評価': ['今の回', '次の予定', '遅れ'],
  設定: ['いまの値', '変えないときの値', '例'],
};

/** The columns that say which record a row is about. */
export const keyColumns: Readonly<Record<Tab, readonly [string, ...string[]]>> = {
  相談受付: ['受付番号'],
  ケース: ['ケース番号'],
  世帯員: ['世帯員番号', 'ケース番号'],
  関係機関: ['機関番号'],
  会議: ['会議番号'],
  招集: ['会議番号', '機関'],
  会議録: ['会議番号'],
  役割分担: ['役割番号'],
  支援計画: ['ケース番号'],
  'モニタリング・評価': ['ケース番号'],
  設定: ['項目'],
};

/** What a row is about, in one text; undefined while a part of it is empty. */
export function rowKeyOf(tab: Tab, cells: Cells): string | undefined {
  const parts = keyColumns[tab].map((column) => textIn(cells[column]));
  return parts.every((part) => part !== undefined) ? parts.join('/') : undefined;
}
