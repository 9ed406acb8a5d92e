import * as z from 'zod';
import { type Sheet, textsIn } from '../apps-script/book.ts';
import { FormulaTyped } from '../apps-script/typing.ts';
import type { LiveBook } from '../sheet/live-book.ts';
import { areaOf, nameOf, OutsideOfGrid } from './a1.ts';
import { batchUpdateValuesRequest, valueRange } from './google-requests.ts';

/** As `ValueRange` of the API; a cell that is null stays as it is, an empty text empties it. */
const cell = z.union([z.string(), z.number(), z.boolean(), z.null()]);
const valueRangeSchema = valueRange.extend({
  range: z.string().optional(),
  majorDimension: z.enum(['DIMENSION_UNSPECIFIED', 'ROWS', 'COLUMNS']).default('ROWS'),
  values: z.array(z.array(cell)).default([]),
});
const inputOption = z.enum(['RAW', 'USER_ENTERED']);
export const updateQuery = z.object({ valueInputOption: inputOption });
export const updateBody = valueRangeSchema;
export const batchBody = batchUpdateValuesRequest.extend({
  valueInputOption: inputOption,
  data: z.array(valueRangeSchema.extend({ range: z.string() })),
  includeValuesInResponse: z.literal(false).nullish(),
});

type ValueRange = z.output<typeof valueRangeSchema>;
type Entered = ValueRange & { readonly range: string };
type Written = { readonly book: LiveBook; readonly id: string; readonly option: z.output<typeof inputOption> };

/** What stands in a range; empty lines at its end and empty cells at the end of a line are left out, as Google does. */
export function valuesIn({ sheets }: LiveBook, range: string) {
  const found = areaOf(sheets(), range);
  const lines = textsIn(found.sheet, found.area).map((line) =>
    line.slice(0, line.findLastIndex((one) => one !== '') + 1),
  );
  const values = lines.slice(0, lines.findLastIndex((line) => line.length > 0) + 1);
  return { range: nameOf(found), majorDimension: 'ROWS', ...(values.length === 0 ? {} : { values }) };
}

/** All of it or nothing: every range is read before the first cell is written. */
export function writeValues({ book, id, option }: Written, data: readonly Entered[]) {
  const areas = data.map((one) => {
    const found = areaOf(book.sheets(), one.range);
    const texts = linesOf(one).map((line) => line.map((value, at) => textOf({ ...found, at }, value, option)));
    return { ...found, texts, given: one.range };
  });
  for (const { sheet, area, texts, given } of areas) {
    const { row, column } = area;
    const fits =
      row + texts.length - 1 <= sheet.height && texts.every((line) => column + line.length - 1 <= sheet.width);
    if (!fits) throw new OutsideOfGrid(given);
  }
  const responses = areas.map(({ sheet, area, texts }) => {
    texts.forEach((line, down) => {
      putLine(book, sheet, { row: area.row + down, column: area.column }, line);
    });
    const columns = Math.max(0, ...texts.map((line) => line.length));
    const cells = texts.reduce((sum, line) => sum + line.length, 0);
    const written = { ...area, rows: Math.max(1, texts.length), columns: Math.max(1, columns) };
    return {
      ...{ spreadsheetId: id, updatedRange: nameOf({ sheet, area: written }) },
      ...{ updatedRows: texts.length, updatedColumns: columns, updatedCells: cells },
    };
  });
  return responses;
}

type Line = readonly (string | undefined)[];

function putLine(book: LiveBook, sheet: Sheet, { row, column }: { row: number; column: number }, line: Line): void {
  const area = { row, column, rows: 1, columns: line.length };
  if (line.length === 0) return;
  const [before = []] = textsIn(sheet, area);
  // What stays is not read anew: 0123 in a cell that keeps it would become 123.
  book.door.put(sheet.name, area, [line.map((text, at) => text ?? kept(sheet, column + at, before[at] ?? ''))]);
}

const kept = ({ text: columns }: Sheet, column: number, text: string) =>
  columns.includes(column) || text === '' ? text : `'${text}`;

type Place = ReturnType<typeof areaOf> & { readonly at: number };

/** RAW stays what it is, USER_ENTERED is read as if it were typed. Undefined: the cell stays. */
function textOf(
  { sheet, area, at }: Place,
  value: z.output<typeof cell>,
  option: z.output<typeof inputOption>,
): string | undefined {
  if (value === null) return undefined;
  if (typeof value !== 'string') return String(value).toUpperCase();
  if (option === 'USER_ENTERED' && value.startsWith('=')) throw new FormulaTyped(sheet.name, value);
  // A column of texts reads nothing into what is typed, nor takes the sign off that elsewhere says so.
  const isText = option === 'USER_ENTERED' || value === '' || sheet.text.includes(area.column + at);
  return isText ? value : `'${value}`;
}

function linesOf({ majorDimension, values }: Entered): Entered['values'] {
  if (majorDimension !== 'COLUMNS') return values;
  const rows = Math.max(0, ...values.map((column) => column.length));
  return Array.from({ length: rows }, (_, row) => values.map((column) => column[row] ?? null));
}
