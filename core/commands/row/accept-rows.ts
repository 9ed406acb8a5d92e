import * as z from 'zod';
import type { Actor } from '../../access/model.ts';
import { inOneTown } from '../../access/one-town.ts';
import { type TownCode, townCodeSchema } from '../../ids.ts';
import { messageOf } from '../../refusal-words.ts';
import type { Refused } from '../../refusal.ts';
import { ok, refuse, type Result } from '../../result.ts';
import { lineOf } from '../../retention/rules.ts';
import { type Cells, listIn } from '../../sheet/cells.ts';
import { type Tab, tabNames } from '../../sheet/columns.ts';
import type { Row } from '../../sheet/model.ts';
import { type Answered, answerTo, type Among } from './answer-row.ts';
import { agencyNamesOf } from './agency-names.ts';
import type { Command, Deps } from '../command.ts';
import { unfitToKeep } from '../fit-to-keep.ts';
import { columnsThatDiffer } from './meaning.ts';
import { contest } from './others-changes.ts';
import { answerInPlace, placesTaken, type SheetSeen } from './place-taken.ts';
import { neighboursOf } from './row-neighbours.ts';
import { minutesRowsOf } from './minutes-rows.ts';
import { tellWaitingRows } from './waiting-rows.ts';
import { rowNumbersOf } from './row-numbers.ts';
import { areOfHidden, sheetTownOf } from './row-workplace.ts';
import { save } from '../save.ts';
import { readSentRow, rowIdField, type SentRow } from './sent-row.ts';

// Each row is a commit of its own, so a batch may be cut off anywhere and sent again.
const MOST_ROWS = 500;

const input = z.strictObject({
  town: townCodeSchema.optional(),
  tab: z.enum(tabNames),
  // Only the number of a row is asked of all: what else is wrong with one is answered beside it.
  rows: z.array(z.object({ row: rowIdField, version: z.unknown() }).catchall(z.unknown())),
  /** By row: what was stored when the sender last saw it, where that is known better than by what the row was taken with (ADR 0053). */
  seen: z.record(z.string(), z.record(z.string(), z.string())).optional(),
  /** The rows whose number no other row of the sheet bears, as the sender saw the whole of it (ADR 0065). */
  alone: z.array(rowIdField).max(MOST_ROWS).default([]),
});

/** Takes a batch of sheet rows: each is stored or explained, by itself; sent again, nothing happens twice. */
export const acceptRows: Command<typeof input> = {
  input,
  async run(deps, actor, { town: said, tab, rows, seen, alone }) {
    const town = await sheetTownOf(deps, actor, said);
    if (town === undefined) return refuse({ code: 'forbidden' });
    const refusal = await refusalOfBatch(deps, actor, { town, tab, rows });
    if (refusal !== undefined) return refuse(refusal);

    const sent = rows.map((row) => ({ ...readSentRow(tab, row), seen: fitToCompare(seen?.[row.row]) }));
    const townName = (await deps.store.get('town', deps.prefecture, town))?.name ?? town;
    const where = {
      ...{ town, tab, townName },
      neighbours: await neighboursOf(deps, actor, town, tab),
      numbers: await rowNumbersOf(deps, town, tab),
      minutes: await minutesRowsOf(deps, town, tab, sent),
      agencyNamed: await agencyNamesOf(deps, town, tab),
    };
    const sheet = sheetSeen(deps, where, new Set(alone.map((row) => `${tab}/${row}`)));
    const within = inOneTown(deps, town);
    for (const row of sent) {
      const done = await acceptRow(within, actor, { ...where, sheet }, row);
      if (!done.ok) return done;
      await where.minutes.answered(row);
    }
    const told = await tellWaitingRows(within, actor, where, sent);
    return told.ok ? ok({ town, id: tab }) : told;
  },
};

async function refusalOfBatch(
  deps: Deps,
  actor: Actor,
  sent: Parameters<typeof areOfHidden>[2],
): Promise<Refused | undefined> {
  const received = sent.rows.length;
  if (received > MOST_ROWS) return { code: 'too-many', received, limit: MOST_ROWS };
  return (await areOfHidden(deps, actor, sent)) ? { code: 'forbidden' } : undefined;
}

/** Answers one row and keeps the answer. Refuses only with `stale`, when others save meanwhile; the batch is then begun again. */
async function acceptRow(
  deps: Deps,
  actor: Actor,
  where: Among & { readonly sheet: SheetSeen },
  { cells, problems, seen: saw, ...sent }: SentRow & { readonly seen: Cells | undefined },
): Promise<Result<unknown, Refused>> {
  const stored = await deps.store.get('row', where.town, sent.id);
  const kept = { ...sent, cells: await keptOf(deps, where, cells, stored) };
  const seen = stored === undefined ? 'new' : seenBefore(stored, kept);
  if (seen === 'answered') return ok(undefined);
  const line = { command: 'rows', town: where.town, id: sent.id };
  if (stored !== undefined && seen === 'stale')
    return save(deps, actor, {
      ...line,
      put: [{ ...stored, ...conflict(where.tab, stored, { ...sent, cells, problems }) }],
    });
  const replaced = await placesTaken(where.sheet, { id: sent.id, cells }, stored);
  const now = { id: sent.id, cells, problems, ...knownOf(stored, saw, replaced) };
  const answered = await answerAmong(deps, actor, { ...where, replaced }, now);
  return answered.ok ? keep(deps, actor, line, { stored, kept, replaced, answered: answered.value }) : answered;
}

