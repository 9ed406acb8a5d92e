import type { Actor, Town } from '../../core/access/model.ts';
import type { Deps } from '../../core/commands/command.ts';
import { perform } from '../../core/commands/perform.ts';
import { idForKey } from '../../core/commands/row/rows-of-tab.ts';
import type { Refused } from '../../core/refusal.ts';
import { ok, type Result } from '../../core/result.ts';
import { type Problem, yesIn } from '../../core/sheet/cells.ts';
import type { Tab } from '../../core/sheet/columns.ts';
import { type RowToSend, rowsToSend } from '../../core/sheet/rows-to-send.ts';
import type { RowResult } from './row-result.ts';
import { type Brought, type BroughtRow, isFilled } from './rows-in-workbook.ts';

/** Each row is a commit of its own; so many are done well before API Gateway gives up after 29 seconds. The rest waits for the file to come again. */
export const MOST_AT_ONCE = 300;

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

/** Rows that differ from what is stored go the way of every sheet row; what became of each, tab by tab. */
export async function sendRows(
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
