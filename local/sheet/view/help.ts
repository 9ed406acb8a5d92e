import type { FUniver } from '@univerjs/core/facade';
import type { SheetShape } from '../wire.ts';

type Sheet = ReturnType<ReturnType<FUniver['createWorkbook']>['getActiveSheet']>;

/** Drop-downs that offer and forbid nothing, and the words over the titles. */
export function helpOn(api: FUniver, sheet: Sheet, { choices, notes, height }: SheetShape): void {
  for (const [column, offered] of Object.entries(choices)) {
    const rule = api.newDataValidation().requireValueInList(offered, false, true).setAllowInvalid(true).build();
    sheet.getRange(1, Number(column) - 1, height - 1, 1).setDataValidation(rule);
  }
  for (const [column, note] of Object.entries(notes)) {
    const at = { row: 0, col: Number(column) - 1 };
    sheet.getRange(at.row, at.col).createOrUpdateNote({ ...at, id: `note-${column}`, note, width: 320, height: 160 });
  }
}