type Kept = {
  readonly stored: Row | undefined;
  readonly kept: Pick<Row, 'id' | 'rowVersion' | 'cells'>;
  readonly replaced: readonly Row[];
  readonly answered: Answered;
};

/** A row that was refused takes nobody's place. */
async function keep(
  deps: Deps,
  actor: Actor,
  line: { readonly command: string; readonly town: TownCode; readonly id: string },
  { stored, kept, replaced, answered }: Kept,
): Promise<Result<unknown, Refused>> {
  const { at: _before, ...row } = stored ?? { kind: 'row' as const, town: line.town, version: 0 };
  const isRefused = answered.status === '要修正';
  const refused = isRefused ? { at: deps.clock.now() } : {};
  const put = [{ ...row, ...kept, ...answered, ...refused }];
  return save(deps, actor, { ...line, put, forget: isRefused ? [] : replaced });
}

/** A row that takes the place of others may be answered by what they were answered. */
async function answerAmong(
  deps: Deps,
  actor: Actor,
  where: Among & { readonly replaced: readonly Row[] },
  row: Parameters<typeof answerTo>[3],
): ReturnType<typeof answerTo> {
  for (const { id } of where.replaced) {
    where.numbers.leave(id);
    where.minutes.leave(id);
  }
  const isReadable = row.problems.length === 0 && unfitToKeep(row.cells) === undefined;
  const inPlace = isReadable ? await answerInPlace(deps, where, row.cells) : undefined;
  if (inPlace === undefined) return answerTo(deps, actor, where, row);
  if (inPlace.status === '済') where.numbers.hold(row.id, row.cells);
  return ok(inPlace);
}

/** What must not be kept is not taken as a memory either. */
function fitToCompare(seen: Cells | undefined): Cells | undefined {
  return unfitToKeep(seen) === undefined ? seen : undefined;
}

/** What must not be kept, or must not be kept any more, is not kept as a refused cell either. */
async function keptOf(deps: Deps, where: Among, cells: Cells, stored: Row | undefined): Promise<Cells> {
  if (unfitToKeep(cells) !== undefined) return {};
  return stored === undefined && (await isOfDisposed(deps, where, cells)) ? {} : cells;
}

/** An old row of the sheet, sent anew after its case was disposed of. */
async function isOfDisposed({ store }: Deps, { town }: Among, cells: Cells): Promise<boolean> {
  const numbers = (cell = '') => [cell.normalize('NFKC').trim(), ...listIn(cell)];
  const ids = [
    ...numbers(cells['ケース番号']).map((id) => lineOf('case', id)),
    ...numbers(cells['受付番号']).map((id) => lineOf('consultation', id)),
  ];
  const lines = await Promise.all(ids.map((id) => store.get('disposed', town, id)));
  return lines.some((line) => line !== undefined);
}

/** After a conflict the sheet may take the stored version again: it is then answered afresh. */
function seenBefore(stored: Row, sent: Pick<SentRow, 'rowVersion' | 'cells'>): 'answered' | 'stale' | 'new' {
  if (stored.rowVersion === sent.rowVersion && sameCells(stored.cells, sent.cells))
    return stored.status === '競合' ? 'new' : 'answered';
  return sent.rowVersion <= stored.rowVersion ? 'stale' : 'new';
}

function knownOf(stored: Row | undefined, saw: Cells | undefined, replaced: readonly Row[]) {
  const known = stored !== undefined || saw !== undefined || replaced.length > 0;
  return { known, before: saw ?? knownIn(stored), taken: knownIn(stored), filled: stored?.filled ?? {} };
}

function sheetSeen({ store }: Deps, { town, tab }: Among, alone: ReadonlySet<string>): SheetSeen {
  let rows: Promise<readonly Row[]> | undefined;
  return { tab, isAlone: (id) => alone.has(id), rows: () => (rows ??= store.list('row', town, `${tab}/`)) };
}

/** What the sheet knows to be stored; a row kept before this was noted knows what it was taken with. */
function knownIn(stored: Row | undefined): Cells {
  return stored?.before ?? (stored?.status === '済' ? stored.cells : {});
}

/** A version that cannot be read is no newer than any other; the row stays as it is, and says so, with both values side by side. */
function conflict(tab: Tab, stored: Row, { rowVersion, cells, problems }: Omit<SentRow, 'id'>): Answered {
  const message = messageOf({ code: 'stale-version', sent: rowVersion, stored: stored.rowVersion });
  const both = contest(columnsThatDiffer(tab, cells, stored.cells), cells, stored.cells);
  return { status: '競合', problems: problems.length > 0 ? [...problems] : [{ column: '版', message }, ...both] };
}

function sameCells(a: Cells, b: Cells): boolean {
  const keys = new Set([...Object.keys(a), ...Object.keys(b)]);
  return [...keys].every((key) => (a[key] ?? '') === (b[key] ?? ''));
}
