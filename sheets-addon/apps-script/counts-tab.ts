import { type CountLine, blocksToDraw, countColumns, COUNTS_TAB } from '../../core/sheet/count-lines.ts';
import type { Counts } from '../counts.ts';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

// Beside the counts, one below the other.
const CHART_COLUMN = 5;
const CHART_ROWS = 18;
// In pixels: for 「2026-06-08 17:15 現在」.
const MOMENT_WIDTH = 240;

const countsTab = () => SpreadsheetApp.getActiveSpreadsheet().getSheetByName(COUNTS_TAB);

export function hasCounts(): boolean {
  return countsTab() !== null;
}

/** Makes 集計 where it is missing, and answers its name then; the numbers come with the next answer of つどい. */
export function makeCounts(): readonly string[] {
  if (hasCounts()) return [];
  const sheet = SpreadsheetApp.getActiveSpreadsheet().insertSheet(COUNTS_TAB);
  sheet.getRange(1, 1, 1, countColumns.length).setValues([[...countColumns]]);
  sheet.getRange(1, 1, 1, countColumns.length + 1).setFontWeight('bold');
  sheet.setFrozenRows(1);
  return [COUNTS_TAB];
}

/** Writes what differs from what stands there; draws the charts where the lines themselves are other ones. Answers whether anything was new. */
export function showCounts({ at, lines }: Counts): boolean {
  const sheet = countsTab();
  if (sheet === null) return false;
  const shown = shownIn(sheet);
  const wanted = linesOf(lines, shown.length);
  if (isSame(wanted, shown)) return false;
  sheet.getRange(1, 1, wanted.length, countColumns.length).setValues(wanted.map((line) => [...line]));
  sheet.getRange(1, countColumns.length + 1, 1, 1).setValues([[`${at} 現在`]]);
  if (!isSame(namesOf(wanted), namesOf(shown))) layOut(sheet, lines);
  SpreadsheetApp.flush();
  return true;
}

type Lines = readonly (readonly string[])[];

function shownIn(sheet: Sheet): Lines {
  const height = sheet.getLastRow();
  return height === 0 ? [] : sheet.getRange(1, 1, height, countColumns.length).getDisplayValues();
}

/** What stood below and is not counted any more goes. */
function linesOf(lines: readonly CountLine[], height: number): Lines {
  const below = Math.max(0, height - 1 - lines.length);
  const empty = Array.from({ length: below }, () => countColumns.map(() => ''));
  return [countColumns, ...lines.map(([title, word, count]) => [title, word, String(count)]), ...empty];
}

const namesOf = (lines: Lines): Lines => lines.map(([title = '', word = '']) => [title, word]);
const isSame = (one: Lines, other: Lines) => JSON.stringify(one) === JSON.stringify(other);

/** The old charts go: what they stood for has moved. */
function layOut(sheet: Sheet, lines: readonly CountLine[]): void {
  sheet.setColumnWidth(countColumns.length + 1, MOMENT_WIDTH);
  for (const chart of sheet.getCharts()) sheet.removeChart(chart);
  blocksToDraw(lines).forEach(({ title, first, count }, index) => {
    const chart = sheet
      .newChart()
      .asColumnChart()
      .setTitle(title)
      .addRange(sheet.getRange(first, 2, count, 2))
      .setPosition(2 + index * CHART_ROWS, CHART_COLUMN, 0, 0)
      .build();
    sheet.insertChart(chart);
  });
}
