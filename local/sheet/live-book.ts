import { randomUUID } from 'node:crypto';
import { type Book, inside, type Sheet, sheetOf, textsIn } from '../apps-script/book.ts';
import { type BookDoor, type Change, openBook } from '../apps-script/book-door.ts';
import type { KeptBooks } from './kept-books.ts';
import type { Edit, News } from './wire.ts';

/** A town's workbook while it is open: everybody who looks at it, and every execution, works on this one. */
export type LiveBook = ReturnType<typeof openLiveBook>;

export function openLiveBook(id: string, kept: KeptBooks) {
  const book = kept.load(id);
  const journal = journalOf(book);
  const door = openBook(book, (change) => {
    kept.keep(id, book, change);
    journal.note(change);
  });
  let locked = false;

  return {
    door,
    /** Its tabs as they stand now, to be read only. */
    sheets: (): readonly Sheet[] => book.sheets,
    newsSince: journal.newsSince,
    /** What people typed, line by line; the sheet grows downwards with it, and is cut off at its right end. */
    type(edits: readonly Edit[]): void {
      for (const edit of edits) putLine(book, door, edit);
    },
    look(sheet: string): void {
      book.active = sheetOf(book, sheet).name;
    },
    lock: () => !locked && (locked = true),
    unlock: (): void => {
      locked = false;
    },
  };
}

function putLine(book: Book, door: BookDoor, { sheet: name, row, texts }: Edit): void {
  const sheet = sheetOf(book, name);
  const columns = Math.min(texts.length, sheet.width);
  if (columns === 0) return;
  if (row > sheet.height) door.lengthen(name, row - sheet.height);
  const area = inside(sheet, { row, column: 1, rows: 1, columns });
  const [now = []] = textsIn(sheet, area);
  // A formula a clerk types is shown, and not reckoned.
  const asTyped = (text: string, at: number) =>
    text.startsWith('=') && !sheet.text.includes(at + 1) ? `'${text}` : text;
  door.put(name, area, [now.map((text, at) => asTyped(texts[at] ?? text, at))]);
}

/** Which lines changed when, so that a page asks for those it has not seen. It forgets when the machine is started anew. */
function journalOf(book: Book) {
  const opened = randomUUID().slice(0, 8);
  const changedAt = new Map<string, number>();
  let [now, shapedAt] = [1, 1];

  const seen = (since: string) => {
    const [when = '', at = ''] = since.split(':');
    return when === opened ? Number(at) || 0 : 0;
  };
  return {
    note(change: Change): void {
      now += 1;
      if (change.of === 'shape') shapedAt = now;
      else
        for (let row = change.row; row < change.row + change.rows; row += 1)
          changedAt.set(`${change.sheet}\n${String(row)}`, now);
    },
    newsSince: (since: string): News => {
      const from = seen(since);
      const isNew = from < shapedAt;
      const shape = { sheets: book.sheets.map(({ cells: _cells, ...sheet }) => sheet), active: book.active };
      const lines = book.sheets.flatMap(({ name, cells }) =>
        cells.flatMap((texts, index) => {
          const at = changedAt.get(`${name}\n${String(index + 1)}`) ?? 1;
          return isNew || at > from ? [{ sheet: name, row: index + 1, texts }] : [];
        }),
      );
      return { until: `${opened}:${String(now)}`, lines, toasts: [], ...(isNew ? { shape } : {}) };
    },
  };
}
