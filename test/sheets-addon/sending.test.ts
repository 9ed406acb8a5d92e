import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { readingTabs, tabNames, tabs } from '../../core/sheet/columns.ts';
import { factColumns } from '../../core/sheet/fact-columns.ts';
import { buildAddon, type Built } from '../../sheets-addon/build.ts';
import { aBook, type Book, sheetOf } from '../../local/apps-script/book.ts';
import { typeInto } from '../../local/apps-script/typing.ts';
import { runHere } from './support/run-here.ts';
import { headerOf, rearrange, rowsOf, type } from './support/workbook.ts';

const bodySchema = z.object({
  tab: z.string(),
  rows: z.array(z.object({ row: z.string(), version: z.number() }).catchall(z.string())),
});
type Body = z.infer<typeof bodySchema>;

const lacking = { status: '要修正', problems: [{ column: '課題', message: '空です。' }] };

/** A server that is content with every row that names its 課題. */
function answer({ rows }: Body) {
  const answers = rows.map(({ row, version, 課題 }) =>
    課題 === undefined ? { row, version, ...lacking } : { row, version, status: '済', problems: [] },
  );
  return { status: 200, text: JSON.stringify({ answers }) };
}

describe('sending a tab', () => {
  let built: Built;
  let book: Book;
  let bodies: Body[];
  let shown: readonly string[];
  beforeAll(async () => {
    built = await buildAddon({});
  });
  beforeEach(() => {
    book = aBook();
    bodies = [];
    runHere(built, 'makeTabs', { book });
    book.active = 'ケース';
    shown = [];
  });

  function send(respond: (body: Body) => { status: number; text: string } = answer) {
    ({ toasts: shown } = runHere(built, 'sendActiveTab', {
      book,
      fetch({ body }) {
        const parsed = bodySchema.parse(JSON.parse(body));
        bodies.push(parsed);
        return respond(parsed);
      },
    }));
  }
  const cases = () => rowsOf(book, 'ケース');
  const told = () => shown.at(-1);

  it('puts each answer beside its row: 済, or why not', () => {
    type(book, 'ケース', 2, { ケース番号: 'C-1', 課題: '1、2' });
    type(book, 'ケース', 3, { ケース番号: 'C-2' });
    send();
    expect(cases()).toMatchObject([
      { 状況: '済', '理由・お願い': '', 版: '1' },
      { 状況: '要修正', '理由・お願い': '【課題】空です。', 版: '1' },
    ]);
    expect(told()).toBe('1行が「済」になりました。1行は「理由・お願い」の列をお読みください（3行目）。');
    expect(bodies).toMatchObject([{ tab: 'ケース', rows: [{ ケース番号: 'C-1' }, { ケース番号: 'C-2' }] }]);
  });

  it('finds the right rows when the sheet was sorted, and a row deleted, while the server was thinking', () => {
    ['C-1', 'C-2', 'C-3', 'C-4'].forEach((id, at) => {
      type(book, 'ケース', at + 2, { ケース番号: id, ...(id === 'C-2' ? {} : { 課題: '1' }) });
    });
    send((body) => {
      rearrange(book, 'ケース', (lines) => lines.filter(([id]) => id !== 'C-3').toReversed());
      return answer(body);
    });
    expect(cases()).toMatchObject([
      { ケース番号: 'C-4', 状況: '済' },
      { ケース番号: 'C-2', 状況: '要修正' },
      { ケース番号: 'C-1', 状況: '済' },
    ]);
    send();
    expect(bodies).toHaveLength(1);
  });

  it('changes nothing the second time', () => {
    type(book, 'ケース', 2, { ケース番号: 'C-1', 課題: '1' });
    type(book, 'ケース', 3, { ケース番号: 'C-2' });
    send();
    const before = structuredClone(cases());
    send();
    expect(cases()).toEqual(before);
    expect(bodies).toHaveLength(1);
    expect(told()).toBe('送るものはありません。前に送ってから変わった行はありません。');
  });

  it('sends a row again once it was edited, as its next version', () => {
    type(book, 'ケース', 2, { ケース番号: 'C-1' });
    send();
    type(book, 'ケース', 2, { 課題: '1' });
    send();
    expect(cases()).toMatchObject([{ 状況: '済', '理由・お願い': '', 版: '2' }]);
    expect(bodies[1]?.rows[0]?.row).toBe(bodies[0]?.rows[0]?.row);
  });

  it('sends what was edited while the server was thinking with the next sending', () => {
    type(book, 'ケース', 2, { ケース番号: 'C-1', 課題: '1' });
    send((body) => {
      type(book, 'ケース', 2, { 概要: 'あとから' });
      return answer(body);
    });
    send();
    expect(bodies[1]?.rows).toMatchObject([{ version: 2, 概要: 'あとから' }]);
  });

  it('leaves a row 未送信 under its saved id when nothing answers, and sends the very same next time', () => {
    type(book, 'ケース', 2, { ケース番号: 'C-1', 課題: '1' });
    send(() => {
      throw new Error('Address unavailable');
    });
    expect(cases()).toMatchObject([{ 状況: '未送信', 版: '1', 行ID: bodies[0]?.rows[0]?.row }]);
    expect(told()).toContain('1行を送れませんでした。');
    expect(told()).toContain('つどいに届きませんでした');
    send();
    expect(bodies[1]).toEqual(bodies[0]);
    expect(cases()).toMatchObject([{ 状況: '済' }]);
  });

  it.each([
    [
      403,
      '{"refused":{"code":"forbidden","message":"この町村の担当ではありません。"}}',
      'この町村の担当ではありません。',
    ],
    [401, '{"message":"Unauthorized"}', 'このGoogleアカウントは登録されていません。'],
    [502, 'Bad Gateway', '番号 502'],
    [200, '<html>', '番号 200'],
  ])('says why when the server answers %i', (status, text, words) => {
    type(book, 'ケース', 2, { ケース番号: 'C-1', 課題: '1' });
    send(() => ({ status, text }));
    expect(cases()).toMatchObject([{ 状況: '未送信' }]);
    expect(told()).toContain(words);
  });

  it('sends 450 pasted rows in three batches, and after a break only those that are left', () => {
    for (let at = 0; at < 450; at += 1) type(book, 'ケース', at + 2, { ケース番号: `C-${String(at)}`, 課題: '1' });
    send((body) => (bodies.length === 2 ? { status: 503, text: '' } : answer(body)));
    expect(bodies.map(({ rows }) => rows.length)).toEqual([200, 200]);
    expect(told()).toContain('250行を送れませんでした。');
    send();
    expect(bodies.slice(2).map(({ rows }) => rows.length)).toEqual([200, 50]);
    expect(cases().filter((row) => row['状況'] === '済')).toHaveLength(450);
    expect(new Set(cases().map((row) => row['行ID'])).size).toBe(450);
  });

  it('keeps the zero in front of a telephone number', () => {
    book.active = '相談受付';
    type(book, '相談受付', 2, { 受付番号: '007', 氏名: '試験花子', 連絡先: '0312345678' });
    send();
    expect(bodies[0]?.rows[0]).toMatchObject({ 受付番号: '007', 連絡先: '0312345678' });
  });

  it('sends nothing from a tab that is not ours, or that lacks a column, or while somebody else sends', () => {
    book.active = 'シート1';
    send();
    expect(told()).toContain('「シート1」は送る表ではありません。');

    book.active = 'ケース';
    type(book, 'ケース', 2, { ケース番号: 'C-1', 課題: '1' });
    const status = headerOf(sheetOf(book, 'ケース')).indexOf('状況') + 1;
    typeInto(sheetOf(book, 'ケース'), { row: 1, column: status }, '様子');
    send();
    expect(told()).toContain('「状況」の列がありません。');

    typeInto(sheetOf(book, 'ケース'), { row: 1, column: status }, '状況');
    ({ toasts: shown } = runHere(built, 'sendActiveTab', { book, lockHeldByOther: true }));
    expect(told()).toContain('ほかの人が送っているところです。');
    expect(bodies).toEqual([]);
    expect(cases()).toMatchObject([{ 行ID: '', 状況: '' }]);
  });
});

