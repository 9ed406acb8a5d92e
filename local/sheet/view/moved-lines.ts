import type { ICommandInfo } from '@univerjs/core';
import {
  InsertRowMutation,
  MoveRowsMutation,
  RemoveRowMutation,
  ReorderRangeMutation,
} from '@univerjs/preset-sheets-core';
import * as z from 'zod';
import type { Move } from '../wire.ts';

/** Lines and columns as Univer counts them: from 0, both ends within. */
const spanSchema = z.object({ startRow: z.number(), endRow: z.number() });
const rangeSchema = spanSchema.extend({ startColumn: z.number(), endColumn: z.number() });
const sheet = { subUnitId: z.string() };
const rowsSchema = z.object({ ...sheet, range: spanSchema });
const rowsMovedSchema = z.object({ ...sheet, sourceRange: spanSchema, targetRange: spanSchema });
const sortedSchema = z.object({ ...sheet, range: rangeSchema, order: z.record(z.string(), z.number()) });

type Lines = Omit<Move, 'id' | 'sheet'>;
type Moved = Omit<Move, 'id'>;

/** How a command of the grid moved whole lines of a sheet so many columns wide; undefined when it did not. */
export function movedBy({ id, params }: ICommandInfo, widthOf: (sheet: string) => number): Moved | undefined {
  if (id === InsertRowMutation.id || id === RemoveRowMutation.id) {
    const { subUnitId, range } = rowsSchema.parse(params);
    return { sheet: subUnitId, ...(id === InsertRowMutation.id ? inserted(range) : removed(range)) };
  }
  if (id === MoveRowsMutation.id) {
    const { subUnitId, sourceRange, targetRange } = rowsMovedSchema.parse(params);
    return { sheet: subUnitId, ...carried(sourceRange, targetRange.startRow) };
  }
  if (id !== ReorderRangeMutation.id) return undefined;
  const { subUnitId, range, order } = sortedSchema.parse(params);
  const isWhole = range.startColumn === 0 && range.endColumn >= widthOf(subUnitId) - 1;
  return isWhole ? { sheet: subUnitId, ...sorted(range, order) } : undefined;
}

type Span = z.infer<typeof spanSchema>;

const linesIn = (from: number, until: number) => Array.from({ length: until - from }, (_, index) => from + index + 1);

function inserted({ startRow, endRow }: Span): Lines {
  return { at: startRow + 1, away: 0, put: linesIn(startRow, endRow + 1).map(() => 0) };
}

function removed({ startRow, endRow }: Span): Lines {
  return { at: startRow + 1, away: endRow - startRow + 1, put: [] };
}

/** Dragged by their numbers: to before the line that stood at `to`. */
function carried({ startRow, endRow }: Span, to: number): Lines {
  const own = linesIn(startRow, endRow + 1);
  const put = to > startRow ? [...linesIn(endRow + 1, to), ...own] : [...own, ...linesIn(to, startRow)];
  return { at: Math.min(startRow, to) + 1, away: put.length, put };
}

/** By line, the one that stands there now; lines that a filter hides stay where they are. */
function sorted({ startRow, endRow }: Span, order: Readonly<Record<string, number>>): Lines {
  const put = linesIn(startRow, endRow + 1).map((line) => (order[String(line - 1)] ?? line - 1) + 1);
  return { at: startRow + 1, away: put.length, put };
}
