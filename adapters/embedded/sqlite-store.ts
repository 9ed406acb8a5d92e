import type { DatabaseSync } from 'node:sqlite';
import * as z from 'zod';
import type { Store } from '../../core/ports.ts';
import { instantSchema } from '../../core/time.ts';
import { effectTypes } from '../../core/workflow/model.ts';
import { commitTo } from './sqlite-commit.ts';
import { auditEntryOf, auditLineOf, entryOf, placeOf, recordOf } from './sqlite-rows.ts';
import { createStoreTables } from './sqlite-schema.ts';

/** No id goes beyond this character, so it closes the range of a prefix. */
const LAST_CHARACTER = '\u{10FFFF}';

const nextRow = z.object({ next: instantSchema.nullable() });

/** Records, outbox and audit in one SQLite file; the engine's journal may live in the same one. */
export function sqliteStore(database: DatabaseSync): Store {
  createStoreTables(database);
  const commit = commitTo(database);
  const one = database.prepare('SELECT body FROM records WHERE town = ? AND kind = ? AND id = ?');
  const some = database.prepare(
    'SELECT body FROM records WHERE town = ? AND kind = ? AND id >= ? AND id < ? ORDER BY id',
  );
  const linkWith = database.prepare("SELECT body FROM records WHERE kind = 'link' AND id = ?");
  const allStatuses = database.prepare("SELECT body FROM records WHERE kind = 'status' ORDER BY town, id");
  const due = database.prepare(
    `SELECT seq, body FROM outbox WHERE not_before <= ? AND body ->> '$.effect.type' IN (SELECT value FROM json_each(?))
     ORDER BY not_before, seq LIMIT ?`,
  );
  const next = database.prepare('SELECT min(not_before) AS next FROM outbox WHERE not_before > ?');
  const remove = database.prepare('DELETE FROM outbox WHERE town = ? AND seq = ?');
  const trail = database.prepare('SELECT body FROM audit WHERE town = ? ORDER BY at, seq');
  const trailWithin = database.prepare('SELECT body FROM audit WHERE town = ? AND at >= ? AND at < ? ORDER BY at, seq');
  const trailBefore = database.prepare(
    `SELECT seq, at, body FROM audit WHERE town = ? AND at >= ? AND at < ? AND (at, seq) < (?, ?)
     ORDER BY at DESC, seq DESC LIMIT ?`,
  );

  return {
    async get(kind, town, id) {
      const row = one.get(town, kind, id);
      return row === undefined ? undefined : recordOf(kind, row);
    },
    async list(kind, town, under = '') {
      return some.all(town, kind, under, under + LAST_CHARACTER).map((row) => recordOf(kind, row));
    },
    async commit(change) {
      return commit(change);
    },
    async link(fingerprint) {
      const row = linkWith.get(fingerprint);
      return row === undefined ? undefined : recordOf('link', row);
    },
    async statuses() {
      return allStatuses.all().map((row) => recordOf('status', row));
    },
    async dueEntries(now, limit, types = effectTypes) {
      return due.all(now, JSON.stringify(types), limit).map(entryOf);
    },
    async nextEntryAt(now) {
      return nextRow.parse(next.get(now)).next ?? undefined;
    },
    async settle({ town, id }) {
      remove.run(town, Number(id));
    },
    async audit(town, within) {
      const rows = within === undefined ? trail.all(town) : trailWithin.all(town, within.from, within.until);
      return rows.map(auditEntryOf);
    },
    async auditPart(town, { within: { from, until }, limit, before }) {
      const { at, seq } = before === undefined ? { at: until, seq: 0 } : placeOf(before);
      return trailBefore.all(town, from, until, at, seq, limit).map(auditLineOf);
    },
  };
}
