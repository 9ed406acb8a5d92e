import * as z from 'zod';
import type { Actor } from '../../access/model.ts';
import { inOneTown } from '../../access/one-town.ts';
import { townCodeSchema } from '../../ids.ts';
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
import { neighboursOf } from './row-neighbours.ts';
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
});

/** Takes a batch of sheet rows: each is stored or explained, by itself; sent again, nothing happens twice. */
export const acceptRows: Command<typeof input> = {
  input,
  async run(deps, actor, { town: said, tab, rows, seen }) {
    const town = await sheetTownOf(deps, actor, said);
    if (town === undefined) return refuse({ code: 'forbidden' });
    const refusal = await refusalOfBatch(deps, actor, { town, tab, rows });
    if (refusal !== undefined) return refuse(refusal);

    const townName = (await deps.store.get('town', deps.prefecture, town))?.name ?? town;
    const where = {
      ...{ town, tab, townName },
      neighbours: await neighboursOf(deps, actor, town, tab),
      numbers: await rowNumbersOf(deps, town, tab),
      agencyNamed: await agencyNamesOf(deps, town, tab),
    };
    for (const row of rows) {
      const sent = { ...readSentRow(tab, row), seen: fitToCompare(seen?.[row.row]) };
      const done = await acceptRow(inOneTown(deps, town), actor, where, sent);
      if (!done.ok) return done;
    }
    return ok({ town, id: tab });
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
  where: Among,
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
  const now = { id: sent.id, cells, problems, ...knownOf(stored, saw) };
  const answered = await answerTo(deps, actor, where, now);
  if (!answered.ok) return answered;
  const { at: _before, ...row } = stored ?? { kind: 'row' as const, town: where.town, version: 0 };
  const refused = answered.value.status === '要修正' ? { at: deps.clock.now() } : {};
  return save(deps, actor, { ...line, put: [{ ...row, ...kept, ...answered.value, ...refused }] });
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

function knownOf(stored: Row | undefined, saw: Cells | undefined) {
  return { known: stored !== undefined || saw !== undefined, before: saw ?? knownIn(stored), taken: knownIn(stored) };
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
