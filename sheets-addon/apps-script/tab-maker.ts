import { columnHelp, factHelp, wordColours } from '../../core/sheet/column-help.ts';
import type { Tab } from '../../core/sheet/columns.ts';
import { settingRows } from '../../core/sheet/setting-rows.ts';
import { hiddenColumns, missingColumns, ownColumnsOf, positionOf } from '../../core/sheet/tab-layout.ts';
import { headerOf } from './workbook.ts';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Column = { readonly name: string; readonly position: number };

/** Makes the tab, or adds the columns it lacks at its right end; answers how many. */
export function completeTab(tab: Tab): number {
  const book = SpreadsheetApp.getActiveSpreadsheet();
  const sheet = book.getSheetByName(tab) ?? book.insertSheet(tab);
  const present = headerOf(sheet).length;
  const missing = missingColumns(tab, headerOf(sheet));
  const lacking = present + missing.length - sheet.getMaxColumns();
  if (lacking > 0) sheet.insertColumnsAfter(sheet.getMaxColumns(), lacking);

  missing.forEach((name, index) => {
    const column = { name, position: present + index + 1 };
    addColumn(sheet, column, ownColumnsOf(tab).includes(name));
    helpWith(sheet, tab, column);
  });
  greyOwn(sheet, tab);
  if (tab === '設定' && missing.includes('項目')) listSettings(sheet, present + missing.indexOf('項目') + 1);
  sheet.setFrozenRows(1);
  return missing.length;
}

/** What people see of 「つどいが書く列」. Each time anew: a column that was moved, or made before it was grey, is grey then. */
function greyOwn(sheet: Sheet, tab: Tab): void {
  const header = headerOf(sheet);
  for (const name of ownColumnsOf(tab)) {
    const position = positionOf(header, name);
    if (position !== undefined) sheet.getRange(2, position, sheet.getMaxRows() - 1, 1).setBackground(GREY);
  }
}
const GREY = '#f3f3f3';

/** One row for each setting, to type a value beside. */
function listSettings(sheet: Sheet, position: number): void {
  sheet.getRange(2, position, settingRows.length, 1).setValues(settingRows.map(({ label }) => [label]));
}

function addColumn(sheet: Sheet, { name, position }: Column, isOwn: boolean): void {
  const cells = sheet.getRange(1, position, sheet.getMaxRows(), 1);
  // Text, so that 0123 keeps its zero and 昭和17年5月3日 is sent as it was typed.
  cells.setNumberFormat('@');
  sheet
    .getRange(1, position, 1, 1)
    .setValues([[name]])
    .setFontWeight('bold');
  if (isOwn) cells.protect().setDescription('つどいが書く列').setWarningOnly(true);
  if (hiddenColumns.some((hidden) => hidden === name)) sheet.hideColumns(position);
  colourWords(sheet, name, position);
}

/** The drop-down, the width and the words over the title. */
function helpWith(sheet: Sheet, tab: Tab, { name, position }: Column): void {
  const help = name === '状況' ? statusHelp : (columnHelp[tab][name] ?? factHelp[name]);
  if (help === undefined) return;
  const { width, note, choices } = help;
  if (width !== undefined) sheet.setColumnWidth(position, width);
  if (note !== undefined) sheet.getRange(1, position, 1, 1).setNote(note);
  if (choices === undefined) return;
  // It offers and forbids nothing: what people type is judged, and explained, when the row is sent.
  const rule = SpreadsheetApp.newDataValidation()
    .requireValueInList([...choices], true)
    .setAllowInvalid(true)
    .build();
  sheet.getRange(2, position, sheet.getMaxRows() - 1, 1).setDataValidation(rule);
}

const statusHelp = {
  width: 80,
  note: 'つどいが書きます。空にして「この表を送る」を選ぶと、その行をもう一度送ります。',
  choices: undefined,
};

function colourWords(sheet: Sheet, name: string, position: number): void {
  const colours = wordColours[name];
  if (colours === undefined) return;
  const cells = sheet.getRange(2, position, sheet.getMaxRows() - 1, 1);
  const rules = Object.entries(colours).map(([word, colour]) =>
    SpreadsheetApp.newConditionalFormatRule().whenTextEqualTo(word).setBackground(colour).setRanges([cells]).build(),
  );
  sheet.setConditionalFormatRules([...sheet.getConditionalFormatRules(), ...rules]);
}
