import { CellValueType, type ICellData } from '@univerjs/core';
import type { FUniver } from '@univerjs/core/facade';
import { cellsPasted } from './pasted.ts';

type Sheet = ReturnType<ReturnType<FUniver['createWorkbook']>['getActiveSheet']>;

function textCell(text: string): ICellData {
  return { v: text, t: CellValueType.STRING };
}

/** Puts a clipboard's text where the clerk stands. Univer would make 123 of 0123, and bring fonts and colours along. */
export function pasteInto(sheet: Sheet, text: string): void {
  const range = sheet.getActiveRange();
  if (range === null) return;
  const cells = cellsPasted(text);
  const row = range.getRow();
  const missing = row + cells.length - sheet.getMaxRows();
  if (missing > 0) sheet.insertRowsAfter(sheet.getMaxRows() - 1, missing);
  const width = cells[0]?.length ?? 1;
  sheet.getRange(row, range.getColumn(), cells.length, width).setValues(cells.map((line) => line.map(textCell)));
}
