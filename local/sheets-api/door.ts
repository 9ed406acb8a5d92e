import type * as z from 'zod';
import type { Town } from '../../core/access/model.ts';
import { townCodeSchema } from '../../core/ids.ts';
import { answerJson, readJson, type HttpResponse } from '../../functions/http.ts';
import type { App } from '../app.ts';
import { FormulaTyped } from '../apps-script/typing.ts';
import type { LiveBook } from '../sheet/live-book.ts';
import { OutsideOfGrid, RangeRefused } from './a1.ts';
import { batchBody, updateBody, updateQuery, valuesIn, writeValues } from './values.ts';

type Asked = { readonly method: string; readonly url: URL; readonly body: string; readonly headers: Headers };
type Opened = Asked & { readonly book: LiveBook; readonly id: string; readonly title: string };
type Method = (asked: Opened, range: string) => object;

/** What can be called, by how it is addressed below `/sheets/v4/spreadsheets/{id}`. */
const methods: readonly (readonly [RegExp, Method])[] = [
  [/^GET $/, spreadsheet],
  [/^GET \/values:batchGet$/, (asked) => ({ spreadsheetId: asked.id, valueRanges: rangesIn(asked) })],
  [/^POST \/values:batchUpdate$/, batchUpdate],
  [/^GET \/values\/(?<range>[^/]+)$/, ({ book }, range) => valuesIn(book, range)],
  [/^PUT \/values\/(?<range>[^/]+)$/, update],
];

/** Google's own client keeps no folder before `/v4`, so both are served. */
const ADDRESS = /^(?:\/sheets)?\/v4\/spreadsheets\//;

export function isSheetsApi(path: string): boolean {
  return ADDRESS.test(path);
}

/**
 * Google's Sheets API v4, as much of it as つどい uses, over the workbook that is in the browser (ADR 0052). The id of a town's spreadsheet is the
 * town's code. Any bearer token will do: whoever reaches this machine may look at everything on it.
 */
export async function sheetsApi(app: App, asked: Asked): Promise<HttpResponse> {
  if (!/^Bearer \S+$/i.test(asked.headers.get('authorization') ?? '')) return failed(401, 'UNAUTHENTICATED', NO_TOKEN);
  const [, id = '', rest = ''] = /^([^/:]+)(.*)$/.exec(asked.url.pathname.replace(ADDRESS, '')) ?? [];
  const town = await townAt(app, id);
  if (town === undefined) return failed(404, 'NOT_FOUND', 'Requested entity was not found.');
  const title = `${town.name}の支援台帳`;
  return call({ ...asked, id, title, book: app.bookOf(town.id) }, `${asked.method} ${decodeURIComponent(rest)}`);
}

/** Google's ids are long, and ours are refused where they are not: so a town's sheet goes by a long name, too. */
const LONG_ID = /^local-spreadsheet-of-(?=\d)/;

async function townAt({ deps }: App, id: string): Promise<Town | undefined> {
  const code = townCodeSchema.safeParse(id.replace(LONG_ID, ''));
  return code.success ? deps.store.get('town', deps.prefecture, code.data) : undefined;
}

function call(opened: Opened, address: string): HttpResponse {
  for (const [pattern, method] of methods) {
    const found = pattern.exec(address);
    if (found !== null) return answered(() => method(opened, found.groups?.['range'] ?? ''));
  }
  return failed(404, 'NOT_FOUND', 'Method not found.');
}

const NO_TOKEN = 'Request is missing required authentication credential.';

function answered(call: () => object): HttpResponse {
  try {
    return jsonAnswer(200, call());
  } catch (error) {
    const ours = [RangeRefused, OutsideOfGrid, FormulaTyped, RequestRefused].some((one) => error instanceof one);
    if (ours && error instanceof Error) return failed(400, 'INVALID_ARGUMENT', error.message);
    throw error;
  }
}

class RequestRefused extends Error {}

function read<Schema extends z.ZodType>(schema: Schema, given: unknown): z.output<Schema> {
  const parsed = schema.safeParse(given);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new RequestRefused(`Invalid value at '${issue?.path.join('.') ?? ''}': ${issue?.message ?? ''}`);
}

function spreadsheet({ book, id, title }: Opened): object {
  const sheets = book.sheets().map(({ name, height, width, frozenRows }, index) => ({
    properties: {
      ...{ sheetId: index, title: name, index, sheetType: 'GRID' },
      gridProperties: { rowCount: height, columnCount: width, frozenRowCount: frozenRows },
    },
  }));
  return { spreadsheetId: id, properties: { title, locale: 'ja_JP', timeZone: 'Asia/Tokyo' }, sheets };
}

const rangesIn = ({ book, url }: Opened) => url.searchParams.getAll('ranges').map((range) => valuesIn(book, range));

function update({ book, id, url, body }: Opened, range: string): object {
  const { valueInputOption: option } = read(updateQuery, Object.fromEntries(url.searchParams));
  const said = read(updateBody, readJson(body));
  if (said.range !== undefined && said.range !== range)
    throw new RequestRefused(`Requested writing within range [${range}], but tried writing to [${said.range}]`);
  return writeValues({ book, id, option }, [{ ...said, range }])[0] ?? {};
}

function batchUpdate({ book, id, body }: Opened): object {
  const { valueInputOption: option, data } = read(batchBody, readJson(body));
  const responses = writeValues({ book, id, option }, data);
  const total = (of: 'updatedRows' | 'updatedColumns' | 'updatedCells') =>
    responses.reduce((sum, one) => sum + one[of], 0);
  return {
    ...{ spreadsheetId: id, responses, totalUpdatedSheets: new Set(data.map(({ range }) => range.split('!')[0])).size },
    ...{ totalUpdatedRows: total('updatedRows'), totalUpdatedColumns: total('updatedColumns') },
    totalUpdatedCells: total('updatedCells'),
  };
}

function failed(code: number, status: string, message: string): HttpResponse {
  return jsonAnswer(code, { error: { code, message, status } });
}

function jsonAnswer(status: number, value: object): HttpResponse {
  return answerJson(value, status);
}
