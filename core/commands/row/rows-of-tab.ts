import type { Cells } from '../../sheet/cells.ts';
import type { Tab } from '../../sheet/columns.ts';
import { contentHash } from '../../sheet/content-hash.ts';
import { rowKeyOf } from '../../sheet/fact-columns.ts';
import type { Row } from '../../sheet/model.ts';
import { reason } from '../../sheet/row-answers.ts';
import { hashOf, typedIn } from '../../sheet/rows-to-send.ts';
import type { Deps } from '../command.ts';
import { factsOfTab } from './facts-of-tab.ts';
import { columnsThatDiffer } from './meaning.ts';
import { rowSubjectsOf } from './row-subjects.ts';
import { recordsOfTab } from './records-of-tab.ts';
import type { TownReading } from './town-reading.ts';

type Reader = Pick<Deps, 'store' | 'clock' | 'prefecture'>;

/** A row as a workbook carries it: every column by name, and what was stored when it was handed out. */
export type CarriedRow = { readonly cells: Cells; readonly seen: Cells };

/** All that a town has in a tab: its rows as they were sent, brought up to date, and the records that no row ever said. Whoever asks may see the town. */
export async function rowsOfTab(deps: Reader, of: TownReading, tab: Tab): Promise<readonly CarriedRow[]> {
  const [rows, records, facts] = await Promise.all([
    deps.store.list('row', of.town, `${tab}/`),
    recordsOfTab(deps, of.town, tab),
    factsOfTab(of, tab),
  ]);
  const stored = new Map(records.map((cells) => [rowKeyOf(tab, cells), cells]));
  const sent = rows.filter(({ cells }) => Object.keys(cells).length > 0);
  const about = await rowSubjectsOf(deps, of.town, tab);
  const said = new Set(sent.map(({ cells }) => about(cells)));
  const unsaid = records.filter((cells) => !said.has(about(cells)));

  const told = new Map(facts.map((one) => [one.key, one.facts]));
  return [
    ...sent.map((row) => sentBefore(tab, row, stored.get(rowKeyOf(tab, row.cells)))),
    ...unsaid.map((cells) => neverSent(tab, cells)),
  ].map(({ cells, seen }) => ({ cells: { ...cells, ...told.get(rowKeyOf(tab, cells) ?? '') }, seen }));
}

/** Two workbooks that are handed out for one record name its row alike; so does a row that came without a name. */
export function idForKey(tab: Tab, typed: Cells): string {
  return `x${contentHash(`${tab}/${rowKeyOf(tab, typed) ?? JSON.stringify(typed)}`)}`;
}

function sentBefore(tab: Tab, row: Row, record: Cells | undefined): CarriedRow {
  // A row that was refused keeps what was typed: that is what its reasons are about.
  const typed = typedIn(tab, row.status === '済' ? broughtUpToDate(tab, row.cells, record) : row.cells);
  const own = {
    行ID: row.id.slice(tab.length + 1),
    送信内容: hashOf(tab, typed),
    状況: row.status,
    '理由・お願い': row.problems.map(reason).join('\n'),
    版: String(row.rowVersion),
  };
  return { cells: { ...typed, ...own }, seen: row.status === '済' ? typed : (row.before ?? {}) };
}

function broughtUpToDate(tab: Tab, cells: Cells, record: Cells | undefined): Cells {
  if (record === undefined) return cells;
  const newer = columnsThatDiffer(tab, cells, record).flatMap((column) => {
    const text = record[column];
    return text === undefined ? [] : [[column, text] as const];
  });
  return { ...cells, ...Object.fromEntries(newer) };
}

function neverSent(tab: Tab, cells: Cells): CarriedRow {
  const typed = typedIn(tab, cells);
  const own = { 行ID: idForKey(tab, typed), 送信内容: hashOf(tab, typed), 状況: '済', 版: '0' };
  return { cells: { ...typed, ...own }, seen: typed };
}
