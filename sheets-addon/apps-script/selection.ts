import { tabNames } from '../../core/sheet/columns.ts';
import { conflictsIn, isConflict, selectedIn } from '../selected-row.ts';
import type { Conflict, Selected } from '../sidebar-wire.ts';
import { rowsIn } from '../../core/sheet/tab-layout.ts';
import { headerOf, openTab } from './workbook.ts';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** The row the clerk stands in. Only that row is read: this is asked often. */
export function activeRow(): Selected {
  const sheet = SpreadsheetApp.getActiveSpreadsheet().getActiveSheet();
  const at = sheet.getActiveRange()?.getRow() ?? 1;
  return selectedIn(sheet.getName(), at, linesOf(sheet, at, 1));
}

/** The tab and the 行ID of the row the clerk stands in. */
export function activeRowId(): readonly [string, string] {
  const sheet = SpreadsheetApp.getActiveSpreadsheet().getActiveSheet();
  const [row] = linesOf(sheet, sheet.getActiveRange()?.getRow() ?? 1, 1);
  return [sheet.getName(), row?.cells['行ID'] ?? ''];
}

/** Rows with 状況＝競合, of every tab there is. */
export function allConflicts(): readonly Conflict[] {
  const book = SpreadsheetApp.getActiveSpreadsheet();
  return tabNames.flatMap((tab) => {
    const sheet = book.getSheetByName(tab);
    if (sheet === null) return [];
    const waiting = openTab(sheet, tab).read(['状況']).filter(isConflict);
    return waiting.flatMap(({ at }) => conflictsIn(tab, linesOf(sheet, at, 1)));
  });
}

function linesOf(sheet: Sheet, from: number, count: number) {
  const header = headerOf(sheet);
  if (header.length === 0 || count < 1 || from < 2) return [];
  const lines = sheet.getRange(from, 1, count, header.length).getDisplayValues();
  return rowsIn([header, ...lines]).map(({ at, cells }) => ({ at: at + from - 2, cells }));
}
