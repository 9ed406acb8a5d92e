import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { storageRefusal } from './storage-refusal.ts';

export { DataFolderRefused } from './storage-refusal.ts';

/** How long a starting process waits for one that is just ending. */
const PATIENCE_MS = 1000;

/**
 * Opens, or creates, the one database of a data folder. It holds SQLite's exclusive lock until it is closed or the process
 * dies in whatever way, so no second process can work on the same data and no lock is ever left over.
 * @param file a path, or `:memory:`
 * @throws DataFolderRefused when another process has it open, or the folder cannot be written.
 */
export function openDatabase(file: string): DatabaseSync {
  try {
    if (file !== ':memory:') mkdirSync(dirname(file), { recursive: true });
    const database = new DatabaseSync(file, { timeout: PATIENCE_MS, enableForeignKeyConstraints: true });
    lock(database);
    return database;
  } catch (error) {
    throw storageRefusal(error, file) ?? error;
  }
}

function lock(database: DatabaseSync): void {
  try {
    // Exclusive before WAL: the lock then lasts as long as the connection.
    database.exec(`
      PRAGMA locking_mode = EXCLUSIVE;
      PRAGMA journal_mode = WAL;
      PRAGMA synchronous = FULL;
      -- What was disposed of is overwritten, not only unlinked (ADR 0046).
      PRAGMA secure_delete = ON;
      BEGIN IMMEDIATE;
      COMMIT;
    `);
  } catch (error) {
    database.close();
    throw error;
  }
}
