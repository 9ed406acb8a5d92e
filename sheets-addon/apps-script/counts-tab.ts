import { type Count, type Counted, counted, countsOf } from '../counts.ts';
import { rowsIn } from '../../core/sheet/tab-layout.ts';
import { displayed } from './workbook.ts';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

const NAME = '集計';
const COLUMNS = ['表', '区分', '件数'];
// Beside the counts, one below the other.
const CHART_COLUMN = 5;
const CHART_ROWS = 18;

/** Counts anew, and draws each count beside it; answers 集計 when it was not there before. */
export function countAnew(): readonly string[] {
  const book = SpreadsheetApp.getActiveSpreadsheet();
  const before = book.getSheetByName(NAME);
  const sheet = before ?? book.insertSheet(NAME);
  const blocks = counted.map((one) => ({ one, counts: countsOf(one, rowsOf(one)) }));
  const lines = blocks.flatMap(({ one, counts }) => counts.map(({ word, rows }) => [one.title, word, String(rows)]));
  const left = Math.max(0, sheet.getLastRow() - 1 - lines.length);
  const empty = Array.from({ length: left }, () => COLUMNS.map(() => ''));
  const all = [COLUMNS, ...lines, ...empty];
  sheet.getRange(1, 1, all.length, COLUMNS.length).setValues(all);
  sheet.getRange(1, 1, 1, COLUMNS.length).setFontWeight('bold');
  sheet.setFrozenRows(1);
  draw(sheet, blocks);
  return before === null ? [NAME] : [];
}

function rowsOf({ tab }: Counted) {
  const sheet = SpreadsheetApp.getActiveSpreadsheet().getSheetByName(tab);
  return sheet === null ? [] : rowsIn(displayed(sheet));
}

/** The old charts go: what they stood for may have moved. */
function draw(sheet: Sheet, blocks: readonly { readonly one: Counted; readonly counts: readonly Count[] }[]): void {
  for (const chart of sheet.getCharts()) sheet.removeChart(chart);
  let [row, place] = [2, 2];
  for (const { one, counts } of blocks) {
    if (counts.length === 0) continue;
    const chart = sheet
      .newChart()
      .asColumnChart()
      .setTitle(one.title)
      .addRange(sheet.getRange(row, 2, counts.length, 2))
      .setPosition(place, CHART_COLUMN, 0, 0)
      .build();
    sheet.insertChart(chart);
    [row, place] = [row + counts.length, place + CHART_ROWS];
  }
}
