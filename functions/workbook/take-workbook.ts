import type { Actor, Town } from '../../core/access/model.ts';
import { noteReading } from '../../core/access/noting.ts';
import type { Deps } from '../../core/commands/command.ts';
import { perform } from '../../core/commands/perform.ts';
import { type CarriedRow, idForKey, rowsOfTab } from '../../core/commands/row/rows-of-tab.ts';
import { readingOf } from '../../core/commands/row/town-reading.ts';
import { holdsMyNumber } from '../../core/my-number.ts';
import type { Refused } from '../../core/refusal.ts';
import { ok, refuse, type Result } from '../../core/result.ts';
import { type Cells, type Problem, yesIn } from '../../core/sheet/cells.ts';
import { type Tab, tabNames } from '../../core/sheet/columns.ts';
import { reason } from '../../core/sheet/row-answers.ts';
import { type RowToSend, rowsToSend, typedIn } from '../../core/sheet/rows-to-send.ts';
import { readWorkbook } from './read-workbook.ts';
import { type Brought, type BroughtRow, rowsInWorkbook } from './rows-in-workbook.ts';
import { type TownRows, townWorkbook } from './town-workbook.ts';

/** What became of a row of the file. */
export type RowResult = {
  readonly tab: Tab;
  /** Its line in the file. */
  readonly at: number;
  readonly row: string;
  readonly status: '済' | '要修正' | '競合' | '未送信';
  readonly problems: readonly Problem[];
};
export type Taken = {
  readonly results: readonly RowResult[];
  readonly remarks: readonly string[];
  /** Rows of the file that nobody changed. */
  readonly unchanged: number;
  /** The file as it is to be worked on from now: what came of each row stands beside it. */
  readonly file: Uint8Array;
};

/** Each row is a commit of its own; so many are done well before API Gateway gives up after 29 seconds. The rest waits for the file to come again. */
export const MOST_AT_ONCE = 300;

/** The town's rows, tab by tab. Noted before they are handed out: this file holds all the town has. */
export async function rowsOfTown(deps: Deps, actor: Actor, town: Town): Promise<TownRows> {
  const reading = readingOf(deps, town.id);
  const of = async (tab: Tab) => rowsOfTab(deps, reading, tab);
  const rows = Object.fromEntries(await Promise.all(tabNames.map(async (tab) => [tab, await of(tab)] as const)));
  const cases = tabNames.flatMap((tab) => (rows[tab] ?? []).flatMap(({ cells }) => cells['ケース番号'] ?? []));
  await noteReading(deps, actor, { town: town.id, to: 'workbook', part: 'workbook', about: cases });
  const none: readonly CarriedRow[] = [];
  return {
    相談受付: none,
    ケース: none,
    世帯員: none,
    関係機関: none,
    会議: none,
    招集: none,
    会議録: none,
    役割分担: none,
    支援計画: none,
    'モニタリング・評価': none,
    設定: none,
    ...rows,
  };
}

/** Takes a filled workbook: rows that differ go the way of every sheet row, and each is answered. Taken again, nothing happens twice. */
export async function takeWorkbook(
  deps: Deps,
  actor: Actor,
  town: Town,
  bytes: Uint8Array,
): Promise<Result<Taken, Refused>> {
  const read = readWorkbook(bytes);
  const brought = read.ok ? rowsInWorkbook(read.value) : read;
  if (!brought.ok) return brought;
  const from = brought.value.town;
  if (from !== undefined && from.id !== town.id)
    return refuse({ code: 'bad-input', field: 'ファイル', problem: ofOther(from.name, town) });

  const sent = await sendRows(deps, actor, town, brought.value);
  if (!sent.ok) return sent;
  const results = sent.value;
  const now = await rowsOfTown(deps, actor, town);
  const all = brought.value.tabs.flatMap(({ tab, rows }) => rows.filter(({ cells }) => isFilled(tab, cells)));
  return ok({
    results,
    remarks: brought.value.remarks,
    unchanged: all.length - results.length,
    file: townWorkbook(town, afterwards(now, brought.value, results)),
  });
}

const ofOther = (theirs: string, own: Town) =>
  `これは${theirs}のファイルです。ここは${own.name}の画面です。${own.name}のファイルを選んでください。`;

const isFilled = (tab: Tab, cells: Cells) => Object.keys(typedIn(tab, cells)).length > 0;

type Part = { readonly tab: Tab; readonly rows: readonly BroughtRow[] };

/** In the order of the work; a meeting is convened after the agencies it calls were taken. */
function partsOf({ tabs }: Brought): readonly Part[] {
  return tabs.flatMap(({ tab, rows }): readonly Part[] => {
    const convening = tabs.find((one) => one.tab === '会議')?.rows.filter(convenes) ?? [];
    if (tab === '会議') return [{ tab, rows: rows.filter((row) => !convenes(row)) }];
    return tab === '招集' && convening.length > 0
      ? [
          { tab, rows },
          { tab: '会議', rows: convening },
        ]
      : [{ tab, rows }];
  });
}

const convenes = ({ cells }: BroughtRow) => yesIn(cells['招集する']);

