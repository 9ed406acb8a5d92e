import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { openDatabase } from '../../../adapters/embedded/database.ts';
import { sqliteStore } from '../../../adapters/embedded/sqlite-store.ts';
import { recordSchemas } from '../../../core/records.ts';
import { aWait } from '../../contracts/one-of-each.ts';

const folder = mkdtempSync(join(tmpdir(), 'tsudoi-erased-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

function bytes(): string {
  return readdirSync(folder)
    .map((name) => readFileSync(join(folder, name), 'utf8'))
    .join('');
}

it('a record that was erased is in no free page of the file either', async () => {
  const database = openDatabase(join(folder, 'tsudoi.sqlite'));
  const store = sqliteStore(database);
  const secret = aWait({ id: 'M-1', token: 'shiken-hanako'.repeat(400) });
  await store.commit({ put: [secret, aWait({ id: 'M-2', token: 'kept' })] });
  database.exec('PRAGMA wal_checkpoint(TRUNCATE)');
  expect(bytes()).toContain('shiken-hanako');
  await store.commit({ put: [], forget: [{ ...secret, version: 1 }] });
  database.exec('PRAGMA wal_checkpoint(TRUNCATE)');
  database.close();

  expect(bytes()).not.toContain('shiken-hanako');
  expect(bytes()).toContain('kept');
});

it('a case that was disposed of has left the write-ahead log as well, while the machine runs on', async () => {
  const database = openDatabase(join(folder, 'running.sqlite'));
  const store = sqliteStore(database);
  const secret = aWait({ id: 'M-3', token: 'shiken-jiro'.repeat(400) });
  await store.commit({ put: [secret] });
  expect(bytes()).toContain('shiken-jiro');
  const line = recordSchemas.disposed.parse({
    ...{ kind: 'disposed', town: secret.town, id: 'case/C-1', version: 0, endedOn: '2026-09-30', disposal: 'D-1' },
    ...{ by: '木村', confirmedBy: '中村', at: '2032-04-01T00:00:00.000Z' },
  });
  await store.commit({ put: [line], forget: [{ ...secret, version: 1 }] });
  expect(bytes()).not.toContain('shiken-jiro');
  database.close();
});
