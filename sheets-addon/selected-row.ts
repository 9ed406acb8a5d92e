import { listIn } from '../core/sheet/cells.ts';
import type { Conflict, Selected } from './sidebar-wire.ts';
import { isTab, type TabRow } from '../core/sheet/tab-layout.ts';

/** What the row a clerk stands in is about, by the numbers in it. Any tab will do: it is the columns that count. */
export function selectedIn(tab: string, at: number, rows: readonly TabRow[]): Selected {
  const cells = rows.find((row) => row.at === at)?.cells ?? {};
  return {
    tab,
    row: at,
    cases: listIn(cells['ケース番号']),
    meeting: (cells['会議番号'] ?? '').trim(),
    consultation: (cells['受付番号'] ?? '').trim(),
  };
}

/** The rows of a tab that wait for somebody to choose between two versions. */
export function conflictsIn(tab: string, rows: readonly TabRow[]): readonly Conflict[] {
  if (!isTab(tab)) return [];
  return rows.filter(isConflict).map(({ at, cells }) => ({
    ...{ tab, row: at, id: cells['行ID'] ?? '' },
    ...{ name: nameOf(cells), why: cells['理由・お願い'] ?? '' },
  }));
}

export function isConflict({ cells }: TabRow): boolean {
  return cells['状況'] === '競合';
}

function nameOf(cells: TabRow['cells']): string {
  return cells['会議番号'] ?? cells['受付番号'] ?? cells['ケース番号'] ?? '';
}
