import { CellValueType, type ICellData } from '@univerjs/core';
import type { FUniver } from '@univerjs/core/facade';
import { SetRangeValuesCommand } from '@univerjs/preset-sheets-core';

type Sheet = ReturnType<ReturnType<FUniver['createWorkbook']>['getActiveSheet']>;
type Range = NonNullable<ReturnType<Sheet['getActiveRange']>>;
type Texts = readonly (readonly string[])[];

/**
 * Puts a clipboard's texts where the clerk stands, and empties where they were cut: in one step, so that one Ctrl+Z takes both back. Univer would
 * make 123 of 0123, and bring fonts and colours along.
 */
export function pasteInto(api: FUniver, sheet: Sheet, cells: Texts, cut: Range | undefined): void {
  const range = sheet.getActiveRange();
  if (range === null) return;
  const row = range.getRow();
  const missing = row + cells.length - sheet.getMaxRows();
  if (missing > 0) sheet.insertRowsAfter(sheet.getMaxRows() - 1, missing);

  const value: Record<number, Record<number, ICellData>> = {};
  const put = (at: { readonly row: number; readonly column: number }, texts: Texts): void => {
    texts.forEach((line, down) => {
      const own = (value[at.row + down] ??= {});
      line.forEach((text, right) => (own[at.column + right] = { v: text, t: CellValueType.STRING }));
    });
  };
  const isSameSheet = cut?.getSheetId() === sheet.getSheetId();
  if (cut !== undefined && !isSameSheet) cut.clearContent();
  if (cut !== undefined && isSameSheet) put({ row: cut.getRow(), column: cut.getColumn() }, emptied(cut));
  put({ row, column: range.getColumn() }, cells);
  const place = { unitId: range.getUnitId(), subUnitId: sheet.getSheetId() };
  api.syncExecuteCommand(SetRangeValuesCommand.id, { ...place, value });
}

function emptied(range: Range): Texts {
  return Array.from({ length: range.getHeight() }, () => Array.from({ length: range.getWidth() }, () => ''));
}
