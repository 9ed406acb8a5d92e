import type { TownCode } from '../../ids.ts';
import { type Cells, textIn } from '../../sheet/cells.ts';
import type { Tab } from '../../sheet/columns.ts';
import { keyColumns, rowKeyOf } from '../../sheet/fact-columns.ts';
import type { Row } from '../../sheet/model.ts';
import type { Deps } from '../command.ts';
import { recordCells } from './record-cells.ts';

type Where = { readonly town: TownCode; readonly tab: Tab };

/** What was put into the cells a row left empty, just after it made its record; with the number of that. Nothing where it made none. */
export async function filledIn(
  deps: Pick<Deps, 'store' | 'prefecture'>,
  { town, tab }: Where,
  { isFirst, cells }: { readonly isFirst?: true; readonly cells: Cells },
): Promise<Pick<Row, 'filled'>> {
  const stored = isFirst === true ? await recordCells(deps, town, tab, cells) : undefined;
  if (stored === undefined) return {};
  const left = Object.entries(stored).filter(([column]) => textIn(cells[column]) === undefined);
  return { filled: { ...keysIn(tab, cells), ...Object.fromEntries(left) } };
}

/** What a row knows to be stored, its empty cells as they were filled. */
export function withFilled(tab: Tab, before: Cells, filled: Cells): Cells {
  if (rowKeyOf(tab, before) !== rowKeyOf(tab, filled)) return before;
  const left = Object.entries(filled).filter(([column]) => textIn(before[column]) === undefined);
  return { ...before, ...Object.fromEntries(left) };
}

export function keysIn(tab: Tab, cells: Cells): Cells {
  return Object.fromEntries(keyColumns[tab].map((column) => [column, cells[column] ?? '']));
}
