import type { TownCode } from '../../ids.ts';
import { type Cells, textIn } from '../../sheet/cells.ts';
import type { Tab } from '../../sheet/columns.ts';
import { rowKeyOf } from '../../sheet/fact-columns.ts';
import type { Row } from '../../sheet/model.ts';
import type { Deps } from '../command.ts';
import { makesRecords } from './another-number.ts';
import type { Answered } from './answer-row.ts';
import { columnsThatDiffer } from './meaning.ts';
import { contest } from './others-changes.ts';
import { recordCells } from './record-cells.ts';

/** The tab as its sender saw the whole of it, and what is stored of it; that is read once for a batch, if ever. */
export type SheetSeen = {
  readonly tab: Tab;
  /** No other row of the sheet bears this row's number. */
  readonly isAlone: (id: string) => boolean;
  readonly rows: () => Promise<readonly Row[]>;
};
type Coming = { readonly id: string; readonly cells: Cells };

/**
 * The rows whose place a row takes: they were taken with its number, and the sheet has them no more, because somebody took their 行ID away by
 * undoing, or deleted the row and typed it anew. A row that was taken itself stays what it is.
 */
export async function placesTaken(
  { tab, isAlone, rows }: SheetSeen,
  { id, cells }: Coming,
  stored: Row | undefined,
): Promise<readonly Row[]> {
  const number = rowKeyOf(tab, cells);
  if (number === undefined || !makesRecords(tab) || wasTaken(stored) || !isAlone(id)) return [];
  return (await rows()).filter((one) => one.id !== id && holds(one) && rowKeyOf(tab, one.cells) === number);
}

/**
 * What such a row comes to without asking for anything: the answer goes over to one that says the same; where nothing stored can be compared,
 * one that says something else is in conflict with what was sent before. Undefined for all others: they are like a first row about what is there.
 */
export async function answerInPlace(
  deps: Pick<Deps, 'store' | 'prefecture'>,
  { town, tab, replaced }: { readonly town: TownCode; readonly tab: Tab; readonly replaced: readonly Row[] },
  cells: Cells,
): Promise<Answered | undefined> {
  const [last] = replaced.filter(({ status }) => status === '済');
  if (last === undefined) return undefined;
  const columns = columnsThatDiffer(tab, cells, last.cells);
  const { status, problems, before } = last;
  if (columns.length === 0) return { status, problems, before: before ?? last.cells };

  const said = columns.filter((column) => textIn(last.cells[column]) !== undefined);
  if (said.length === 0 || (await recordCells(deps, town, tab, cells)) !== undefined) return undefined;
  return { status: '競合', problems: [...contest(said, cells, last.cells)], before: last.cells };
}

const holds = ({ status }: Row) => status !== '要修正';

function wasTaken(stored: Row | undefined): boolean {
  return stored !== undefined && (holds(stored) || stored.before !== undefined);
}
