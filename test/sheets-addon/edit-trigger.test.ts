import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { aBook, type Book, sheetOf } from '../../local/apps-script/book.ts';
import { openBook } from '../../local/apps-script/book-door.ts';
import { typeInto } from '../../local/apps-script/typing.ts';
import { runEditTrigger } from '../../local/apps-script/run-addon.ts';
import { buildAddon, type Built } from '../../sheets-addon/build.ts';
import { runHere } from './support/run-here.ts';
import { headerOf, rowsOf, type } from './support/workbook.ts';

const MY_NUMBER = '123456789018';

describe('what happens the moment a clerk types', () => {
  let built: Built;
  let book: Book;
  beforeAll(async () => {
    built = await buildAddon({});
  });
  beforeEach(() => {
    book = aBook();
    runHere(built, 'makeTabs', { book });
  });

  /** Types into a row, and Google calls `onEdit` with the cells it was typed in. */
  function typed(tab: string, row: number, cells: Readonly<Record<string, string>>, rows = 1): void {
    type(book, tab, row, cells);
    const columns = Object.keys(cells).map((column) => headerOf(sheetOf(book, tab)).indexOf(column) + 1);
    edited(tab, { row, rows, column: Math.min(...columns), columns: Math.max(...columns) - Math.min(...columns) + 1 });
  }
  function edited(sheet: string, area: { row: number; rows: number; column: number; columns: number }): void {
    const never = (): never => {
      throw new Error('a trigger asks nobody');
    };
    runEditTrigger(
      built,
      { sheet, ...area },
      {
        ...{ book: openBook(book), identityToken: '', user: '', row: area.row },
        ...{ fetch: never, toast: never, showSidebar: never, addMenuItem: never },
        ...{ lock: () => true, unlock: () => undefined },
      },
    );
  }
  const rows = (tab = 'ケース') => rowsOf(book, tab);

  it('marks the row 未送信, and sends nothing', () => {
    typed('ケース', 2, { ケース番号: 'C-1', 概要: '母の物忘れ' });
    expect(rows()).toMatchObject([{ 状況: '未送信', 理由・お願い: '', 行ID: '' }]);
  });

  it('marks every row of a paste, and none beside it', () => {
    for (const row of [2, 3, 4]) type(book, 'ケース', row, { ケース番号: `C-${String(row)}` });
    typed('ケース', 2, { ケース番号: 'C-2' }, 2);
    expect(rows().map(({ 状況 }) => 状況)).toEqual(['未送信', '未送信', '']);
  });

  it('strikes a My Number out of its cell, says so, and keeps the rest of the row', () => {
    typed('世帯員', 2, { ケース番号: 'C-1', 世帯員番号: 'A', 氏名: '試験花子', 連絡先: `番号 ${MY_NUMBER} です` });
    const [row] = rows('世帯員');
    expect(row).toMatchObject({ 氏名: '試験花子', 連絡先: '番号 【個人番号は消しました】 です', 状況: '要修正' });
    expect(row?.['理由・お願い']).toMatch(/^【連絡先】個人番号（マイナンバー）と思われる/);
    expect(JSON.stringify(book)).not.toContain(MY_NUMBER);
  });

  it('never sends a My Number that came in without the trigger', () => {
    type(book, 'ケース', 2, { ケース番号: 'C-1', 概要: `番号は${MY_NUMBER}` });
    book.active = 'ケース';
    const asked: string[] = [];
    runHere(built, 'sendActiveTab', {
      book,
      fetch({ url, body }) {
        if (url.endsWith('rows')) asked.push(body);
        return { status: 500, text: '' };
      },
    });
    expect(asked).toEqual([]);
    expect(rows()[0]).toMatchObject({ 概要: '番号は【個人番号は消しました】', 状況: '要修正' });
  });

  it.each([
    ['１２３４ ５６７８ ９０１８', 'in full width, set apart'],
    ['1234-5678-9018', 'with hyphens'],
    ['123,456,789,018', 'as a number is shown'],
    ['試験花子（123456789018）', 'behind a name'],
  ])('strikes %s out (%s)', (text) => {
    typed('世帯員', 2, { ケース番号: 'C-1', 氏名: text });
    expect(rows('世帯員')[0]?.['氏名']).toContain('【個人番号は消しました】');
    expect(rows('世帯員')[0]?.['氏名']?.normalize('NFKC')).not.toMatch(/9018/);
  });

  it('strikes one out wherever it is typed: in a column of the town’s own, in one つどい writes, in a title, on another sheet', () => {
    const cases = sheetOf(book, 'ケース');
    const own = headerOf(cases).length + 1;
    typeInto(cases, { row: 1, column: own }, '町の控え');
    const places = [
      { name: 'ケース', row: 3, column: own },
      { name: 'ケース', row: 3, column: headerOf(cases).indexOf('今の状態') + 1 },
      { name: 'ケース', row: 1, column: own + 1 },
      { name: 'シート1', row: 7, column: 2 },
      { name: '使い方', row: 2, column: 2 },
    ];
    for (const { name, row, column } of places) {
      typeInto(sheetOf(book, name), { row, column }, `控え ${MY_NUMBER}`);
      edited(name, { row: row - (row > 1 ? 1 : 0), rows: 2, column, columns: 1 });
      expect(sheetOf(book, name).cells[row - 1]?.[column - 1]).toBe('控え 【個人番号は消しました】');
    }
    expect(JSON.stringify(book)).not.toContain(MY_NUMBER);
    expect(rows().every((row) => row['状況'] === '')).toBe(true);
  });

  it('sends a row whose My Number was struck out only when somebody has put it right', () => {
    typed('ケース', 2, { ケース番号: 'C-1', 概要: MY_NUMBER });
    book.active = 'ケース';
    const asked: string[] = [];
    const send = () =>
      runHere(built, 'sendActiveTab', {
        book,
        fetch({ url, body }) {
          if (url.endsWith('rows')) asked.push(body);
          return { status: 500, text: '' };
        },
      });
    send();
    send();
    expect(asked).toEqual([]);
    expect(rows()[0]?.['理由・お願い']).toMatch(/^【概要】個人番号（マイナンバー）と思われる/);
    typed('ケース', 2, { 概要: '母の物忘れ' });
    send();
    expect(asked).toHaveLength(1);
  });

  it('says at once when a cell is neither はい nor いいえ', () => {
    typed('世帯員', 2, { ケース番号: 'C-1', 世帯員番号: 'A', 氏名: '試験花子', 検討対象: 'たぶん' });
    expect(rows('世帯員')[0]).toMatchObject({ 状況: '要修正' });
    expect(rows('世帯員')[0]?.['理由・お願い']).toContain('「たぶん」は「はい」か「いいえ」として読めません');
    typed('世帯員', 2, { 検討対象: '○' });
    expect(rows('世帯員')[0]).toMatchObject({ 状況: '未送信', 理由・お願い: '' });
  });

  it('leaves a row in conflict to its choice, and a 状況 somebody emptied to the next sending', () => {
    type(book, 'ケース', 2, { ケース番号: 'C-1', 状況: '競合' });
    typed('ケース', 2, { 概要: '近所の苦情' });
    expect(rows()).toMatchObject([{ 状況: '競合' }]);
    typed('ケース', 2, { 状況: '' });
    expect(rows()).toMatchObject([{ 状況: '' }]);
  });

  it('leaves alone sheets, columns and titles that are not the add-on’s', () => {
    const sheet = sheetOf(book, 'シート1');
    edited('シート1', { row: 1, rows: 1, column: 1, columns: 1 });
    expect(sheet.cells).toEqual([]);
    edited('ケース', { row: 1, rows: 1, column: 1, columns: 2 });
    expect(rows()).toEqual([]);
  });

  it('reaches nothing but the open sheet: Google gives a simple trigger no more', () => {
    const asking = {
      ...built,
      code: built.code.replaceAll('function onEdit() {', 'function onEdit() { tsudoi.refreshFacts(); '),
    };
    expect(() => {
      runEditTrigger(
        asking,
        { sheet: 'ケース', row: 2, rows: 1, column: 1, columns: 1 },
        {
          ...{ book: openBook(book), identityToken: '', user: '', row: 2 },
          fetch: () => ({ status: 200, text: '{}' }),
          ...{ toast: () => undefined, showSidebar: () => undefined, addMenuItem: () => undefined },
          ...{ lock: () => true, unlock: () => undefined },
        },
      );
    }).toThrow('a simple trigger may not use');
  });
});
