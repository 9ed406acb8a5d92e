import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { factHelp, wordColours } from '../../core/sheet/column-help.ts';
import { readingTabs, systemColumns, tabNames } from '../../core/sheet/columns.ts';
import { factColumns } from '../../core/sheet/fact-columns.ts';
import { aBook, type Book, sheetOf } from '../../local/apps-script/book.ts';
import { typeInto } from '../../local/apps-script/typing.ts';
import { type Built, buildAddon } from '../../sheets-addon/build.ts';
import { runHere } from './support/run-here.ts';
import { headerOf, type } from './support/workbook.ts';

describe('the tabs that are there to read', () => {
  let built: Built;
  let book: Book;
  beforeAll(async () => {
    built = await buildAddon({});
  });
  beforeEach(() => {
    book = aBook();
    make();
  });
  const make = () => runHere(built, 'makeTabs', { book }).toasts.at(-1);
  const linesOf = (name: string) => sheetOf(book, name).cells.filter((line) => line.some((cell) => cell !== ''));

  it('tell what to do in every tab, and leave what a town wrote in there', () => {
    const words = linesOf('使い方').flat().join('\n');
    for (const tab of tabNames) expect(words).toContain(tab);
    typeInto(sheetOf(book, '使い方'), { row: 1, column: 1 }, '若草町の使い方');
    make();
    expect(linesOf('使い方')[0]?.[0]).toBe('若草町の使い方');
  });

  it('count cases and meetings by what つどい told of them, and draw the counts', () => {
    expect(linesOf('集計')).toEqual([['表', '区分', '件数']]);
    type(book, 'ケース', 2, { ケース番号: 'C-1', 今の状態: '支援中' });
    type(book, 'ケース', 3, { ケース番号: 'C-2', 今の状態: '支援中', 遅れ: '超過' });
    type(book, 'ケース', 4, { ケース番号: 'C-2', 今の状態: '支援中', 遅れ: '超過' });
    type(book, 'ケース', 5, { ケース番号: 'C-3' });
    type(book, '会議', 2, { 会議番号: 'M-1', 今の状態: '回答待ち' });
    expect(make()).toBe('どの表もそろっています。「集計」を数え直しました。');
    expect(linesOf('集計')).toEqual([
      ['表', '区分', '件数'],
      ['ケース', '支援中', '2'],
      ['会議', '回答待ち', '1'],
      ['遅れているケース', '超過', '1'],
    ]);
    const drawn = sheetOf(book, '集計').charts.map(({ title, area }) => `${title} ${String(area.row)}`);
    expect(drawn).toEqual(['ケース 2', '会議 3', '遅れているケース 4']);
  });

  it('forget what is not there any more', () => {
    type(book, 'ケース', 2, { ケース番号: 'C-1', 今の状態: '支援中', 遅れ: '遅延' });
    make();
    type(book, 'ケース', 2, { 今の状態: '終結', 遅れ: '' });
    make();
    expect(linesOf('集計')).toEqual([
      ['表', '区分', '件数'],
      ['ケース', '終結', '1'],
    ]);
    expect(sheetOf(book, '集計').charts.map(({ title }) => title)).toEqual(['ケース']);
  });

  it('cannot be sent', () => {
    for (const name of readingTabs) {
      book.active = name;
      const [told = ''] = runHere(built, 'sendActiveTab', { book }).toasts;
      expect(told).toContain(`「${name}」は送る表ではありません。`);
    }
  });

  it('stand beside tabs whose facts are explained and coloured', () => {
    const told: readonly string[] = [...Object.values(factColumns).flat(), ...systemColumns];
    expect(Object.keys(factHelp).filter((column) => !told.includes(column))).toEqual([]);
    expect(Object.keys(wordColours).filter((column) => !told.includes(column))).toEqual([]);
    const late = headerOf(sheetOf(book, 'ケース')).indexOf('遅れ') + 1;
    const coloured = sheetOf(book, 'ケース').colours.filter(({ column }) => column === late);
    expect(coloured.map(({ word }) => word)).toEqual(['超過', '遅延']);
  });
});
