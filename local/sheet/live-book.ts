import { type Book, inside, lastRowOf, type Sheet, sheetOf, textsIn } from '../apps-script/book.ts';
import { type BookDoor, openBook } from '../apps-script/book-door.ts';
import { journalOf } from './book-journal.ts';
import type { KeptBooks } from './kept-books.ts';
import { afterMove, movedAlong } from './moves.ts';
import type { Edit, Move } from './wire.ts';

/** A town's workbook while it is open: everybody who looks at it, and every execution, works on this one. */
export type LiveBook = ReturnType<typeof openLiveBook>;

export function openLiveBook(id: string, kept: KeptBooks) {
  const book = kept.load(id);
  const journal = journalOf(book);
  const door = openBook(book, (change) => {
    kept.keep(id, book, change);
    journal.note(change);
  });
  const running = new Set<Promise<unknown>>();
  let locked = false;

  return {
    door,
    /** Its tabs as they stand now, to be read only. */
    sheets: (): readonly Sheet[] => book.sheets,
    newsSince: journal.newsSince,
    /**
     * What people typed, line by line; the sheet grows downwards with it, and is cut off at its right end. Answers where it stands now: lines may
     * have moved before the page heard of it.
     */
    type(edits: readonly Edit[], order = ''): readonly Edit[] {
      const placed = movedAlong(edits, journal.unseenMoves(order));
      for (const edit of placed) putLine(book, door, edit);
      return placed;
    },
    /** Moves whole lines as they stand here, whatever somebody else wrote into them meanwhile. A move that is here already is not done again. */
    move(asked: Move, order = ''): void {
      if (journal.hasMoved(asked.id) || kept.hasMoved(id, asked.id)) return;
      const move = journal.upToDate(asked, order);
      const sheet = sheetOf(book, move.sheet);
      const cells = afterMove(sheet.cells, move, () => []);
      // Kept first: what could not be kept comes again, and is to find the lines as they were.
      kept.keepMove(id, move, cells);
      sheet.cells = cells;
      journal.noteMove(move);
      const missing = lastRowOf(sheet) - sheet.height;
      if (missing > 0) door.lengthen(sheet.name, missing);
    },
    /** Where a line of a sheet stands now that a page told by its own order. */
    rowNow: (sheet: string, row: number, order: string): number | undefined =>
      movedAlong([{ sheet, row }], journal.unseenMoves(order))[0]?.row,
    /** While the add-on runs: it asks where a row stands, and writes there a moment later. */
    async during<Answer>(run: Promise<Answer>): Promise<Answer> {
      running.add(run);
      try {
        return await run;
      } finally {
        running.delete(run);
      }
    },
    /** No execution is under way: lines may move. */
    async whenQuiet(): Promise<void> {
      while (running.size > 0) await Promise.allSettled(running);
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
