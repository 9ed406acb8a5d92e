import { type Cells, textIn, yesIn } from '../../sheet/cells.ts';
import type { Tab } from '../../sheet/columns.ts';
import { columnsTyped } from './others-changes.ts';
import { columnOf } from './row-columns.ts';
import type { Said } from './tab-reading.ts';

/** Columns of rows that only ask which go out to people: to be told otherwise, they must have been typed since the row was taken. */
const told: Partial<Record<Tab, readonly string[]>> = {
  会議: ['開催日時', '場所', 'ご準備いただくもの'],
  招集: ['ご準備いただくもの'],
};
/** Which of them may be emptied, and is told empty then. */
const PREPARATION = { column: 'ご準備いただくもの', field: 'preparation' };

type Typed = { readonly before: Cells; readonly mine: Cells };

/** What a row asks for, without what it repeats of what a page may have changed since: that would be taken back, and told to everybody. */
export function typedSince(tab: Tab, said: Said, typed: Typed): Said {
  if (!hasTold(tab, said, typed.before)) return said;
  const columns = columnsTyped(tab, typed);
  const repeated = (told[tab] ?? []).filter((column) => !columns.includes(column));
  const input = Object.entries(said.input).filter(([field]) => !repeated.includes(columnOf(tab, field) ?? ''));
  const gone = columns.includes(PREPARATION.column) && textIn(typed.mine[PREPARATION.column]) === undefined;
  return { ...said, input: Object.fromEntries([...input, ...(gone ? [[PREPARATION.field, ''] as const] : [])]) };
}

/** The row has done this before: a new one says all of it, and so does a 開催依頼 that is now to be convened. */
function hasTold(tab: Tab, { verb }: Said, before: Cells): boolean {
  if (verb === 'convene') return yesIn(before['招集する']);
  return verb === 'call' && tab === '招集' && textIn(before['会議番号']) !== undefined;
}
