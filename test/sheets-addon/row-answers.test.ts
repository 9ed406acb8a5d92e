import { describe, expect, it } from 'vitest';
import { answersIn, byLine, cellsOfAnswers, reason, refusalIn } from '../../core/sheet/row-answers.ts';

const refused = {
  row: 'b',
  version: 2,
  status: '要修正',
  problems: [
    { column: '枠組み', message: '入れてください。' },
    { column: '', message: '本人同意がありません。' },
  ],
} as const;

describe('the answer of the server', () => {
  it('is read row by row, leaving out rows it kept nothing of', () => {
    const unkept = { row: 'c', version: 0, status: '要修正', problems: [] };
    expect(answersIn(JSON.stringify({ answers: [refused, unkept, { row: 'd', status: '何か' }] }))).toEqual([refused]);
  });

  it('is none when it is a page of something in between', () => {
    expect(answersIn('<html>')).toBeUndefined();
    expect(answersIn('null')).toBeUndefined();
    expect(answersIn('{"answers":1}')).toBeUndefined();
  });

  it('says in its own words why it took nothing', () => {
    expect(refusalIn('{"refused":{"code":"forbidden","message":"開けません。"}}')).toBe('開けません。');
    expect(refusalIn('Bad Gateway')).toBeUndefined();
  });

  it('goes beside the row that has its id now, with every reason on a line that cannot be a formula', () => {
    const rows = [{ at: 7, cells: { 行ID: 'b' } }];
    expect(cellsOfAnswers([refused, { ...refused, row: 'deleted' }], rows)).toEqual([
      { at: 7, column: '状況', text: '要修正' },
      { at: 7, column: '理由・お願い', text: '【枠組み】入れてください。\n【行全体】本人同意がありません。' },
      { at: 7, column: '版', text: '2' },
      { at: 7, column: '相手の値', text: '' },
    ]);
  });
});

describe('what stands in 理由・お願い', () => {
  it.each([
    [
      '期限',
      '期限「2027-02-30」は実在する日付として読めません。',
      '【期限】「2027-02-30」は実在する日付として読めません。',
    ],
    ['見られた変化', '見られた変化: 空のままです。入れてください。', '【見られた変化】空のままです。入れてください。'],
    [
      '氏名',
      '「氏名」が空です。入れてからもう一度送ってください。',
      '【氏名】空です。入れてからもう一度送ってください。',
    ],
    [
      '概要',
      '概要に個人番号（マイナンバー）とみられる12桁の数字があります。',
      '【概要】個人番号（マイナンバー）とみられる12桁の数字があります。',
    ],
    ['回', '第5回ではありません。「回」を確かめてください。', '【回】第5回ではありません。「回」を確かめてください。'],
    ['', '本人同意がありません。', '【行全体】本人同意がありません。'],
  ])('names the column %s once', (column, message, shown) => {
    expect(reason({ column, message })).toBe(shown);
  });

  it('names another row by the line it stands in, and keeps the id of one the sheet does not have', () => {
    const lines = new Map([['r-1', 12]]);
    const words = '先の行は行ID「r-1」、この行は行ID「r-2」';
    expect(byLine(words, (id) => lines.get(id))).toBe('先の行は12行目、この行は行ID「r-2」');
  });
});
