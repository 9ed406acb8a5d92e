import { CommandType, type ICommandInfo } from '@univerjs/core';
import { SetRangeValuesMutation } from '@univerjs/preset-sheets-core';
import * as z from 'zod';
import type { Touched } from './sender.ts';

const place = z.object({ subUnitId: z.string(), cellValue: z.record(z.string(), z.unknown()).optional() });
/** How things look, and not what they say. Univer measures a line after each cell that is typed. */
const looks =
  /height|width|freeze|frozen|numfmt|style|gridlines|color|zoom|theme|permission|filter|row-(?:visible|hidden)/i;

/** Which lines of a sheet a command of the grid may have changed, counted from 1; undefined for none. */
export function touchedBy({ type, id, params }: ICommandInfo): { sheet: string; lines: Touched } | undefined {
  if (type !== CommandType.MUTATION || !id.startsWith('sheet.mutation.') || looks.test(id)) return undefined;
  const about = place.safeParse(params).data;
  if (about === undefined) return undefined;
  const { subUnitId: sheet, cellValue } = about;
  // Anything else moves lines: all below are other ones then.
  if (id !== SetRangeValuesMutation.id || cellValue === undefined) return { sheet, lines: 'all' };
  return { sheet, lines: new Set(Object.keys(cellValue).map((row) => Number(row) + 1)) };
}
