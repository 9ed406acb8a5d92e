import type { DatabaseSync } from 'node:sqlite';
import * as z from 'zod';
import { aBook, type Book, bookSchema, sheetSchema } from '../apps-script/book.ts';
import { inTransaction } from '../../adapters/embedded/engine/transaction.ts';
import type { Change } from '../apps-script/book-door.ts';
import type { Move } from './wire.ts';

const shapeSchema = z.object({ sheets: z.array(sheetSchema.omit({ cells: true })), active: z.string() });
const lineSchema = z.object({ sheet: z.string(), line: z.number(), cells: z.string() });
const cellsSchema = z.array(z.string());

/** The workbooks of the towns, line by line, so that a typed cell writes its line and not ten thousand others. */
export function keepBooks(database: DatabaseSync) {
  database.exec(`
    CREATE TABLE IF NOT EXISTS book (id TEXT PRIMARY KEY, shape TEXT NOT NULL) STRICT;
    CREATE TABLE IF NOT EXISTS book_line (
      book TEXT NOT NULL, sheet TEXT NOT NULL, line INTEGER NOT NULL, cells TEXT NOT NULL, PRIMARY KEY (book, sheet, line)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE IF NOT EXISTS book_move (book TEXT NOT NULL, id TEXT NOT NULL, PRIMARY KEY (book, id)) STRICT, WITHOUT ROWID;
  `);
  const shapeOf = database.prepare('SELECT shape FROM book WHERE id = ?');
  const linesOf = database.prepare('SELECT sheet, line, cells FROM book_line WHERE book = ?');
  const putShape = database.prepare('INSERT OR REPLACE INTO book (id, shape) VALUES (?, ?)');
  const putLine = database.prepare('INSERT OR REPLACE INTO book_line (book, sheet, line, cells) VALUES (?, ?, ?, ?)');
  const dropLines = database.prepare('DELETE FROM book_line WHERE book = ? AND sheet = ? AND line >= ?');
  const putMove = database.prepare('INSERT OR REPLACE INTO book_move (book, id) VALUES (?, ?)');
  const moveOf = database.prepare('SELECT id FROM book_move WHERE book = ? AND id = ?');

  return {
    /** As it was left; a new one for who has none. */
    load(id: string): Book {
      const row = shapeOf.get(id);
      if (row === undefined) return aBook();
      const shape = shapeSchema.parse(JSON.parse(z.object({ shape: z.string() }).parse(row).shape));
      const book = bookSchema.parse({ ...shape, sheets: shape.sheets.map((sheet) => ({ ...sheet, cells: [] })) });
      for (const { sheet, line, cells } of linesOf.all(id).map((one) => lineSchema.parse(one)))
        fill(book.sheets.find(({ name }) => name === sheet)?.cells ?? [], line, cellsSchema.parse(JSON.parse(cells)));
      return book;
    },
    keep(id: string, book: Book, change: Change): void {
      if (change.of === 'shape') {
        const sheets = book.sheets.map(({ cells: _cells, ...sheet }) => sheet);
        putShape.run(id, JSON.stringify({ sheets, active: book.active }));
        return;
      }
      const cells = book.sheets.find(({ name }) => name === change.sheet)?.cells ?? [];
      for (let line = change.row; line < change.row + change.rows; line += 1)
        putLine.run(id, change.sheet, line, JSON.stringify(cells[line - 1] ?? []));
    },
    /** The lines of a sheet after some moved: all at once, with the move itself, or not at all. */
    keepMove(id: string, { id: move, sheet, at }: Move, cells: readonly (readonly string[])[]): void {
      inTransaction(database, () => {
        dropLines.run(id, sheet, at);
        for (const [index, line] of cells.entries())
          if (index >= at - 1) putLine.run(id, sheet, index + 1, JSON.stringify(line));
        putMove.run(id, move);
      });
    },
    /** Whether a move of lines is in the workbook, so that it is not done twice when its answer got lost. */
    hasMoved: (id: string, move: string): boolean => moveOf.get(id, move) !== undefined,
  };
}
export type KeptBooks = ReturnType<typeof keepBooks>;

function fill(lines: string[][], line: number, cells: string[]): void {
  while (lines.length < line) lines.push([]);
  lines[line - 1] = cells;
}
