import { type Book, type Sheet, sheetOf } from '../../../local/apps-script/book.ts';
import { typeInto } from '../../../local/apps-script/typing.ts';

/** A clerk types in a row below the header, counted from 1 as the sheet counts. */
export function type(book: Book, name: string, row: number, cells: Readonly<Record<string, string>>): void {
  const sheet = sheetOf(book, name);
  for (const [column, text] of Object.entries(cells)) {
    const index = headerOf(sheet).indexOf(column);
    if (index === -1) throw new Error(`no column ${column} in ${name}`);
    typeInto(sheet, { row, column: index + 1 }, text);
  }
}

/** The rows below the header by column name. */
export function rowsOf(book: Book, name: string): readonly Readonly<Record<string, string>>[] {
  const sheet = sheetOf(book, name);
  const lines = sheet.cells.slice(1);
  return lines.map((line) => Object.fromEntries(headerOf(sheet).map((column, at) => [column, line[at] ?? ''])));
}

/** What people do to rows: sort, delete, copy. */
export function rearrange(book: Book, name: string, change: (lines: readonly string[][]) => readonly string[][]): void {
  const sheet = sheetOf(book, name);
  const [header = [], ...lines] = sheet.cells;
  sheet.cells = [header, ...change(lines).map((line) => [...line])];
}

export function headerOf(sheet: Sheet): readonly string[] {
  return sheet.cells[0] ?? [];
}
