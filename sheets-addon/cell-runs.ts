import type { CellWrite } from '../core/sheet/tab-layout.ts';

/** Cells of one column that stand under each other: one call to Google instead of one per cell. */
export type CellRun = { readonly column: string; readonly at: number; readonly texts: readonly string[] };

export function cellRuns(cells: readonly CellWrite[]): readonly CellRun[] {
  const columns = [...new Set(cells.map(({ column }) => column))];
  return columns.flatMap((column) => runsOf(cells.filter((cell) => cell.column === column)));
}

function runsOf(cells: readonly CellWrite[]): readonly CellRun[] {
  const runs: { column: string; at: number; texts: string[] }[] = [];
  for (const { column, at, text } of [...cells].sort((one, other) => one.at - other.at)) {
    const last = runs[runs.length - 1];
    if (last !== undefined && last.at + last.texts.length === at) last.texts.push(text);
    else runs.push({ column, at, texts: [text] });
  }
  return runs;
}
