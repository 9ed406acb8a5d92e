import { CellValueType, type ICellData } from '@univerjs/core';
import type { FUniver } from '@univerjs/core/facade';
import { SetRangeValuesCommand } from '@univerjs/preset-sheets-core';

type Sheet = ReturnType<ReturnType<FUniver['createWorkbook']>['getActiveSheet']>;
type Range = NonNullable<ReturnType<Sheet['getActiveRange']>>;
type Texts = readonly (readonly string[])[];

/**
 * Puts a clipboard's texts where the clerk stands, and empties where they were cut: in one step, so that one Ctrl+Z takes both back. Univer would
 * make 123 of 0123, and bring fonts and colours along. Lines that a filter hides are passed over: nobody is to lose what nobody sees.
 */
export function pasteInto(api: FUniver, sheet: Sheet, cells: Texts, cut: Range | undefined): void {
  const range = sheet.getActiveRange();
  if (range === null) return;
  const rows = shownRows(sheet, range.getRow(), cells.length);
  const missing = (rows.at(-1) ?? 0) + 1 - sheet.getMaxRows();
  if (missing > 0) sheet.insertRowsAfter(sheet.getMaxRows() - 1, missing);

  const value: Record<number, Record<number, ICellData>> = {};
  const put = (row: number, column: number, line: readonly string[]): void => {
    const own = (value[row] ??= {});
    line.forEach((text, right) => (own[column + right] = { v: text, t: CellValueType.STRING }));
  };
  for (const row of emptyCut(sheet, cut)) put(row, cut?.getColumn() ?? 0, emptied(cut));
  cells.forEach((line, down) => {
    put(rows[down] ?? 0, range.getColumn(), line);
  });
  const place = { unitId: range.getUnitId(), subUnitId: sheet.getSheetId() };
  api.syncExecuteCommand(SetRangeValuesCommand.id, { ...place, value });
}

/** The rows of this sheet to be emptied; what was cut from another sheet is emptied there at once. */
function emptyCut(sheet: Sheet, cut: Range | undefined): readonly number[] {
  if (cut?.getSheetId() === sheet.getSheetId()) return rowsShownIn(sheet, cut);
  cut?.clearContent();
  return [];
}

function emptied(range: Range | undefined): readonly string[] {
  return Array.from({ length: range?.getWidth() ?? 0 }, () => '');
}

/** So many rows from one on, counted from 0, without those a filter hides; they may go on below the sheet. */
function shownRows(sheet: Sheet, from: number, count: number): readonly number[] {
  const [rows, cells]: [number[], ReturnType<Sheet['getSheet']>] = [[], sheet.getSheet()];
  for (let row = from; rows.length < count; row += 1)
    if (row >= sheet.getMaxRows() || cells.getRowVisible(row)) rows.push(row);
  return rows;
}

/** The rows of a range that are not hidden. */
export function rowsShownIn(sheet: Sheet, range: Range): readonly number[] {
  const cells = sheet.getSheet();
  const rows = Array.from({ length: range.getHeight() }, (_, down) => range.getRow() + down);
  return rows.filter((row) => cells.getRowVisible(row));
}
