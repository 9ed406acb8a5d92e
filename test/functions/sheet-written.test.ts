import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loopbackSpreadsheets } from '../../adapters/google/spreadsheets.ts';
import { townCodeSchema } from '../../core/ids.ts';
import { type Tab, tabNames } from '../../core/sheet/columns.ts';
import { actIn } from '../../local/scenario/app-world.ts';
import { usualHeader } from '../support/google-sheets.ts';
import { serveDemo, type ServedApp } from '../support/served-app.ts';

const town = townCodeSchema.parse('393011');
const spreadsheet = `local-spreadsheet-of-${town}`;

describe('the workbook in the browser, written by Google’s own client', () => {
  let served: ServedApp;
  beforeAll(async () => {
    served = await serveDemo(loopbackSpreadsheets);
    for (const tab of tabNames) put(tab, []);
    for (const row of ['r1', 'r2', 'r3']) await does('木村', 'rows', rowOf(row, { 状態: '受付' }));
    put('ケース', [
      { ケース番号: 'C-1', 概要: '0123', 行ID: 'r1' },
      { ケース番号: 'C-2', 概要: '=B2', 行ID: 'r2' },
      { ケース番号: 'C-77', 概要: 'まだ送っていない' },
      { ケース番号: 'C-3', 行ID: 'r3' },
    ]);
    await does('中村', 'push', { town, on: true, spreadsheet });
  });
  afterAll(async () => served.close());

  const rowOf = (row: string, cells: object) => ({
    ...{ town, tab: 'ケース' },
    rows: [{ row, version: 1, ケース番号: row.replace('r', 'C-'), ...cells }],
  });
  const does = async (who: string, verb: string, said: object) => {
    const done = await actIn(served.app, who, verb, said);
    if (!done.ok) throw new Error(`${verb}: ${done.code}`);
  };
  function put(tab: Tab, rows: readonly Readonly<Record<string, string>>[]): void {
    const { door } = served.app.bookOf(town);
    const header = usualHeader(tab);
    if (door.facts(tab) === null) door.insertSheet(tab);
    const width = door.facts(tab)?.width ?? 0;
    if (width < header.length) door.widen(tab, header.length - width);
    door.keepAsText(
      tab,
      header.map((_, at) => at + 1),
    );
    const lines = [[...header], ...rows.map((row) => header.map((title) => row[title] ?? ''))];
    // An empty line takes the place of a row that was deleted.
    while (lines.length < 6) lines.push(header.map(() => ''));
    door.put(tab, { row: 1, column: 1, rows: lines.length, columns: header.length }, lines);
  }
  function shown(...columns: readonly string[]): readonly string[] {
    const [header = [], ...lines] =
      served.app
        .bookOf(town)
        .sheets()
        .find(({ name }) => name === 'ケース')?.cells ?? [];
    const texts = lines.map((line) => columns.map((title) => line[header.indexOf(title)] ?? '').join('|'));
    return texts.filter((line) => /[^|]/.test(line));
  }

  it('shows the facts beside its rows, and every other cell as it was typed', async () => {
    expect(await served.app.pushSheets()).toBe(1);
    expect(shown('ケース番号', '今の状態', '概要')).toEqual([
      'C-1|受付|0123',
      'C-2|受付|=B2',
      'C-77||まだ送っていない',
      'C-3|受付|',
    ]);
  });

  it('has them beside the right rows after somebody sorted, typed and deleted', async () => {
    put('ケース', [
      { ケース番号: 'C-3', 行ID: 'r3' },
      { ケース番号: 'C-1', 概要: '0123', 主担当: '包括', 行ID: 'r1', 今の状態: '受付' },
    ]);
    for (const id of ['C-1', 'C-2', 'C-3']) await does('木村', 'case', { id, state: 'アセスメント' });
    expect(await served.app.pushSheets()).toBe(1);
    expect(shown('ケース番号', '今の状態', '概要', '主担当')).toEqual([
      'C-3|アセスメント||',
      'C-1|アセスメント|0123|包括',
    ]);
    expect(await served.app.pushSheets()).toBe(0);
  });

  it('tells the supervisor when the sheet is gone', async () => {
    await does('中村', 'push', { town, on: true, spreadsheet: 'local-spreadsheet-of-999999' });
    await served.app.pushSheets();
    const tasks = await served.app.deps.store.list('task', town, 'push/sheet/');
    expect(tasks).toMatchObject([{ taskKind: 'sheet', for: '中村', said: expect.stringContaining('見つかりません') }]);
  });
});
