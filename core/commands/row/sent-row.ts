import * as z from 'zod';
import { holdsMyNumber } from '../../my-number.ts';
import type { Cells, Problem } from '../../sheet/cells.ts';
import type { Tab } from '../../sheet/columns.ts';

/** A row as it came: what can be read of it, and what cannot. */
export type SentRow = {
  /** `<tab>/<row id>` */
  readonly id: string;
  /** 0 where the version cannot be read: older than anything stored. */
  readonly rowVersion: number;
  readonly cells: Cells;
  readonly problems: readonly Problem[];
};

export const rowIdField = z
  .union([z.string(), z.number()])
  .transform(String)
  .refine((id) => id.trim() !== '' && !holdsMyNumber(id), '行の番号を確かめてください。');

const cellSchema = z
  .union([z.string(), z.number(), z.boolean(), z.null()])
  .transform((value) => (value === null ? '' : String(value)));
const versionSchema = z.number().int().min(1);
type Sent = { readonly row: string; readonly version?: unknown; readonly [column: string]: unknown };

/** One odd cell or version is told beside its row; the other rows of the batch are none the worse for it. */
export function readSentRow(tab: Tab, { row, version, ...rest }: Sent): SentRow {
  const known = versionSchema.safeParse(version);
  const read = Object.entries(rest).map(([column, value]) => ({ column, cell: cellSchema.safeParse(value) }));
  const odd = read.filter(({ cell }) => !cell.success);
  return {
    id: `${tab}/${row}`,
    rowVersion: known.success ? known.data : 0,
    cells: Object.fromEntries(read.flatMap(({ column, cell }) => (cell.success ? [[column, cell.data]] : []))),
    problems: [
      ...(known.success
        ? []
        : [{ column: '版', message: '「版」は1から始まる整数です。行を開き直して、もう一度送ってください。' }]),
      ...odd.map(({ column }) => ({ column, message: `「${column}」の書き方が違います。文字か数で入れてください。` })),
    ],
  };
}
