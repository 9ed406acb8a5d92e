import type { Area, Sheet } from '../apps-script/book.ts';

/** A range in A1 notation cannot be read, or names no tab of the workbook: Google's words for it. */
export class RangeRefused extends Error {
  constructor(range: string) {
    super(`Unable to parse range: ${range}`);
  }
}

/** A range beyond the last line or column: Google adds none by itself. */
export class OutsideOfGrid extends Error {
  constructor(range: string) {
    super(`Range (${range}) exceeds grid limits.`);
  }
}

type Found = { readonly sheet: Sheet; readonly area: Area };

const NOTATION = /^(?:(?<quoted>'(?:[^']|'')+')!|(?<bare>[^'!]+)!)?(?<cells>[^!']+)$/;
const CELLS = /^(?<left>[A-Z]{1,3})?(?<top>[1-9]\d{0,6})?(?::(?<right>[A-Z]{1,3})?(?<bottom>[1-9]\d{0,6})?)?$/i;

/**
 * `'会議'!C2:D5`, `会議!A:A`, `会議!2:5`, `会議` or, for the first tab, `A1:B2`. An area without an end reaches to the end of the sheet, and one that
 * begins in it is cut off there.
 */
export function areaOf(sheets: readonly Sheet[], range: string): Found {
  const whole = sheets.find(({ name }) => name === unquoted(range));
  return whole === undefined ? partOf(sheets, range) : { sheet: whole, area: boxOf(whole, {}) };
}

function partOf(sheets: readonly Sheet[], range: string): Found {
  const { quoted, bare, cells = '' } = NOTATION.exec(range)?.groups ?? {};
  const sheet = tabNamed(sheets, quoted ?? bare);
  const ends = CELLS.exec(cells)?.groups;
  if (sheet === undefined || ends === undefined) throw new RangeRefused(range);
  return { sheet, area: within(sheet, boxOf(sheet, bothEnds(cells, ends)), range) };
}

/** `A1` alone begins and ends in one cell. */
function bothEnds(cells: string, ends: Ends): Ends {
  return cells.includes(':') ? ends : { ...ends, right: ends['left'], bottom: ends['top'] };
}

function within({ height, width }: Sheet, area: Area, range: string): Area {
  if (area.row > height || area.column > width) throw new OutsideOfGrid(range);
  if (area.rows < 1 || area.columns < 1) throw new RangeRefused(range);
  return area;
}

function tabNamed(sheets: readonly Sheet[], named: string | undefined): Sheet | undefined {
  return named === undefined ? sheets[0] : sheets.find(({ name }) => name === unquoted(named));
}

/** As Google names a range in its answers. */
export function nameOf({ sheet, area }: Found): string {
  const { row, column, rows, columns } = area;
  const end = rows * columns === 1 ? '' : `:${lettersOf(column + columns - 1)}${String(row + rows - 1)}`;
  return `'${sheet.name.replaceAll("'", "''")}'!${lettersOf(column)}${String(row)}${end}`;
}

type Ends = Readonly<Partial<Record<string, string | undefined>>>;

function boxOf({ height, width }: Sheet, { left, top, right, bottom }: Ends): Area {
  const [column, row] = [left === undefined ? 1 : numberOf(left), Number(top ?? 1)];
  const lastColumn = Math.min(width, right === undefined ? width : numberOf(right));
  const lastRow = Math.min(height, Number(bottom ?? height));
  return { row, column, rows: lastRow - row + 1, columns: lastColumn - column + 1 };
}

const unquoted = (name: string) => (/^'.*'$/.test(name) ? name.slice(1, -1).replaceAll("''", "'") : name);

function numberOf(letters: string): number {
  return Array.from(letters.toUpperCase()).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
}

function lettersOf(column: number): string {
  const rest = Math.floor((column - 1) / 26);
  return `${rest === 0 ? '' : lettersOf(rest)}${String.fromCharCode(65 + ((column - 1) % 26))}`;
}
