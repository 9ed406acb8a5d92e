import { SheetDeferred, SheetRefused } from '../../errors.ts';
import type { CellBlock, Clock, Spreadsheets, Store } from '../../ports.ts';
import type { TownCode } from '../../ids.ts';
import type { Places, Push } from '../../push/model.ts';
import { blocksOf, looksAt, placesIn, pushedTabs, rangeOf, ROW_ID, rowsSeen, usualPlaces } from '../../push/places.ts';
import type { Outcome } from '../../push/rules.ts';
import type { RowFacts } from '../../row-facts/model.ts';
import type { Tab } from '../../sheet/columns.ts';
import { cellsOfFacts } from '../../sheet/fact-cells.ts';
import { rowKeyOf } from '../../sheet/fact-columns.ts';
import type { TabRow } from '../../sheet/tab-layout.ts';
import { factsOfTab } from '../row/facts-of-tab.ts';
import { readingOf } from '../row/town-reading.ts';

export type PushDeps = {
  readonly store: Store;
  readonly clock: Clock;
  readonly prefecture: TownCode;
  readonly spreadsheets: Spreadsheets;
};

/** As many as one request carries easily; what is more goes with the next one. */
const MOST_CELLS = 5000;

/** Rows asked for whether this town sent them, until one is found. */
const MOST_ASKED = 30;

/**
 * Writes what つどい tells beside the rows of one town's sheet: only its own columns, only cells that differ, each row found by its key at this
 * moment, for people sort. Twice is harmless: what stands there already is not written.
 */
export async function pushSheet(deps: PushDeps, push: Push): Promise<Outcome> {
  try {
    return await lookAndWrite(deps, push);
  } catch (error) {
    if (error instanceof SheetRefused && error.problem !== 'no-range') return { is: 'stopped', why: error.problem };
    // A tab or column went away between two looks: the next look finds it.
    if (error instanceof SheetRefused) return { is: 'deferred', error: new SheetDeferred(error.problem) };
    return error instanceof SheetDeferred ? { is: 'deferred', error } : { is: 'failed', error };
  }
}

type Seen = ReadonlyMap<Tab, readonly TabRow[]>;

async function lookAndWrite(deps: PushDeps, push: Push): Promise<Outcome> {
  const facts = await factsOf(deps, push.id);
  const known = push.places ?? usualPlaces;
  const seen = await rowsAt(deps, push, known);
  if (seen !== undefined) return writeFacts(deps, push, { facts, seen, places: known });
  const places = await placesOf(deps, push);
  if (Object.keys(places).length === 0) return nothing(push, 'tabs');
  const anew = await rowsAt(deps, push, places);
  if (anew === undefined) throw new SheetDeferred('columns are being moved');
  return writeFacts(deps, push, { facts, seen: anew, places });
}

async function factsOf(deps: PushDeps, town: TownCode): Promise<ReadonlyMap<Tab, readonly RowFacts[]>> {
  const of = readingOf(deps, town);
  const facts = new Map<Tab, readonly RowFacts[]>();
  for (const tab of pushedTabs) facts.set(tab, await factsOfTab(of, tab));
  return facts;
}

/** Undefined when the columns do not stand there. */
async function rowsAt({ spreadsheets }: PushDeps, { spreadsheet }: Push, places: Places): Promise<Seen | undefined> {
  const looks = looksAt(places);
  const lines = await spreadsheets.read(spreadsheet, looks.map(rangeOf)).catch((error: unknown) => {
    if (error instanceof SheetRefused && error.problem === 'no-range') return undefined;
    throw error;
  });
  return lines === undefined ? undefined : rowsSeen(looks, lines);
}

/** Reads the titles of all tabs there are. */
async function placesOf({ spreadsheets }: PushDeps, { spreadsheet }: Push): Promise<Places> {
  const names = new Set(await spreadsheets.tabs(spreadsheet));
  const there = pushedTabs.filter((tab) => names.has(tab));
  if (there.length === 0) return {};
  const headers = await spreadsheets.read(
    spreadsheet,
    there.map((tab) => ({ tab, lines: [1, 1] as const })),
  );
  const found = there.map((tab, at) => [tab, placesIn(tab, headers[at]?.[0] ?? [])] as const);
  return Object.fromEntries(found.filter(([, places]) => places !== undefined));
}

type Looking = { readonly facts: ReadonlyMap<Tab, readonly RowFacts[]>; readonly seen: Seen; readonly places: Places };

async function writeFacts(deps: PushDeps, push: Push, { facts, seen, places }: Looking): Promise<Outcome> {
  if (push.proven !== true && !(await isOwn(deps, push.id, seen))) return nothing(push, 'rows', places);
  const all = pushedTabs.flatMap((tab) => {
    const writes = cellsOfFacts(tab, facts.get(tab) ?? [], seen.get(tab) ?? []);
    return writes.map((write) => ({ tab, write }));
  });
  const now = all.slice(0, MOST_CELLS);
  const blocks = pushedTabs.flatMap((tab): readonly CellBlock[] => {
    const own = now.filter((one) => one.tab === tab).map(({ write }) => write);
    return blocksOf(tab, places[tab] ?? {}, own);
  });
  if (blocks.length > 0) {
    await note(deps, push.id, keysOf(now, seen));
    await deps.spreadsheets.write(push.spreadsheet, blocks);
  }
  return { is: 'looked', wrote: now.length, more: all.length > now.length, places: unusual(places), proven: true };
}

function nothing({ proven = false }: Push, lacks: 'tabs' | 'rows', places?: Places): Outcome {
  return { is: 'looked', wrote: 0, more: false, proven, lacks, places: places && unusual(places) };
}

const unusual = (places: Places) => (places === usualPlaces ? undefined : places);

/**
 * A row of it was sent by this town: so it is the town's own sheet. The account is an editor of every town's sheet, and all towns count C-1, C-2:
 * a wrong address would put one town's cases beside another's.
 */
async function isOwn({ store }: PushDeps, town: TownCode, seen: Seen): Promise<boolean> {
  const marks = [...seen].flatMap(([tab, rows]) => rows.flatMap(({ cells }) => markOf(tab, cells[ROW_ID])));
  for (const mark of marks.slice(0, MOST_ASKED)) if ((await store.get('row', town, mark)) !== undefined) return true;
  return false;
}

const markOf = (tab: Tab, id = '') => (id === '' ? [] : [`${tab}/${id}`]);

type Written = { readonly tab: Tab; readonly write: { readonly at: number } };

function keysOf(written: readonly Written[], seen: Seen): readonly string[] {
  const keys = written.map(({ tab, write }) => {
    const row = seen.get(tab)?.[write.at - 2];
    return row === undefined ? undefined : rowKeyOf(tab, row.cells);
  });
  return [...new Set(keys.filter((key) => key !== undefined))];
}

/** What is told outside is noted before it is told (BRIEF §2.15). */
async function note({ store, clock }: PushDeps, town: TownCode, about: readonly string[]): Promise<void> {
  const line = { town, at: clock.now(), who: 'workflow', did: 'sheet-written', to: 'spreadsheet', about: [...about] };
  await store.commit({ put: [], audit: [{ ...line, door: 'workflow' }] });
}
