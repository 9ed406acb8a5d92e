import { holdsMyNumber, withoutMyNumber } from '../../core/my-number.ts';
import { cellsAfterEdit } from '../edited-rows.ts';
import { isTab, positionOf, rowsIn } from '../../core/sheet/tab-layout.ts';
import { tabs } from '../../core/sheet/columns.ts';
import { headerOf, openTab } from './workbook.ts';

type Range = GoogleAppsScript.Spreadsheet.Range;

// A simple trigger has thirty seconds. What is below is looked at when it is sent.
const MOST_LINES = 3000;

/** A My Number stays nowhere in the spreadsheet, also where nothing is sent from: in a column of the town's own, in a title, on another sheet. */
export function strikeMyNumbers(edited: Range): void {
  const sheet = edited.getSheet();
  const [top, left] = [edited.getRow(), edited.getColumn()];
  const rows = Math.min(edited.getNumRows(), sheet.getLastRow() - top + 1, MOST_LINES);
  const columns = Math.min(edited.getNumColumns(), sheet.getLastColumn() - left + 1);
  if (rows < 1 || columns < 1) return;
  sheet
    .getRange(top, left, rows, columns)
    .getDisplayValues()
    .forEach((line, down) => {
      line.forEach((text, right) => {
        if (holdsMyNumber(text)) sheet.getRange(top + down, left + right, 1, 1).setValues([[withoutMyNumber(text)]]);
      });
    });
}

/** Looks at the rows of an edit at once; other columns than those people type in are nobody's concern. Nothing is sent. */
export function markEdited(edited: Range): void {
  const sheet = edited.getSheet();
  const tab = sheet.getName();
  if (!isTab(tab)) return;
  const header = headerOf(sheet);
  const [left, first] = [edited.getColumn(), Math.max(2, edited.getRow())];
  const last = Math.min(edited.getRow() + edited.getNumRows() - 1, sheet.getLastRow(), first + MOST_LINES - 1);
  const isTyped = tabs[tab].some((column) => {
    const at = positionOf(header, column);
    return at !== undefined && at >= left && at < left + edited.getNumColumns();
  });
  if (!isTyped || last < first) return;

  const lines = sheet.getRange(first, 1, last - first + 1, header.length).getDisplayValues();
  const rows = rowsIn([header, ...lines]).map(({ at, cells }) => ({ at: at + first - 2, cells }));
  const cells = cellsAfterEdit(tab, rows).filter(({ column }) => header.includes(column));
  if (cells.length > 0) openTab(sheet, tab).write(cells);
}
