import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { factHelp, wordColours } from '../../core/sheet/column-help.ts';
import { readingTabs, systemColumns, tabNames } from '../../core/sheet/columns.ts';
import { factColumns } from '../../core/sheet/fact-columns.ts';
import { aBook, type Book, sheetOf } from '../../local/apps-script/book.ts';
import { typeInto } from '../../local/apps-script/typing.ts';
import { type Built, buildAddon } from '../../sheets-addon/build.ts';
import { runHere } from './support/run-here.ts';
import type { FetchRequest } from '../../local/apps-script/google.ts';
import { headerOf } from './support/workbook.ts';

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

  const counted = (...lines: readonly (readonly [string, string, number])[]) => {
    const counts = { at: '2026-06-01 10:00', lines };
    const asked: string[] = [];
    const fetch = ({ body }: FetchRequest) => {
      asked.push(body);
      return { status: 200, text: JSON.stringify({ tabs: {}, counts }) };
    };
    return {
      asked,
      run: (entry: string, args: readonly unknown[] = []) => runHere(built, entry, { book, fetch, args }),
    };
  };
  const chartsOf = () => sheetOf(book, '集計').charts.map(({ title, area }) => `${title} ${String(area.row)}`);

  it('show the numbers of つどい with each pull and each sending, and draw them', () => {
    expect(linesOf('集計')).toEqual([['表', '区分', '件数']]);
    const first = counted(
      ['ケース', '支援中', 2],
      ['ケース', '終結', 0],
      ['会議', '回答待ち', 1],
      ['県内の状況', '相談', 2],
    );
    expect(first.run('makeTabs').toasts).toEqual(['どの表もそろっています。「集計」を数え直しました。']);
    expect(linesOf('集計')).toEqual([
      ['表', '区分', '件数', '2026-06-01 10:00 現在'],
      ['ケース', '支援中', '2'],
      ['ケース', '終結', '0'],
      ['会議', '回答待ち', '1'],
      ['県内の状況', '相談', '2'],
    ]);
    expect(chartsOf()).toEqual(['ケース 2', '会議 4']);

    const next = counted(
      ['ケース', '支援中', 1],
      ['ケース', '終結', 1],
      ['会議', '回答待ち', 1],
      ['県内の状況', '相談', 2],
    );
    expect(next.run('refreshFacts').toasts).toEqual(['「集計」を数え直しました。']);
    expect(linesOf('集計').map((line) => line[2])).toEqual(['件数', '1', '1', '1', '2']);
    expect(next.run('refreshFacts').toasts).toEqual(['つどいから新しいお知らせはありません。']);

    book.active = 'ケース';
    first.run('sendActiveTab');
    expect(linesOf('集計').map((line) => line[2])).toEqual(['件数', '2', '0', '1', '2']);
    next.run('pullNews', [{}]);
    expect(linesOf('集計').map((line) => line[2])).toEqual(['件数', '1', '1', '1', '2']);
  });

  it('forget what is not counted any more, and put right what somebody typed over a number', () => {
    counted(['ケース', '支援中', 2], ['会議', '完了', 1]).run('refreshFacts');
    const now = counted(['会議', '完了', 1]);
    now.run('refreshFacts');
    expect(linesOf('集計').map((line) => line.slice(0, 3))).toEqual([
      ['表', '区分', '件数'],
      ['会議', '完了', '1'],
    ]);
    expect(chartsOf()).toEqual(['会議 2']);
    typeInto(sheetOf(book, '集計'), { row: 2, column: 3 }, '7');
    now.run('refreshFacts');
    expect(linesOf('集計')[1]?.slice(0, 3)).toEqual(['会議', '完了', '1']);
  });

  it('say why there are no numbers, and ask for none where the tab is gone', () => {
    expect(make()).toContain('「集計」は数え直せませんでした。つどいが答えられませんでした。');
    book.sheets = book.sheets.filter(({ name }) => name !== '集計');
    const without = counted(['会議', '完了', 1]);
    without.run('refreshFacts');
    expect(without.asked.join('')).not.toContain('counts');
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
