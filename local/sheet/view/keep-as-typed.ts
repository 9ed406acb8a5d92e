import { CellValueType, type Univer } from '@univerjs/core';
import type { FUniver } from '@univerjs/core/facade';
import { AFTER_CELL_EDIT, SheetInterceptorService } from '@univerjs/preset-sheets-core';

type Typed = { readonly row: number; readonly column: number; readonly text: string };

/** Above Univer's own readers of numbers and dates. */
const FIRST = 1000;

/**
 * Keeps what is typed as it was typed. Univer reads 0072 as a number, whatever the column's format; here every cell is text, as in the sheet
 * at Google, where the add-on gave its columns that format. The cell is changed on its way into the sheet: a moment later would be a race.
 */
export function keepAsTyped(univer: Univer, api: FUniver): void {
  let typed: Typed | undefined;
  const whatWasTyped = ({ row, column }: Omit<Typed, 'text'>) =>
    typed?.row === row && typed.column === column ? typed.text : undefined;
  let watching = false;

  api.addEvent(api.Event.BeforeSheetEditEnd, ({ row, column, value, isConfirm }) => {
    // Univer's services are there from its first workbook on.
    if (!watching) writeAsText(univer, whatWasTyped);
    watching = true;
    // The editor ends its text with a line break of its own.
    typed = isConfirm ? { row, column, text: value.toPlainText().replace(/\r?\n$/, '') } : undefined;
  });
}

function writeAsText(univer: Univer, typedAt: (place: Omit<Typed, 'text'>) => string | undefined): void {
  univer
    .__getInjector()
    .get(SheetInterceptorService)
    .writeCellInterceptor.intercept(AFTER_CELL_EDIT, {
      priority: FIRST,
      handler(cell, { row, col }, next) {
        const text = typedAt({ row, column: col });
        return text === undefined
          ? next(cell)
          : { ...cell, v: text, t: CellValueType.STRING, p: null, f: null, si: null };
      },
    });
}
