import type { Cells } from '../sheet/cells.ts';

/** What つどい tells of one record, beside every row that is about it. An empty text says that a fact does not hold any more. */
export type RowFacts = {
  /** As `rowKeyOf` reads it from a row. */
  readonly key: string;
  /** By column: all that `factColumns` names for the tab. */
  readonly facts: Cells;
};
