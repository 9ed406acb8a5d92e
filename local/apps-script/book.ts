import * as z from 'zod';

/** A spreadsheet as plain data. Rows and columns are counted from 1 wherever a number names one, as Google's services do. */
export const sheetSchema = z.object({
  name: z.string(),
  /** By line and column, both from 0: the text a cell shows. */
  cells: z.array(z.array(z.string())),
  height: z.number().int(),
  width: z.number().int(),
  frozenRows: z.number().int().default(0),
  /** Columns of text, hidden and guarded ones. */
  text: z.array(z.number()).default([]),
  hidden: z.array(z.number()).default([]),
  guarded: z.array(z.number()).default([]),
  /** By column: the colour below its title. */
  grounds: z.record(z.string(), z.string()).default({}),
  /** By column: what stands over its title. */
  notes: z.record(z.string(), z.string()).default({}),
  /** By column: how wide it is, and what its drop-down offers. */
  widths: z.record(z.string(), z.number()).default({}),
  choices: z.record(z.string(), z.array(z.string())).default({}),
  /** Cells of a column that show a word have this colour. */
  colours: z.array(z.object({ column: z.number(), word: z.string(), colour: z.string() })).default([]),
  /** Columns drawn for an area, and where the picture stands. */
  charts: z
    .array(
      z.object({
        title: z.string(),
        area: z.object({ row: z.number(), column: z.number(), rows: z.number(), columns: z.number() }),
        row: z.number(),
        column: z.number(),
      }),
    )
    .default([]),
});
export const bookSchema = z.object({ sheets: z.array(sheetSchema), active: z.string() });
export type Book = z.infer<typeof bookSchema>;
export type Sheet = z.infer<typeof sheetSchema>;

/** As Google gives a new sheet. */
const HEIGHT = 1000;
const WIDTH = 26;

export function aBook(): Book {
  return { sheets: [aSheet('シート1')], active: 'シート1' };
}

export function aSheet(name: string): Sheet {
  const none = {
    text: [],
    hidden: [],
    guarded: [],
    grounds: {},
    notes: {},
    widths: {},
    choices: {},
    colours: [],
    charts: [],
  };
  return { name, cells: [], height: HEIGHT, width: WIDTH, frozenRows: 0, ...none };
}

/** Throws where a program names a sheet that is not there: a fault, not something people can do. */
export function sheetOf(book: Book, name: string): Sheet {
  const found = book.sheets.find((sheet) => sheet.name === name);
  if (found === undefined) throw new Error(`no sheet ${name}`);
  return found;
}

export type Place = { readonly row: number; readonly column: number };
export type Area = Place & { readonly rows: number; readonly columns: number };

/** Throws as Google does outside of the sheet. */
export function inside(sheet: Sheet, area: Area): Area {
  const { row, column, rows, columns } = area;
  const fits = row > 0 && column > 0 && row + rows - 1 <= sheet.height && column + columns - 1 <= sheet.width;
  if (!fits || rows < 1 || columns < 1) throw new Error(`outside of ${sheet.name}: ${JSON.stringify(area)}`);
  return area;
}

export function textsIn(sheet: Sheet, { row, column, rows, columns }: Area): string[][] {
  const lines = Array.from({ length: rows }, (_, down) => sheet.cells[row + down - 1] ?? []);
  return lines.map((line) => Array.from({ length: columns }, (_, right) => line[column + right - 1] ?? ''));
}

export function lastRowOf({ cells }: Sheet): number {
  return cells.findLastIndex((line) => line.some((cell) => cell !== '')) + 1;
}

export function lastColumnOf({ cells }: Sheet): number {
  return Math.max(0, ...cells.map((line) => line.findLastIndex((cell) => cell !== '') + 1));
}
