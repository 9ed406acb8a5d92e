import * as z from 'zod';
import { townCodeSchema } from '../ids.ts';
import { instantSchema } from '../time.ts';

/** A sheet row as it was last accepted or refused: the answer to give when the same row is sent again. */
export const rowSchema = z.object({
  kind: z.literal('row'),
  town: townCodeSchema,
  /** `<tab>/<row id>` */
  id: z.string(),
  version: z.number().int(),
  /** The version the sheet sent; it goes up with every edit of the row. */
  rowVersion: z.number().int(),
  cells: z.record(z.string(), z.string()),
  status: z.enum(['済', '要修正', '競合']),
  /** When it was refused last; a row that was never taken is forgotten some time after (ADR 0046). */
  at: instantSchema.optional(),
  problems: z.array(z.object({ column: z.string(), message: z.string(), theirs: z.string().optional() })),
  /** What the sheet knows to be stored: what it was taken with, and what a conflict showed. What differs from it was changed elsewhere. */
  before: z.record(z.string(), z.string()).optional(),
  /** What was put into the cells it left empty when it made its record: 状態 「受付」 is nobody's change. */
  filled: z.record(z.string(), z.string()).optional(),
});
export type Row = z.infer<typeof rowSchema>;
