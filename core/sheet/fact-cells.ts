import type { Cells } from './cells.ts';
import type { Tab } from './columns.ts';
import { factColumns, rowKeyOf } from './fact-columns.ts';
import type { CellWrite, TabRow } from './tab-layout.ts';

/** What つどい tells of one record, by column. */
export type Fact = { readonly key: string; readonly facts: Cells };

/** Where facts go: beside every row that is about their record, wherever it stands now. Only cells that differ. */
export function cellsOfFacts(tab: Tab, facts: readonly Fact[], rows: readonly TabRow[]): readonly CellWrite[] {
  const told = new Map(facts.map(({ key, facts: cells }) => [key, cells]));
  return rows.flatMap(({ at, cells }) => {
    const news = told.get(rowKeyOf(tab, cells) ?? '');
    if (news === undefined) return [];
    // A column somebody took away is not written.
    const columns = factColumns[tab].filter((column) => cells[column] !== undefined && cells[column] !== news[column]);
    return columns.map((column) => ({ at, column, text: news[column] ?? '' }));
  });
}
