import { type Place, type Sheet } from './book.ts';

/**
 * Puts a text into a cell as Google does when somebody types it or a script sets it. In a column of text it stays as it is; elsewhere 0123
 * becomes 123, 2026/6/1 a date, true a truth value, and what begins with = a formula, which this workbook does not reckon; what follows a ' stays as it is.
 */
export function typeInto(sheet: Sheet, { row, column }: Place, text: string): void {
  while (sheet.cells.length < row) sheet.cells.push([]);
  const line = sheet.cells[row - 1] ?? [];
  while (line.length < column) line.push('');
  line[column - 1] = sheet.text.includes(column) ? text : asRead(sheet, text);
}

function asRead(sheet: Sheet, text: string): string {
  if (text.startsWith("'")) return text.slice(1);
  if (text.startsWith('=')) throw new FormulaTyped(sheet.name, text);
  if (/^-?\d+(\.\d+)?$/.test(text)) return String(Number(text));
  if (/^(true|false)$/i.test(text)) return text.toUpperCase();
  const day = /^(\d{4})[/-](\d{1,2})[/-](\d{1,2})$/.exec(text);
  return day === null ? text : dayShown(text, day.slice(1).map(Number));
}

/** 2026/6/1 shows as 2026/06/01; a day the calendar does not have stays the text it is. */
function dayShown(text: string, [year = 0, month = 0, day = 0]: readonly number[]): string {
  const at = new Date(Date.UTC(year, month - 1, day));
  if (at.getUTCMonth() !== month - 1 || at.getUTCDate() !== day) return text;
  return [String(year), ...[month, day].map((one) => String(one).padStart(2, '0'))].join('/');
}

/** Our tabs hold text only: a formula in one is a clerk's, in a cell we do not know. */
export class FormulaTyped extends Error {
  constructor(sheet: string, text: string) {
    super(`a formula got into ${sheet}: ${text}`);
  }
}
