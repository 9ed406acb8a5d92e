import { guideLines } from '../../core/sheet/guide-lines.ts';

const NAME = '使い方';
const WIDTHS = [160, 1280];

/** Makes 使い方 where it is missing; a town that has one may have written in it. */
export function makeGuide(): readonly string[] {
  const book = SpreadsheetApp.getActiveSpreadsheet();
  if (book.getSheetByName(NAME) !== null) return [];
  const sheet = book.insertSheet(NAME);
  const lines = [['使い方', ''], ...guideLines.map((line) => [...line])];
  sheet.getRange(1, 1, lines.length, 2).setNumberFormat('@').setValues(lines);
  sheet.getRange(1, 1, lines.length, 1).setFontWeight('bold');
  WIDTHS.forEach((width, at) => sheet.setColumnWidth(at + 1, width));
  sheet.setFrozenRows(1);
  return [NAME];
}
