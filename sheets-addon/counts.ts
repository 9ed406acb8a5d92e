import { fieldsOf } from '../core/sheet/row-answers.ts';
import type { CountLine } from '../core/sheet/count-lines.ts';

/** What つどい counted of the town, and when: `2026-06-08 17:15`. */
export type Counts = { readonly at: string; readonly lines: readonly CountLine[] };

/** Undefined where the answer has none, or none that can be read. */
export function countsIn(value: unknown): Counts | undefined {
  const { at, lines } = fieldsOf(value);
  if (typeof at !== 'string' || !Array.isArray(lines)) return undefined;
  const read = lines.flatMap(lineIn);
  return read.length === lines.length ? { at, lines: read } : undefined;
}

function lineIn(value: unknown): readonly CountLine[] {
  if (!Array.isArray(value)) return [];
  const fields: readonly unknown[] = value;
  const [title, word, count] = fields;
  return typeof title === 'string' && typeof word === 'string' && typeof count === 'number'
    ? [[title, word, count]]
    : [];
}