async function sendRows(
  deps: Deps,
  actor: Actor,
  town: Town,
  brought: Brought,
): Promise<Result<readonly RowResult[], Refused>> {
  const results: RowResult[] = [];
  let left = MOST_AT_ONCE;
  for (const { tab, rows } of partsOf(brought)) {
    const changed = rowsToSend(tab, rows, idForKey);
    const bad = new Map(rows.filter((row) => isUnfit(tab, row)).map((row) => [row.at, row.problems]));
    const good = changed.filter(({ at }) => !bad.has(at));
    const now = good.slice(0, left);
    left -= now.length;
    const done = await sendPart(deps, actor, { town, tab, rows: now, seen: brought.seen });
    if (!done.ok) return done;
    const refused = changed
      .filter(({ at }) => bad.has(at))
      .map((row) => notSent(tab, row, '要修正', bad.get(row.at) ?? []));
    const later = good.slice(now.length).map((row) => notSent(tab, row, '未送信', [LATER]));
    results.push(...[...refused, ...done.value, ...later].toSorted((one, other) => one.at - other.at));
  }
  return ok(results);
}

const LATER = {
  column: '',
  message: `一度に入れられるのは${String(MOST_AT_ONCE)}行までです。結果のファイルを、もう一度入れてください。`,
};

/** A cell that cannot be told is asked about before anything of its row is done. */
function isUnfit(tab: Tab, { problems, cells }: BroughtRow): boolean {
  return (
    problems.length > 0 &&
    isFilled(tab, { ...cells, ...Object.fromEntries(problems.map(({ column }) => [column, '?'])) })
  );
}

function notSent(tab: Tab, row: RowToSend, status: RowResult['status'], problems: readonly Problem[]): RowResult {
  return { tab, at: row.at, row: row.id, status, problems };
}

type Sending = {
  readonly town: Town;
  readonly tab: Tab;
  readonly rows: readonly RowToSend[];
  readonly seen: Brought['seen'];
};

async function sendPart(
  deps: Deps,
  actor: Actor,
  { town, tab, rows, seen }: Sending,
): Promise<Result<readonly RowResult[], Refused>> {
  if (rows.length === 0) return ok([]);
  const known = rows.flatMap(({ id }) => {
    const cells = seen.get(`${tab}/${id}`);
    return cells === undefined ? [] : [[id, cells] as const];
  });
  const done = await perform(deps, actor, 'rows', {
    ...{ town: town.id, tab, seen: Object.fromEntries(known) },
    rows: rows.map(({ id, version, typed }) => ({ ...typed, row: id, version })),
    alone: rows.filter(({ isAlone }) => isAlone).map(({ id }) => id),
  });
  if (!done.ok) return done;
  return ok(
    await Promise.all(
      rows.map(async ({ id, at }) => {
        const kept = await deps.store.get('row', town.id, `${tab}/${id}`);
        return { tab, at, row: id, status: kept?.status ?? ('未送信' as const), problems: kept?.problems ?? [] };
      }),
    ),
  );
}

/** The lines of the file, in its order, as they stand now; a row that was not taken keeps what was typed. What the file had not follows. */
function afterwards(now: TownRows, { tabs, seen }: Brought, results: readonly RowResult[]): TownRows {
  const lines = tabNames.map((tab) => {
    const stored = new Map(now[tab].map((row) => [row.cells['行ID'] ?? '', row]));
    const rows = tabs.find((one) => one.tab === tab)?.rows ?? [];
    const own = rows
      .filter(({ cells }) => isFilled(tab, cells))
      .map((row) => {
        const result = results.find((one) => one.tab === tab && one.at === row.at);
        const id = result?.row ?? row.cells['行ID'] ?? '';
        return lineAfter(tab, row, { result, id, stored: stored.get(id), seen: seen.get(`${tab}/${id}`) ?? {} });
      });
    const there = new Set(own.map(({ cells }) => cells['行ID']));
    return [tab, [...own, ...now[tab].filter(({ cells }) => !there.has(cells['行ID']))]] as const;
  });
  return { ...now, ...Object.fromEntries(lines) };
}

type Standing = {
  readonly result: RowResult | undefined;
  readonly id: string;
  readonly stored: CarriedRow | undefined;
  readonly seen: Cells;
};

function lineAfter(tab: Tab, row: BroughtRow, standing: Standing): CarriedRow {
  const { result, stored, seen } = standing;
  if (stored !== undefined && isTaken(row, result)) return stored;
  return {
    cells: { ...stored?.cells, ...typedAgain(tab, row, seen), ...ownAfter(row, standing) },
    seen: result?.status === '競合' ? (stored?.seen ?? seen) : seen,
  };
}

/** A row in 競合 that nobody has decided yet stays as it is. */
function isTaken({ cells }: BroughtRow, result: RowResult | undefined): boolean {
  return result === undefined ? cells['状況'] !== '競合' : result.status === '済';
}

/** What could not be told says what it said before, not nothing. A My Number goes nowhere, not even back. */
function typedAgain(tab: Tab, { cells, problems }: BroughtRow, seen: Cells): Cells {
  const untold = Object.fromEntries(problems.map(({ column }) => [column, seen[column] ?? '']));
  const typed = Object.entries(typedIn(tab, cells)).filter(([, text]) => !holdsMyNumber(text));
  return { ...Object.fromEntries(typed), ...untold };
}

function ownAfter({ cells }: BroughtRow, { result, id, stored }: Standing): Cells {
  const before = (column: string) => cells[column] ?? '';
  const kept = (column: string) => stored?.cells[column] ?? before(column);
  const said =
    result === undefined
      ? { 状況: before('状況'), '理由・お願い': before('理由・お願い') }
      : { 状況: result.status, '理由・お願い': result.problems.map(reason).join('\n') };
  return { 行ID: id, ...said, 版: kept('版'), 送信内容: kept('送信内容') };
}
