import { describe, expect, it } from 'vitest';
import { answersIn, cellsOfAnswers, refusalIn } from '../../core/sheet/row-answers.ts';

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
