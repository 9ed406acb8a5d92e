import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { openDatabase } from '../../../adapters/embedded/database.ts';
import { sqliteStore } from '../../../adapters/embedded/sqlite-store.ts';
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
