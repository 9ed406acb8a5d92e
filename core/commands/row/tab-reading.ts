import { defined } from '../../defined.ts';
import type { RefusalCode } from '../../refusal.ts';
import type { Cells, Problem } from '../../sheet/cells.ts';

/** What a row may ask for. */
export type RowVerb =
  | 'consultation'
  | 'case'
  | 'member'
  | 'lead'
  | 'assign'
  | 'agency'
  | 'request'
  | 'convene'
  | 'call'
  | 'minutes'
  | 'role'
  | 'plan'
  | 'report'
  | 'evaluate'
  | 'settings';

/** One thing a row asks for; a row is done in the order of these. */
export type Said = { readonly verb: RowVerb; readonly input: Readonly<Record<string, unknown>> };

/** How the rows of a tab are read. */
export type TabReading = {
  readonly read: (cells: Cells) => readonly Said[];
  /** Which column each field of the commands came from. */
  readonly columnOf: Readonly<Record<string, string>>;
  /** Which column a refusal without a field is about. */
  readonly refusals?: Partial<Record<RefusalCode, string>>;
  /** What is to be said beside a row that was taken, of what it said before. */
  readonly besides?: (before: Cells, cells: Cells) => readonly Problem[];
  /** Cells of a row that do not fit each other. */
  readonly problems?: (cells: Cells) => readonly Problem[];
};

export function said(verb: RowVerb, fields: Readonly<Record<string, unknown>>): Said {
  return { verb, input: defined(fields) };
}
