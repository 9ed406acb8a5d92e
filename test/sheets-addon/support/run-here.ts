import type { Book } from '../../../local/apps-script/book.ts';
import { openBook } from '../../../local/apps-script/book-door.ts';
import type { Shown } from '../../../local/apps-script/run-in-thread.ts';
import type { FetchRequest, FetchResponse, Sidebar } from '../../../local/apps-script/google.ts';
import { LONGEST_MS, type Meter, meterFor } from '../../../local/apps-script/meter.ts';
import { plainText } from '../../../local/apps-script/plain.ts';
import { runAddon } from '../../../local/apps-script/run-addon.ts';
import type { Built } from '../../../sheets-addon/build.ts';

type Around = {
  readonly book: Book;
  readonly fetch?: (request: FetchRequest) => FetchResponse;
  readonly lockHeldByOther?: boolean;
  readonly row?: number;
  readonly args?: readonly unknown[];
  readonly meter?: Meter;
};

/** One execution in this very thread: for tests whose server answers at once. */
export function runHere(
  built: Built,
  entry: string,
  { book, fetch, lockHeldByOther = false, row = 1, args = [], meter = meterFor(LONGEST_MS) }: Around,
): Shown {
  const toasts: string[] = [];
  const menu: { label: string; calls: string }[] = [];
  let sidebar: Sidebar | undefined;
  const returned = runAddon(
    built,
    { entry, args },
    {
      book: openBook(book),
      meter,
      fetch: fetch ?? (() => ({ status: 500, text: '' })),
      identityToken: 'token-of-the-clerk',
      user: 'kimura@example.jp',
      row,
      showSidebar: (shown) => (sidebar = shown),
      toast: (words) => toasts.push(words),
      addMenuItem: (item) => menu.push(item),
      lock: () => !lockHeldByOther,
      unlock: () => undefined,
    },
  );
  return { toasts, menu, returned: plainText(returned), googleMs: meter.spentMs(), sidebar };
}
