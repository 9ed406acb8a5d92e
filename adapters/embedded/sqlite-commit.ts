import type { DatabaseSync } from 'node:sqlite';
import { MOST_WRITES, writesIn } from '../../core/parcel/rules.ts';
import type { Change } from '../../core/ports.ts';
import type { Versioned } from '../../core/records.ts';
import { ok, refuse, type Result } from '../../core/result.ts';
import { placeOf } from './sqlite-rows.ts';
import { storageRefusal } from './storage-refusal.ts';

/** Saves a whole change in one transaction, or nothing of it. Synchronous: nothing else can come in between. */
export function commitTo(database: DatabaseSync): (change: Change) => Result<void, { readonly code: 'stale' }> {
  const write = writesOf(database);

  return (change) => {
    assertSavable(change);
    database.exec('BEGIN IMMEDIATE');
    try {
      const saved = write(change);
      database.exec(saved ? 'COMMIT' : 'ROLLBACK');
      if (saved) afterDisposing(database, change);
      return saved ? ok(undefined) : refuse({ code: 'stale' });
    } catch (error) {
      if (database.isTransaction) database.exec('ROLLBACK');
      throw storageRefusal(error, database.location() ?? ':memory:') ?? error;
    }
  };
}

/** What was disposed of leaves the write-ahead log too; else its bytes stay there until something else is written over them (ADR 0046). */
function afterDisposing(database: DatabaseSync, { put }: Change): void {
  if (put.some(({ kind }) => kind === 'disposed')) database.exec('PRAGMA wal_checkpoint(TRUNCATE)');
}

function assertSavable(change: Change): void {
  const { put, forget = [], mirror = [] } = change;
  const writes = writesIn(change);
  if (writes > MOST_WRITES) throw new Error(`${String(writes)} writes in one commit; at most ${String(MOST_WRITES)}`);

  const keys = [...put, ...forget, ...mirror].map(({ kind, town, id }) => `${kind} ${town} ${id}`);
  if (new Set(keys).size < keys.length) throw new Error('one record twice in one commit');
}

function writesOf(database: DatabaseSync): (change: Change) => boolean {
  const insert = database.prepare(
    'INSERT INTO records (town, kind, id, version, body) VALUES (?, ?, ?, 1, ?) ON CONFLICT DO NOTHING',
  );
  const update = database.prepare(
    'UPDATE records SET version = ?, body = ? WHERE town = ? AND kind = ? AND id = ? AND version = ?',
  );
  const overwrite = database.prepare(
    'INSERT OR REPLACE INTO records (town, kind, id, version, body) VALUES (?, ?, ?, 0, ?)',
  );
  const erase = database.prepare('DELETE FROM records WHERE town = ? AND kind = ? AND id = ? AND version = ?');
  const unshow = database.prepare("DELETE FROM records WHERE town = ? AND kind = 'status' AND id = ?");
  const enter = database.prepare('INSERT INTO outbox (town, not_before, body) VALUES (?, ?, ?)');
  const end = database.prepare('DELETE FROM audit WHERE town = ? AND seq = ? AND at = ?');
  const note = database.prepare('INSERT INTO audit (town, at, body) VALUES (?, ?, ?)');

  function save(record: Versioned): boolean {
    const { town, kind, id, version } = record;
    const body = JSON.stringify({ ...record, version: version + 1 });
    const { changes } =
      version === 0 ? insert.run(town, kind, id, body) : update.run(version + 1, body, town, kind, id, version);
    return changes === 1;
  }

  const removed = ({ town, kind, id, version }: Versioned) => erase.run(town, kind, id, version).changes === 1;

  const saved = ({ put, forget = [] }: Change) => put.every(save) && forget.every(removed);
  const mirrored = ({ mirror = [], unmirror = [] }: Change) => {
    for (const { town, id } of unmirror) unshow.run(town, id);
    for (const status of mirror) overwrite.run(status.town, status.kind, status.id, JSON.stringify(status));
  };

  return (change) => {
    if (!saved(change)) return false;
    mirrored(change);
    for (const entry of change.outbox ?? []) enter.run(entry.town, entry.notBefore, JSON.stringify(entry));
    for (const { key, entry } of change.endLines ?? []) end.run(entry.town, placeOf(key).seq, placeOf(key).at);
    for (const entry of change.audit ?? []) note.run(entry.town, entry.at, JSON.stringify(entry));
    return true;
  };
}
