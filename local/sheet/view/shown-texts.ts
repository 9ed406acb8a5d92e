import type { ICellData, Nullable } from '@univerjs/core';
import type { FUniver } from '@univerjs/core/facade';

type Sheet = ReturnType<ReturnType<FUniver['createWorkbook']>['getActiveSheet']>;

/**
 * What the cells of a line hold, which is what they show: every cell is a text. Univer's own question for shown texts tries each as
 * a date and as a number, which takes a second for a thousand lines.
 */
export function textsOfLine(sheet: Sheet, row: number, width: number): readonly string[] {
  const cells = sheet.getSheet();
  return Array.from({ length: width }, (_, column) => textOf(cells.getCellRaw(row - 1, column)));
}

function textOf(cell: Nullable<ICellData>): string {
  if (cell === null || cell === undefined) return '';
  const text = cell.v ?? cell.p?.body?.dataStream.replace(/\r?\n?$/, '').replaceAll('\r', '\n') ?? '';
  return String(text);
}
