import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { aBook, type Book, sheetOf } from '../../local/apps-script/book.ts';
import { buildAddon, type Built } from '../../sheets-addon/build.ts';
import { runHere } from './support/run-here.ts';
import { rowsOf, type } from './support/workbook.ts';

const askedSchema = z.object({ tab: z.string(), has: z.array(z.record(z.string(), z.string())) });
const own = { 状況: '済', 版: '0', 行ID: 'x1', 送信内容: 'h1' };

describe('つどいにある行を足す', () => {
  let built: Built;
  let book: Book;
  let asked: z.infer<typeof askedSchema>[];
  beforeAll(async () => {
    built = await buildAddon({});
  });
  beforeEach(() => {
    book = aBook();
    asked = [];
    runHere(built, 'makeTabs', { book });
    book.active = 'ケース';
    type(book, 'ケース', 2, { ケース番号: 'C-1', 課題: '1' });
  });
  function add(answers: readonly unknown[]) {
    const waiting = [...answers];
    const { toasts } = runHere(built, 'addMissingRows', {
      book,
      fetch({ body }) {
        asked.push(askedSchema.parse(JSON.parse(body)));
        return { status: 200, text: JSON.stringify(waiting.shift() ?? { rows: [], more: false }) };
      },
    });
    return toasts.at(-1);
  }
  const cases = () => rowsOf(book, 'ケース');

  it('puts them below the others, and says how many', () => {
    const words = add([{ rows: [{ ケース番号: 'C-2', 課題: '2', 今の状態: '受付', ...own }], more: false }]);
    expect(words).toBe('1行を下に足しました。');
    expect(asked).toEqual([{ tab: 'ケース', has: [{ ケース番号: 'C-1' }] }]);
    expect(cases()).toMatchObject([{ ケース番号: 'C-1' }, { ケース番号: 'C-2', 課題: '2', 今の状態: '受付', ...own }]);
  });

  it('asks on while there are more, with what it has by then, also beyond the last line of the sheet', () => {
    sheetOf(book, 'ケース').height = 3;
    const row = (at: number) => ({ ケース番号: `C-${String(at)}`, ...own });
    add([
      { rows: [row(2), row(3)], more: true },
      { rows: [row(4)], more: false },
    ]);
    expect(asked.map(({ has }) => has.length)).toEqual([1, 3]);
    expect(cases().map(({ ケース番号 }) => ケース番号)).toEqual(['C-1', 'C-2', 'C-3', 'C-4']);
  });

  it('says that minutes written on a page are no row, where there is none to add', () => {
    book.active = '会議録';
    expect(add([])).toContain('画面で書いたものは行になりません');
  });

  it('changes nothing where nothing is lacking, or no answer of ours comes', () => {
    const before = structuredClone(cases());
    expect(add([])).toBe('つどいにあって、この表にない行はありません。');
    expect(add([{ page: 'of something in between' }])).toContain('読めませんでした');
    expect(cases()).toEqual(before);
  });
});
