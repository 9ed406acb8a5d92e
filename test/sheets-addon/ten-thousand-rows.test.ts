import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { aBook, type Book, sheetOf } from '../../local/apps-script/book.ts';
import { openBook } from '../../local/apps-script/book-door.ts';
import { LONGEST_MS, meterFor } from '../../local/apps-script/meter.ts';
import { runEditTrigger } from '../../local/apps-script/run-addon.ts';
import { buildAddon, type Built } from '../../sheets-addon/build.ts';
import { runHere } from './support/run-here.ts';
import { headerOf, rowsOf } from './support/workbook.ts';

const MANY = 10_000;
const rowSchema = z.object({ rows: z.array(z.object({ row: z.string(), version: z.number() })) });

describe('a tab of ten thousand rows, within the time Google gives', () => {
  let built: Built;
  let book: Book;
  beforeAll(async () => {
    built = await buildAddon({});
  });
  beforeEach(() => {
    book = aBook();
    runHere(built, 'makeTabs', { book });
    book.active = 'ケース';
    const sheet = sheetOf(book, 'ケース');
    const header = headerOf(sheet);
    sheet.height = MANY + 1;
    const typed: Readonly<Record<string, string>> = { 課題: '1、2', 概要: '物忘れが進んだ' };
    for (let at = 1; at <= MANY; at += 1)
      sheet.cells[at] = header.map((column) => (column === 'ケース番号' ? `C-${String(at)}` : (typed[column] ?? '')));
  });
  const cells = (column: string) => rowsOf(book, 'ケース').map((row) => row[column]);
  const count = (column: string, text: string) => cells(column).filter((cell) => cell === text).length;

  function send(requestMs: number) {
    const meter = meterFor(LONGEST_MS);
    const { toasts } = runHere(built, 'sendActiveTab', {
      book,
      meter,
      fetch({ url, body }) {
        // As long as so many cells take.
        meter.spend(requestMs * 10);
        if (url.endsWith('/facts')) return { status: 200, text: '{"tabs":{}}' };
        const { rows } = rowSchema.parse(JSON.parse(body));
        return {
          status: 200,
          text: JSON.stringify({ answers: rows.map((row) => ({ ...row, status: '済', problems: [] })) }),
        };
      },
    });
    return toasts.at(-1);
  }

  it('is sent in one go where the server answers 200 rows in two seconds', () => {
    expect(send(2000)).toBe('10000行が「済」になりました。');
    expect(count('状況', '済')).toBe(MANY);
  });

  it('is sent as far as the time goes where it takes ten, and the rest when asked again', () => {
    const words = send(10_000);
    const done = count('状況', '済');
    expect(words).toBe(
      `${String(done)}行が「済」になりました。${String(MANY - done)}行は「未送信」のままです。一度に送れる数を超えたので、もう一度「この表を送る」を選んでください。`,
    );
    expect(done).toBeGreaterThan(2000);
    for (let round = 0; round < 4; round += 1) send(10_000);
    expect(count('状況', '済')).toBe(MANY);
    expect(new Set(cells('行ID')).size).toBe(MANY);
  });

  it('is told what is new in it, though every other row has something', () => {
    const told = (from: number) =>
      Array.from({ length: MANY / 2 }, (_, index) => ({
        key: `C-${String(2 * index + from)}`,
        facts: { 今の状態: from === 1 ? '受付' : '支援中', 次の予定: '', 計画: '', 遅れ: '' },
      }));
    const answerTo = (from: number) => () => ({
      status: 200,
      text: JSON.stringify({ tabs: { ケース: { rows: told(from), cursor: 'next', more: false } } }),
    });
    runHere(built, 'refreshFacts', { book, fetch: answerTo(1) });
    expect([count('今の状態', '受付'), count('今の状態', '')]).toEqual([MANY / 2, MANY / 2]);
    const { toasts } = runHere(built, 'refreshFacts', { book, fetch: answerTo(2) });
    expect([count('今の状態', '受付'), count('今の状態', '支援中')]).toEqual([MANY / 2, MANY / 2]);
    expect(toasts).toEqual(['5000行を最新にしました。']);
  });

  it('is marked as far as thirty seconds go when all of it is pasted', () => {
    const never = (): never => {
      throw new Error('a trigger asks nobody');
    };
    runEditTrigger(
      built,
      { sheet: 'ケース', row: 2, rows: MANY, column: 1, columns: 3 },
      {
        ...{ book: openBook(book), identityToken: '', user: '', row: 2 },
        ...{ fetch: never, toast: never, showSidebar: never, addMenuItem: never },
        ...{ lock: () => true, unlock: () => undefined },
      },
    );
    expect(count('状況', '未送信')).toBe(3000);
  });

  it('lists its conflicts without being read whole', () => {
    const sheet = sheetOf(book, 'ケース');
    const status = headerOf(sheet).indexOf('状況');
    for (const at of [40, 9000]) sheet.cells[at]?.splice(status, 1, '競合');
    const meter = meterFor(5000);
    const { returned } = runHere(built, 'rowsInConflict', { book, meter });
    expect(JSON.parse(returned)).toMatchObject([{ row: 41 }, { row: 9001 }]);
  });
});
