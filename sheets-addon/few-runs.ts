import type { CellWrite, TabRow } from '../core/sheet/tab-layout.ts';
import { cellRuns } from './cell-runs.ts';

const MANY = 50;

/**
 * The same cells; and where a column has very many of them apart, those in between as well, as they are. One call then writes them all:
 * ten thousand calls would take longer than Google lets them. Only for columns that nobody but the add-on writes.
 */
export function inFewRuns(cells: readonly CellWrite[], rows: readonly TabRow[]): readonly CellWrite[] {
  const runs = cellRuns(cells);
  const columns = [...new Set(runs.map(({ column }) => column))];
  return columns.flatMap((column) => {
    const own = cells.filter((cell) => cell.column === column);
    return runs.filter((run) => run.column === column).length > MANY ? withThoseBetween(column, own, rows) : own;
  });
}

function withThoseBetween(column: string, cells: readonly CellWrite[], rows: readonly TabRow[]): readonly CellWrite[] {
  const news = new Map(cells.map(({ at, text }) => [at, text]));
  const places = cells.map(({ at }) => at).sort((one, other) => one - other);
  const [first = 0, last = 0] = [places[0], places[places.length - 1]];
  return rows
    .filter(({ at }) => at >= first && at <= last)
    .map(({ at, cells: shown }) => ({ at, column, text: news.get(at) ?? shown[column] ?? '' }));
}
