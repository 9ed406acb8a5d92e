import type { TownCode } from '../../core/ids.ts';
import type { KeptBooks } from './kept-books.ts';
import { type LiveBook, openLiveBook } from './live-book.ts';

/** One workbook for each town, opened when somebody first looks. */
export function townBooks(kept: KeptBooks): (town: TownCode) => LiveBook {
  const open = new Map<TownCode, LiveBook>();
  return (town) => {
    const book = open.get(town) ?? openLiveBook(town, kept);
    open.set(town, book);
    return book;
  };
}
