import type { CarriedRow } from '../../core/commands/row/rows-of-tab.ts';
import { holdsMyNumber } from '../../core/my-number.ts';
import type { Cells } from '../../core/sheet/cells.ts';
import { type Tab, tabNames } from '../../core/sheet/columns.ts';
import { reason } from '../../core/sheet/row-answers.ts';
import { typedIn } from '../../core/sheet/rows-to-send.ts';
import type { RowResult } from './row-result.ts';
import { type Brought, type BroughtRow, isFilled } from './rows-in-workbook.ts';
import type { TownRows } from './town-workbook.ts';

/** The lines of the file, in its order, as they stand now; a row that was not taken keeps what was typed. What the file had not follows. */
export function afterwards(now: TownRows, { tabs, seen }: Brought, results: readonly RowResult[]): TownRows {
  const lines = tabNames.map((tab) => {
    const was = now[tab] ?? [];
    const stored = new Map(was.map((row) => [row.cells['行ID'] ?? '', row]));
    const rows = tabs.find((one) => one.tab === tab)?.rows ?? [];
    const own = rows
      .filter(({ cells }) => isFilled(tab, cells))
      .map((row) => {
        const result = results.find((one) => one.tab === tab && one.at === row.at);
        const id = result?.row ?? row.cells['行ID'] ?? '';
        return lineAfter(tab, row, { result, id, stored: stored.get(id), seen: seen.get(`${tab}/${id}`) ?? {} });
      });
    const there = new Set(own.map(({ cells }) => cells['行ID']));
    return [tab, [...own, ...was.filter(({ cells }) => !there.has(cells['行ID']))]] as const;
  });
  return { ...now, ...Object.fromEntries(lines) };
}

type Standing = {
  readonly result: RowResult | undefined;
  readonly id: string;
  readonly stored: CarriedRow | undefined;
  readonly seen: Cells;
};

function lineAfter(tab: Tab, row: BroughtRow, standing: Standing): CarriedRow {
  const { result, stored, seen } = standing;
  if (stored !== undefined && isTaken(row, result)) return stored;
  return {
    cells: { ...stored?.cells, ...typedAgain(tab, row, seen), ...ownAfter(row, standing) },
    seen: result?.status === '競合' ? (stored?.seen ?? seen) : seen,
  };
}

/** A row in 競合 that nobody has decided yet stays as it is. */
function isTaken({ cells }: BroughtRow, result: RowResult | undefined): boolean {
  return result === undefined ? cells['状況'] !== '競合' : result.status === '済';
}

/** What could not be told says what it said before, not nothing. A My Number goes nowhere, not even back. */
function typedAgain(tab: Tab, { cells, problems }: BroughtRow, seen: Cells): Cells {
  const untold = Object.fromEntries(problems.map(({ column }) => [column, seen[column] ?? '']));
  const typed = Object.entries(typedIn(tab, cells)).filter(([, text]) => !holdsMyNumber(text));
  return { ...Object.fromEntries(typed), ...untold };
}

function ownAfter({ cells }: BroughtRow, { result, id, stored }: Standing): Cells {
  const before = (column: string) => cells[column] ?? '';
  const kept = (column: string) => stored?.cells[column] ?? before(column);
  const said =
    result === undefined
      ? { 状況: before('状況'), '理由・お願い': before('理由・お願い') }
      : { 状況: result.status, '理由・お願い': result.problems.map(reason).join('\n') };
  return { 行ID: id, ...said, 版: kept('版'), 送信内容: kept('送信内容') };
}
