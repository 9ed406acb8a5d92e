import type { FUniver } from '@univerjs/core/facade';

type Typed = { readonly row: number; readonly column: number; readonly text: string };

/**
 * Keeps what is typed as it was typed. Univer reads 0072 as a number, whatever the column's format; here every cell is text, as in the sheet
 * at Google, where the add-on gave its columns that format.
 */
export function keepAsTyped(api: FUniver, put: (typed: Typed) => void): void {
  let typed: Typed | undefined;
  api.addEvent(api.Event.BeforeSheetEditEnd, ({ row, column, value, isConfirm }) => {
    // The editor ends its text with a line break of its own.
    typed = isConfirm ? { row, column, text: value.toPlainText().replace(/\r?\n$/, '') } : undefined;
  });
  api.addEvent(api.Event.SheetEditEnded, () => {
    const ended = typed;
    typed = undefined;
    if (ended !== undefined) setTimeout(put, 0, ended);
  });
}
