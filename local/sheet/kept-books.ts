import type { DatabaseSync } from 'node:sqlite';
import * as z from 'zod';
import { aBook, type Book, bookSchema, sheetSchema } from '../apps-script/book.ts';
import type { Change } from '../apps-script/book-door.ts';

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
  `);
  const shapeOf = database.prepare('SELECT shape FROM book WHERE id = ?');
  const linesOf = database.prepare('SELECT sheet, line, cells FROM book_line WHERE book = ?');
  const putShape = database.prepare('INSERT OR REPLACE INTO book (id, shape) VALUES (?, ?)');
  const putLine = database.prepare('INSERT OR REPLACE INTO book_line (book, sheet, line, cells) VALUES (?, ?, ?, ?)');

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
  };
}
export type KeptBooks = ReturnType<typeof keepBooks>;

function fill(lines: string[][], line: number, cells: string[]): void {
  while (lines.length < line) lines.push([]);
  lines[line - 1] = cells;
}
