import type { Tab } from '../core/sheet/columns.ts';
import { rowKeyOf } from '../core/sheet/fact-columns.ts';
import type { TabRow } from '../core/sheet/tab-layout.ts';

/** What 集計 counts: the rows of a tab by what a column of them says. */
export const counted = [
  { title: '相談受付', tab: '相談受付', column: '今の状態' },
  { title: 'ケース', tab: 'ケース', column: '今の状態' },
  { title: '会議', tab: '会議', column: '今の状態' },
  { title: '遅れているケース', tab: 'ケース', column: '遅れ' },
] as const satisfies readonly { readonly title: string; readonly tab: Tab; readonly column: string }[];

export type Counted = (typeof counted)[number];
/** How many rows say a word, in the order in which the words come first. */
export type Count = { readonly word: string; readonly rows: number };

/** A record that stands in two rows counts once; a row nobody was told anything of yet does not count. */
export function countsOf({ tab, column }: Counted, rows: readonly TabRow[]): readonly Count[] {
  const words = new Map<string, string>();
  for (const { cells } of rows) {
    const [key, word = ''] = [rowKeyOf(tab, cells), cells[column]];
    if (key !== undefined && word.trim() !== '') words.set(key, word.trim());
  }
  const told = [...words.values()];
  return [...new Set(told)].map((word) => ({ word, rows: told.filter((one) => one === word).length }));
}
