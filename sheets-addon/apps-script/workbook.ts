import { type Tab, tabNames } from '../../core/sheet/columns.ts';
import { cellRuns } from '../cell-runs.ts';
import type { OpenTab } from '../send-tab.ts';
import { isTab, missingColumns, positionOf, rowsIn } from '../../core/sheet/tab-layout.ts';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Found = { readonly ok: true; readonly open: OpenTab } | { readonly ok: false; readonly why: string };

/** The tab in front of the clerk, or why it cannot be sent. */
export function activeTab(): Found {
  const sheet = SpreadsheetApp.getActiveSpreadsheet().getActiveSheet();
  const tab = sheet.getName();
  if (!isTab(tab))
    return {
      ok: false,
      why: `「${tab}」は送る表ではありません。${tabNames.join('・')}のどれかを開いてから選んでください。`,
    };
  const [missing] = missingColumns(tab, headerOf(sheet));
  if (missing !== undefined)
    return { ok: false, why: `「${missing}」の列がありません。メニューの「表をつくる」で補ってから送ってください。` };

  return { ok: true, open: openTab(sheet, tab) };
}

/** A tab by its name; undefined when this spreadsheet has none. */
export function tabNamed(tab: Tab): OpenTab | undefined {
  const sheet = SpreadsheetApp.getActiveSpreadsheet().getSheetByName(tab);
  return sheet === null ? undefined : openTab(sheet, tab);
}

export function openTab(sheet: Sheet, tab: Tab): OpenTab {
  return {
    tab,
    read: (columns) => rowsIn(columns === undefined ? displayed(sheet) : displayedOf(sheet, columns)),
    write(cells) {
      const header = headerOf(sheet);
      const below = Math.max(...cells.map(({ at }) => at)) - sheet.getMaxRows();
      if (below > 0) sheet.insertRowsAfter(sheet.getMaxRows(), below);
      for (const { column, at, texts } of cellRuns(cells)) {
        const position = positionOf(header, column);
        if (position === undefined) throw new Error(`the column ${column} went away meanwhile`);
        sheet.getRange(at, position, texts.length, 1).setValues(texts.map((text) => [text]));
      }
      SpreadsheetApp.flush();
    },
  };
}

export function headerOf(sheet: Sheet): readonly string[] {
  const width = sheet.getLastColumn();
  return width === 0 ? [] : (sheet.getRange(1, 1, 1, width).getDisplayValues()[0] ?? []).map((cell) => cell.trim());
}

/** The same of some columns alone, each read by itself: a tab has thirty, and ten thousand lines. Those that are not there are left out. */
function displayedOf(sheet: Sheet, columns: readonly string[]): readonly (readonly string[])[] {
  const header = headerOf(sheet);
  const there = columns.flatMap((column) => {
    const position = positionOf(header, column);
    return position === undefined ? [] : [{ column, position }];
  });
  const lines = sheet.getLastRow() - 1;
  if (lines < 1) return [];
  const texts = there.map(({ position }) => sheet.getRange(2, position, lines, 1).getDisplayValues());
  const places = Array.from({ length: lines }, (_, at) => at);
  return [
    there.map(({ column }) => column),
    ...places.map((at) => texts.map((column) => (column[at] ?? [''])[0] ?? '')),
  ];
}

/** As people see it, dates and all; the header without stray blanks. */
export function displayed(sheet: Sheet): readonly (readonly string[])[] {
  const [, ...lines] = sheet.getRange(1, 1, sheet.getLastRow(), sheet.getLastColumn()).getDisplayValues();
  return [headerOf(sheet), ...lines];
}
