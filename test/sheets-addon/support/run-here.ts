import type { Book } from '../../../local/apps-script/book.ts';
import { openBook } from '../../../local/apps-script/book-door.ts';
import type { Shown } from '../../../local/apps-script/run-in-thread.ts';
import type { FetchRequest, FetchResponse } from '../../../local/apps-script/google.ts';
import { runAddon } from '../../../local/apps-script/run-addon.ts';
import type { Built } from '../../../sheets-addon/build.ts';

type Around = {
  readonly book: Book;
  readonly fetch?: (request: FetchRequest) => FetchResponse;
  readonly lockHeldByOther?: boolean;
};

/** One execution in this very thread: for tests whose server answers at once. */
export function runHere(built: Built, entry: string, { book, fetch, lockHeldByOther = false }: Around): Shown {
  const toasts: string[] = [];
  const menu: { label: string; calls: string }[] = [];
  runAddon(built, entry, {
    book: openBook(book),
    fetch: fetch ?? (() => ({ status: 500, text: '' })),
    identityToken: 'token-of-the-clerk',
    toast: (words) => toasts.push(words),
    addMenuItem: (item) => menu.push(item),
    lock: () => !lockHeldByOther,
    unlock: () => undefined,
  });
  return { toasts, menu };
}
