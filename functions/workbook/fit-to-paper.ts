import type { Column } from './sheet-model.ts';

/** Yu Gothic at 11 points: a line, a full-width letter and a half-width one. */
const POINTS_OF_LINE = 18.75;
const PIXELS_OF_LETTER = 15;
const PIXELS_AROUND = 10;
/** No row may be higher. */
const HIGHEST = 409;
/** A4 across, within its margins, at a size of letters that can still be read (7 of 11 points). */
const PIXELS_OF_PAGE = 1040 / 0.64;

/** How high a row must be for all its text, in points: not every program reckons that when it opens a file. */
export function heightOfRow(columns: readonly Column[], line: readonly string[]): number {
  const heights = columns.map(({ hidden, width }, at) => (hidden ? 1 : linesIn(line[at] ?? '', width)));
  return Math.min(HIGHEST, Math.max(1, ...heights) * POINTS_OF_LINE);
}

/** How many pages of A4 stand side by side. */
export function pagesAcross(columns: readonly Column[]): number {
  const width = columns.reduce((sum, column) => sum + (column.hidden ? 0 : column.width), 0);
  return Math.max(1, Math.ceil(width / PIXELS_OF_PAGE));
}

function linesIn(text: string, width: number): number {
  const room = Math.max(PIXELS_OF_LETTER, width - PIXELS_AROUND);
  return text.split('\n').reduce((sum, part) => sum + Math.max(1, Math.ceil(widthOf(part) / room)), 0);
}

function widthOf(text: string): number {
  return Array.from(text, (letter) => (/[ -~｡-ﾟ]/.test(letter) ? 0.55 : 1) * PIXELS_OF_LETTER).reduce(
    (sum, each) => sum + each,
    0,
  );
}