describe('making the tabs', () => {
  it('gives every tab its columns, then those we write, warned of, the last three hidden', async () => {
    const built = await buildAddon({});
    const book = aBook();
    const { toasts } = runHere(built, 'makeTabs', { book });
    expect(book.sheets.map(({ name }) => name)).toEqual(['シート1', ...tabNames, ...readingTabs]);
    for (const tab of tabNames) {
      const sheet = sheetOf(book, tab);
      const facts = factColumns[tab];
      const typed = tabs[tab].length;
      expect(headerOf(sheet)).toEqual([
        ...tabs[tab],
        ...facts,
        '状況',
        '理由・お願い',
        '版',
        '行ID',
        '送信内容',
        '相手の値',
      ]);
      const all = typed + facts.length + 6;
      expect(sheet.hidden).toEqual([all - 2, all - 1, all]);
      const own = Array.from({ length: all - typed }, (_, at) => typed + at + 1);
      expect(sheet.guarded).toEqual(own);
      // 使い方 calls them 灰色の列: Google colours nothing by itself that is protected.
      expect(sheet.grounds).toEqual(Object.fromEntries(own.map((column) => [column, '#f3f3f3'])));
    }
    expect(toasts).toEqual([
      `${[...tabNames, ...readingTabs].join('・')}を用意しました。「集計」は数え直せませんでした。つどいが答えられませんでした。番号 500。`,
    ]);
  });

  it('adds to a tab a town already has what it lacks, at its right end, and leaves the rest alone', async () => {
    const built = await buildAddon({});
    const book = aBook();
    const sheet = {
      ...sheetOf(aBook(), 'シート1'),
      name: 'ケース',
      width: 3,
      cells: [['備考', 'ケース番号'], ['町の控え']],
    };
    book.sheets.push(sheet);
    const counted = JSON.stringify({ tabs: {}, counts: { at: '2026-06-01 10:00', lines: [] } });
    const make = () => runHere(built, 'makeTabs', { book, fetch: () => ({ status: 200, text: counted }) }).toasts;
    make();
    expect(sheet.cells).toEqual([
      [
        '備考',
        ...tabs['ケース'],
        ...factColumns['ケース'],
        '状況',
        '理由・お願い',
        '版',
        '行ID',
        '送信内容',
        '相手の値',
      ],
      ['町の控え'],
    ]);
    expect(make().at(-1)).toBe('どの表もそろっています。「集計」を数え直しました。');
  });
});
