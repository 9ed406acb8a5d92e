import { CellValueType, type ICellData, type IWorkbookData, LocaleType } from '@univerjs/core';
import type { Line, News, SheetShape } from '../wire.ts';

const TEXT = { n: { pattern: '@' } };
const TITLE = { ...TEXT, bl: 1, bg: { rgb: '#e8f0fe' }, tb: 3 };
const USUAL_WIDTH = 110;

export type Shape = NonNullable<News['shape']>;

/** A cell of a sheet as it is drawn: always text, and coloured where a word has a colour. */
export function cellOf(shape: SheetShape, column: number, text: string): ICellData {
  const rule = shape.colours.find((one) => one.column === column && one.word === text);
  const ground = rule?.colour ?? shape.grounds[String(column)];
  return { v: text, t: CellValueType.STRING, s: styleOn(ground) };
}

function styleOn(ground: string | undefined) {
  return ground === undefined ? TEXT : { ...TEXT, bg: { rgb: ground } };
}

export function workbookData({ sheets }: Shape, lines: readonly Line[]): Partial<IWorkbookData> {
  return {
    id: `book-${String(performance.now())}`,
    name: 'つどい',
    locale: LocaleType.JA_JP,
    sheetOrder: sheets.map(({ name }) => name),
    sheets: Object.fromEntries(sheets.map((sheet) => [sheet.name, worksheetData(sheet, lines)])),
  };
}

function worksheetData(shape: SheetShape, lines: readonly Line[]): NonNullable<IWorkbookData['sheets']>[string] {
  const own = lines.filter((line) => line.sheet === shape.name);
  const columns = Array.from({ length: shape.width }, (_, at) => ({
    w: shape.widths[String(at + 1)] ?? USUAL_WIDTH,
    hd: shape.hidden.includes(at + 1) ? 1 : 0,
    s: styleOn(shape.grounds[String(at + 1)]),
  }));
  return {
    id: shape.name,
    name: shape.name,
    rowCount: shape.height,
    columnCount: shape.width,
    columnData: Object.fromEntries(columns.map((column, at) => [at, column])),
    freeze: { xSplit: 0, ySplit: shape.frozenRows, startRow: shape.frozenRows, startColumn: -1 },
    cellData: Object.fromEntries(own.map((line) => [line.row - 1, lineData(shape, line)])),
  };
}

function lineData(shape: SheetShape, { row, texts }: Line) {
  const cells = texts.map((text, at) => ({ ...cellOf(shape, at + 1, text), ...(row === 1 ? { s: TITLE } : {}) }));
  return Object.fromEntries(cells.map((cell, at) => [at, cell]));
}
