import { type Cells, type Problem, textIn } from '../../sheet/cells.ts';
import type { Tab } from '../../sheet/columns.ts';
import { columnsThatDiffer, meaningOf } from './meaning.ts';

/** What a row said before, what it says now, and what is stored, as a row would say it. */
type Three = { readonly before: Cells; readonly mine: Cells; readonly stored: Cells };

/** The columns somebody typed in since the row was taken last. Only these are its to change: the rest may be newer elsewhere. */
export function columnsTyped(tab: Tab, { before, mine }: Pick<Three, 'before' | 'mine'>): readonly string[] {
  return columnsThatDiffer(tab, before, mine);
}

/** Of the columns somebody typed in those in which the row and somebody else, on another page, both changed the same thing to something different. */
export function contestedColumns(
  tab: Tab,
  typed: readonly string[],
  { before, mine, stored }: Three,
): readonly string[] {
  const [was, wanted, is] = [meaningOf(tab, before), meaningOf(tab, mine), meaningOf(tab, stored)];
  return typed.filter((column) => is(column) !== '' && is(column) !== was(column) && is(column) !== wanted(column));
}

/** Both values side by side, a column each. */
export function contest(columns: readonly string[], mine: Cells, theirs: Cells): readonly Problem[] {
  return columns.map((column) => ({
    column,
    message: `この行は「${textIn(mine[column]) ?? '（空）'}」、ほかの画面では「${textIn(theirs[column]) ?? '（空）'}」です。どちらを残すか選んでください。`,
    theirs: textIn(theirs[column]) ?? '',
  }));
}
