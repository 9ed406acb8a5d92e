import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { loopbackSpreadsheets } from '../../../adapters/google/spreadsheets.ts';
import { SheetDeferred, SheetRefused } from '../../../core/errors.ts';
import { townCodeSchema } from '../../../core/ids.ts';
import type { Spreadsheets } from '../../../core/ports.ts';
import { serveDemo, type ServedApp } from '../../support/served-app.ts';

const spreadsheet = '393011';
const tab = '招集';

describe('a spreadsheet at Google, by Google’s own client', () => {
  let served: ServedApp;
  let sheets: Spreadsheets;
  beforeAll(async () => {
    served = await serveDemo();
    const { door } = served.app.bookOf(townCodeSchema.parse(spreadsheet));
    if (door.facts(tab) === null) door.insertSheet(tab);
    door.keepAsText(tab, [1, 2, 3]);
    door.put(tab, { row: 1, column: 1, rows: 3, columns: 3 }, [
      ['会議番号', '通知', '届いた回答'],
      ['M-1', '', ''],
      ['M-2', '', ''],
    ]);
    sheets = loopbackSpreadsheets(served.url);
  });
  afterAll(async () => served.close());

  it('names its tabs', async () => {
    expect(await sheets.tabs(spreadsheet)).toContain(tab);
  });

  it('is read by lines and by columns, and written letter for letter', async () => {
    await sheets.write(spreadsheet, [
      { tab, row: 2, column: 2, lines: [['0123'], ['=1+1']] },
      { tab, row: 3, column: 3, lines: [['+81 @home']] },
    ]);
    const [header, keys, facts] = await sheets.read(spreadsheet, [
      { tab, lines: [1, 1] },
      { tab, columns: [1, 1] },
      { tab, columns: [2, 3] },
    ]);
    expect(header).toEqual([['会議番号', '通知', '届いた回答']]);
    expect(keys).toEqual([['会議番号'], ['M-1'], ['M-2']]);
    expect(facts).toEqual([['通知', '届いた回答'], ['0123'], ['=1+1', '+81 @home']]);
  });

  it('refuses a tab that is not there, and a sheet that is none', async () => {
    const missing = sheets.read(spreadsheet, [{ tab: '無い', columns: [1, 1] }]);
    await expect(missing).rejects.toMatchObject({ name: 'SheetRefused', problem: 'no-range' });
    await expect(sheets.tabs('999999')).rejects.toMatchObject({ name: 'SheetRefused', problem: 'not-found' });
  });
});

describe('what Google answers', () => {
  let server: Server;
  let answer: { status: number; headers?: Record<string, string>; body: object } | undefined;
  let asked = 0;
  beforeEach(async () => {
    asked = 0;
    server = createServer((_request, response) => {
      asked += 1;
      if (answer === undefined) return response.destroy();
      response.writeHead(answer.status, { 'content-type': 'application/json', ...answer.headers });
      return response.end(JSON.stringify(answer.body));
    });
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  });
  afterEach(() => {
    server.close();
  });
  const failure = async (): Promise<unknown> => {
    const { port }: AddressInfo = Object(server.address());
    const sheets = loopbackSpreadsheets(`http://127.0.0.1:${String(port)}`);
    const block = { tab, row: 2, column: 2, lines: [['出席']] };
    return sheets.write('some-spreadsheet', [block]).catch((error: unknown) => error);
  };
  const refusal = (code: number, status: string, message: string, reason?: string) => ({
    status: code,
    body: { error: { code, status, message, ...(reason === undefined ? {} : { details: [{ reason }] }) } },
  });

  it.each([
    [refusal(403, 'PERMISSION_DENIED', 'The caller does not have permission'), 'not-shared'],
    [refusal(404, 'NOT_FOUND', 'Requested entity was not found.'), 'not-found'],
    [refusal(400, 'INVALID_ARGUMENT', 'You are trying to edit a protected cell or object.'), 'protected'],
    [refusal(400, 'INVALID_ARGUMENT', "Range ('招集'!Z1) exceeds grid limits."), 'no-range'],
  ])('%j is for a person to put right: %s', async (said, problem) => {
    answer = said;
    const error = await failure();
    expect(error).toBeInstanceOf(SheetRefused);
    expect(error).toMatchObject({ problem });
    expect(asked).toBe(1);
  });

  it('429 puts off every sheet, for as long as Google asks', async () => {
    answer = { ...refusal(429, 'RESOURCE_EXHAUSTED', 'Quota exceeded'), headers: { 'retry-after': '17' } };
    expect(await failure()).toMatchObject({ name: 'SheetDeferred', everywhere: true, seconds: 17 });
    expect(asked).toBe(1);
  });

  it('a broken service, and an answer that never comes, put off this sheet only', async () => {
    answer = refusal(503, 'UNAVAILABLE', 'The service is currently unavailable.');
    expect(await failure()).toMatchObject({ name: 'SheetDeferred', everywhere: false });
    answer = undefined;
    expect(await failure()).toBeInstanceOf(SheetDeferred);
    expect(asked).toBe(2);
  });

  it('an API nobody switched on is our fault, and says so without the words of the answer', async () => {
    answer = refusal(403, 'PERMISSION_DENIED', 'Google Sheets API has not been used in project 7', 'SERVICE_DISABLED');
    const error = await failure();
    expect(error).not.toBeInstanceOf(SheetRefused);
    expect(error).toMatchObject({ message: 'Google: 403 SERVICE_DISABLED' });
  });
});

describe('the Sheets API of this machine', () => {
  it.each(['https://sheets.googleapis.com', 'http://127.0.0.1.example.jp/', 'http://192.168.0.7:8080'])(
    'is not at %s',
    (url) => {
      expect(() => loopbackSpreadsheets(url)).toThrow('is not this machine');
    },
  );
});
