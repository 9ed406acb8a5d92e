import type { Problem } from '../../core/sheet/cells.ts';
import type { Tab } from '../../core/sheet/columns.ts';

/** What became of a row of the file. */
export type RowResult = {
  readonly tab: Tab;
  /** Its line in the file. */
  readonly at: number;
  readonly row: string;
  readonly status: '済' | '要修正' | '競合' | '未送信';
  readonly problems: readonly Problem[];
};
