import { type Area, aSheet, type Book, inside, lastColumnOf, lastRowOf, type Sheet, sheetOf, textsIn } from './book.ts';
import { typeInto } from './typing.ts';

/** What somebody changed: lines of a sheet, or what sheets and columns there are. */
export type Change =
  | { readonly of: 'lines'; readonly sheet: string; readonly row: number; readonly rows: number }
  | { readonly of: 'shape' };

export type SheetFacts = {
  readonly name: string;
  readonly height: number;
  readonly width: number;
  readonly lastRow: number;
  readonly lastColumn: number;
};

/** A workbook as the services of Apps Script see it. Each call is answered at once, and with what is there now. */
export type BookDoor = ReturnType<typeof openBook>;

export function openBook(book: Book, changed: (change: Change) => void = () => undefined) {
  const shape = (change: (sheet: Sheet) => void) => (name: string) => {
    change(sheetOf(book, name));
    changed({ of: 'shape' });
  };
  return {
    active: (): string => book.active,
    facts(name: string): SheetFacts | null {
      const sheet = book.sheets.find((one) => one.name === name);
      if (sheet === undefined) return null;
      const { height, width } = sheet;
      return { name, height, width, lastRow: lastRowOf(sheet), lastColumn: lastColumnOf(sheet) };
    },
    insertSheet(name: string): void {
      book.sheets.push(aSheet(name));
      book.active = name;
      changed({ of: 'shape' });
    },
    widen: (name: string, count: number): void => {
      shape((sheet) => (sheet.width += count))(name);
    },
    lengthen: (name: string, count: number): void => {
      shape((sheet) => (sheet.height += count))(name);
    },
    freeze: (name: string, rows: number): void => {
      shape((sheet) => (sheet.frozenRows = rows))(name);
    },
    hide: (name: string, column: number): void => {
      shape((sheet) => sheet.hidden.push(column))(name);
    },
    guard: (name: string, columns: readonly number[]): void => {
      shape((sheet) => sheet.guarded.push(...columns))(name);
    },
    ground: (name: string, column: number, colour: string): void => {
      shape((sheet) => (sheet.grounds[String(column)] = colour))(name);
    },
    keepAsText: (name: string, columns: readonly number[]): void => {
      shape((sheet) => sheet.text.push(...columns))(name);
    },
    setWidth: (name: string, column: number, pixels: number): void => {
      shape((sheet) => (sheet.widths[String(column)] = pixels))(name);
    },
    offer: (name: string, column: number, choices: readonly string[]): void => {
      shape((sheet) => (sheet.choices[String(column)] = [...choices]))(name);
    },
    colour: (name: string, colours: Sheet['colours']): void => {
      shape((sheet) => (sheet.colours = colours))(name);
    },
    coloursOf: (name: string): Sheet['colours'] => sheetOf(book, name).colours,
    draw: (name: string, charts: Sheet['charts']): void => {
      shape((sheet) => (sheet.charts = charts))(name);
    },
    chartsOf: (name: string): Sheet['charts'] => sheetOf(book, name).charts,
    note: (name: string, column: number, words: string): void => {
      shape((sheet) => (sheet.notes[String(column)] = words))(name);
    },
    texts: (name: string, area: Area): string[][] => textsIn(sheetOf(book, name), inside(sheetOf(book, name), area)),
    put(name: string, area: Area, texts: readonly (readonly string[])[]): void {
      const sheet = sheetOf(book, name);
      const { row, column, rows, columns } = inside(sheet, area);
      if (texts.length !== rows || texts.some((line) => line.length !== columns))
        throw new Error('the values do not have the shape of the range');
      texts.forEach((line, down) => {
        line.forEach((text, right) => {
          typeInto(sheet, { row: row + down, column: column + right }, text);
        });
      });
      changed({ of: 'lines', sheet: name, row, rows });
    },
  };
}
