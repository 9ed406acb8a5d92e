import { sheets } from 'googleapis/build/src/apis/sheets/index.js';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { townCodeSchema } from '../../core/ids.ts';
import { serveDemo, type ServedApp } from '../support/served-app.ts';

const spreadsheetId = '393011';
const townCode = townCodeSchema.parse(spreadsheetId);

describe('the Sheets API over the workbook in the browser, asked by Google’s own client', () => {
  let served: ServedApp;
  let api: ReturnType<typeof sheets>;
  beforeAll(async () => {
    served = await serveDemo();
    const headers = { authorization: 'Bearer of-nobody-in-particular' };
    api = sheets({ version: 'v4', rootUrl: `${served.url}/`, headers, retry: false });
  });
  afterAll(async () => served.close());
  beforeEach(() => {
    const { door } = served.app.bookOf(townCode);
    const tab = 'ケース';
    if (door.facts(tab) === null) {
      door.insertSheet(tab);
      door.keepAsText(tab, [1]);
    }
    door.put(tab, { row: 1, column: 1, rows: 3, columns: 3 }, [
      ['ケース番号', '課題', '今の状態'],
      ['0071', '1', '受付'],
      ['C-72', '2', ''],
    ]);
  });
  const valuesOf = async (range: string) => (await api.spreadsheets.values.get({ spreadsheetId, range })).data.values;
  const codeAndWords = async (call: Promise<unknown>) =>
    call.then(
      () => 'taken',
      (error: unknown) => (error instanceof Error ? `${String(Reflect.get(error, 'status'))} ${error.message}` : ''),
    );
  const update = async (range: string, values: unknown[][], valueInputOption = 'RAW') =>
    api.spreadsheets.values.update({ spreadsheetId, range, valueInputOption, requestBody: { values } });

  it('tells which tabs there are', async () => {
    const { data } = await api.spreadsheets.get({ spreadsheetId });
    expect(data.sheets?.map(({ properties }) => properties?.title)).toContain('ケース');
    expect(data.properties?.timeZone).toBe('Asia/Tokyo');
  });

  it.each([
    [
      'ケース!A2:C3',
      [
        ['0071', '1', '受付'],
        ['C-72', '2'],
      ],
    ],
    ["'ケース'!C:C", [['今の状態'], ['受付']]],
    ['ケース!2:2', [['0071', '1', '受付']]],
    ['ケース!B3', [['2']]],
    ['ケース!E1:F9', undefined],
  ])('reads %s without the empty cells at the end', async (range, values) => {
    expect(await valuesOf(range)).toEqual(values);
  });

  it('reads several ranges at once', async () => {
    const ranges = ['ケース!A1', 'ケース!C1'];
    const { data } = await api.spreadsheets.values.batchGet({ spreadsheetId, ranges });
    expect(data.valueRanges?.map(({ values }) => values)).toEqual([[['ケース番号']], [['今の状態']]]);
  });

  it('writes what the page in the browser is then told, and touches no cell that is null', async () => {
    const book = served.app.bookOf(townCode);
    const { until } = book.newsSince('');
    await api.spreadsheets.values.batchUpdate({
      spreadsheetId,
      requestBody: {
        valueInputOption: 'RAW',
        data: [
          { range: 'ケース!A2:C2', values: [[null, null, '支援中']] },
          { range: 'ケース!C3', values: [['=1+1']] },
        ],
      },
    });
    expect(book.newsSince(until).lines.map(({ texts }) => texts.slice(0, 3))).toEqual([
      ['0071', '1', '支援中'],
      ['C-72', '2', '=1+1'],
    ]);
  });

  it('keeps 0123 as it is when raw, and reads it as a number when it counts as typed', async () => {
    await update('ケース!B2:B3', [['0123'], ['0456']]);
    expect(await valuesOf('ケース!B2:B3')).toEqual([['0123'], ['0456']]);
    await update('ケース!B2', [['0123']], 'USER_ENTERED');
    expect(await valuesOf('ケース!B2:B3')).toEqual([['123'], ['0456']]);
  });

  it.each([
    ['no such tab', async () => valuesOf('無い!A1'), '400 Unable to parse range'],
    ['no range', async () => valuesOf('ケース!1A'), '400 Unable to parse range'],
    ['beyond the sheet', async () => update('ケース!A1001', [['x']]), '400 Range (ケース!A1001) exceeds grid limits'],
    ['an option there is not', async () => update('ケース!A2', [['x']], 'TYPED'), '400 Invalid value'],
    ['a value that is none', async () => update('ケース!A2', [[{ a: 1 }]]), '400 Invalid value'],
  ])('refuses %s as Google does', async (_what, call, words) => {
    expect(await codeAndWords(call())).toContain(words);
    expect(await valuesOf('ケース!A2')).toEqual([['0071']]);
  });

  it('writes nothing of a batch of which one range cannot be written', async () => {
    const requestBody = {
      valueInputOption: 'RAW',
      data: [
        { range: 'ケース!C2', values: [['支援中']] },
        { range: '無い!C2', values: [['支援中']] },
      ],
    };
    const call = api.spreadsheets.values.batchUpdate({ spreadsheetId, requestBody });
    expect(await codeAndWords(call)).toContain('400 Unable to parse range');
    expect(await valuesOf('ケース!C2')).toEqual([['受付']]);
  });

  it('knows no spreadsheet of a town that is not there, and nobody without a token', async () => {
    const unknown = api.spreadsheets.get({ spreadsheetId: '999999' });
    expect(await codeAndWords(unknown)).toContain('404');
    const path = `/sheets/v4/spreadsheets/${spreadsheetId}/values/A1`;
    expect((await fetch(`${served.url}${path}`)).status).toBe(401);
  });

  it('opens to no page of another site', async () => {
    const path = `/sheets/v4/spreadsheets/${spreadsheetId}/values/${encodeURIComponent('ケース!A2')}`;
    const headers = { authorization: 'Bearer x', origin: 'https://example.jp', 'sec-fetch-site': 'cross-site' };
    const answer = await fetch(`${served.url}${path}?valueInputOption=RAW`, { method: 'PUT', headers, body: '{}' });
    expect(answer.status).toBe(403);
  });
});
