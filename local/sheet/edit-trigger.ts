import type { Edited } from '../apps-script/google.ts';
import { runEditTrigger } from '../apps-script/run-addon.ts';
import { addonBundle } from './bundles.ts';
import type { LiveBook } from './live-book.ts';
import type { Edit } from './wire.ts';

/** Calls the add-on's `onEdit` for what somebody typed, once for each sheet. What the add-on itself writes calls nothing, as at Google. */
export async function afterTyping(book: LiveBook, edits: readonly Edit[]): Promise<void> {
  const built = await addonBundle();
  const never = (): never => {
    throw new Error('a simple trigger has no such thing');
  };
  for (const edited of editedIn(edits))
    runEditTrigger(built, edited, {
      ...{ book: book.door, identityToken: '', user: '', row: edited.row },
      ...{ fetch: never, toast: never, showSidebar: never, addMenuItem: never },
      lock: () => book.lock(),
      unlock: () => {
        book.unlock();
      },
    });
}

/** One rectangle around all that was typed in a sheet at once. */
function editedIn(edits: readonly Edit[]): readonly Edited[] {
  return [...new Set(edits.map(({ sheet }) => sheet))].flatMap((sheet) => {
    const typed = edits.filter((edit) => edit.sheet === sheet);
    const columns = typed.flatMap(({ texts }) => texts.flatMap((text, at) => (text === null ? [] : [at + 1])));
    if (columns.length === 0) return [];
    const rows = typed.map(({ row }) => row);
    const [row, column] = [Math.min(...rows), Math.min(...columns)];
    return [{ sheet, row, column, rows: Math.max(...rows) - row + 1, columns: Math.max(...columns) - column + 1 }];
  });
}
