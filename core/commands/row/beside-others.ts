import type { TownCode } from '../../ids.ts';
import { ok, refuse, type Result } from '../../result.ts';
import type { Cells } from '../../sheet/cells.ts';
import type { Tab } from '../../sheet/columns.ts';
import { rowKeyOf } from '../../sheet/fact-columns.ts';
import type { Row } from '../../sheet/model.ts';
import type { Deps } from '../command.ts';
import { type Edits, editsOf } from './edits-of-row.ts';
import { keysIn, withFilled } from './filled-in.ts';
import { columnsTyped, contest, contestedColumns } from './others-changes.ts';
import type { Said } from './tab-reading.ts';
import { type MinutesPart, minutesPart } from './minutes-part.ts';
import { cellsShown, recordCells } from './record-cells.ts';
import { namesIn } from './tab/minutes-tab.ts';
import { followsAbove } from './tab/settings-tab.ts';
import { typedSince } from './typed-since.ts';

type Where = {
  readonly town: TownCode;
  readonly tab: Tab;
  readonly agencyNamed: (typed: string) => string;
  /** What a row with these cells asks for. */
  readonly asks: (cells: Cells) => readonly Said[];
  /** What the other rows of the same minutes were taken with. */
  readonly others: readonly Cells[];
};
/** What the sheet knows to be stored, and what the row says now. */
type Typed = { readonly before: Cells; readonly mine: Cells; readonly filled: Cells };
type Contested = Pick<Row, 'problems' | 'before'>;

/** What is left for a row to do beside what was changed on other pages: what was typed here. Refused where both changed one thing. */
export async function besideOthers(
  deps: Pick<Deps, 'store' | 'prefecture'>,
  where: Where,
  typed: Typed,
): Promise<Result<Edits, Contested>> {
  const { town, tab, asks } = where;
  const part = tab === '会議録' ? await minutesPart(deps, where, { ...typed, others: where.others }) : undefined;
  const stored = part === undefined ? await recordCells(deps, town, tab, typed.mine) : cellsShown(part.shown);
  if (stored === undefined)
    return ok({ asked: asks(typed.mine).map((one) => typedSince(tab, one, typed)), notes: [], isFirst: true });

  const row = { mine: typed.mine, before: isAboutSame(tab, typed) ? typed.before : keysIn(tab, typed.mine) };
  const columns = columnsTyped(tab, row);
  const was = withFilled(tab, row.before, typed.filled);
  const compared = { before: spelledOut(where, was, stored), mine: spelledOut(where, row.mine, stored), stored };
  const contested = contestedColumns(tab, columns, compared);
  if (contested.length === 0 && tab === '会議録')
    return ok({ asked: asks(typedOver(row.mine, columns, stored)).map((one) => besideRest(one, part)), notes: [] });
  if (contested.length === 0) return ok(editsOf(tab, asks(row.mine), { ...row, columns }));
  const theirs = contested.map((column) => [column, stored[column] ?? ''] as const);
  return refuse({
    problems: [...contest(contested, row.mine, stored)],
    before: { ...row.before, ...Object.fromEntries(theirs) },
  });
}

function besideRest({ verb, input }: Said, part: MinutesPart | undefined): Said {
  return part?.rest === undefined ? { verb, input } : { verb, input: { ...input, rest: part.rest } };
}

const itemColumns = ['検討した項目', '検討内容', '結論', '残された課題'];

/** Minutes are written as a whole: what was typed here, and the rest as it is stored. The boxes of its items go together, line by line. */
function typedOver(mine: Cells, columns: readonly string[], stored: Cells): Cells {
  const items = itemColumns.some((column) => columns.includes(column)) ? itemColumns : [];
  const rest = Object.entries(stored).filter(([column]) => !columns.includes(column) && !items.includes(column));
  return { ...mine, ...Object.fromEntries(rest) };
}

/** What a setting follows when nobody says anything of it is what an empty 値 meant, and 「既定」; who came goes by number, however it is written. */
function spelledOut({ tab, agencyNamed }: Where, cells: Cells, stored: Cells): Cells {
  if (tab === '会議録') return { ...cells, 出席者: namesIn(cells['出席者']).map(agencyNamed).join('、') };
  return tab === '設定' && followsAbove(cells) ? { ...cells, 値: stored['変えないときの値'] ?? '' } : cells;
}

function isAboutSame(tab: Tab, { before, mine }: Typed): boolean {
  return rowKeyOf(tab, before) === rowKeyOf(tab, mine);
}
