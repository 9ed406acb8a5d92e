import { describe, expect, it } from 'vitest';
import { holdsMyNumber } from '../../core/my-number.ts';
import { lettersOnly } from '../../sheets-addon/letters-only.ts';
import type { Cells } from '../../core/sheet/cells.ts';
import { cellRuns } from '../../sheets-addon/cell-runs.ts';
import { contentHash } from '../../core/sheet/content-hash.ts';
import { cellsBeforeSending, rowsToSend } from '../../core/sheet/rows-to-send.ts';
import { rowsIn } from '../../core/sheet/tab-layout.ts';

/** Rows of the tab ケース from the second line on. */
function rows(...lines: readonly Cells[]) {
  return lines.map((cells, index) => ({ at: index + 2, cells }));
}

function ids() {
  let count = 0;
  return () => `new-${String((count += 1))}`;
}

/** The row as it stands in the sheet once it was sent and answered. */
function sent(typed: Cells, status = '済'): Cells {
  const [row] = rowsToSend('ケース', rows(typed), () => 'row-1');
  if (row === undefined) throw new Error('nothing to send');
  const beside = cellsBeforeSending(row).map(({ column, text }) => [column, text] as const);
  return { ...typed, ...Object.fromEntries(beside), 状況: status };
}

describe('the rows to send', () => {
  it('are new rows under an id of their own, as version 1, without their empty cells', () => {
    const found = rowsToSend('ケース', rows({ ケース番号: 'C-1', 概要: '' }, { ケース番号: 'C-2' }), ids());
    expect(found).toMatchObject([
      { at: 2, id: 'new-1', version: 1, typed: { ケース番号: 'C-1' } },
      { at: 3, id: 'new-2', version: 1 },
    ]);
    expect(Object.keys(found[0]?.typed ?? {})).toEqual(['ケース番号']);
  });

  it('are no empty rows, even where only the add-on wrote something', () => {
    expect(rowsToSend('ケース', rows({}, { ケース番号: ' ' }, { 行ID: 'row-1', 状況: '済' }), ids())).toEqual([]);
  });

  it.each(['済', '要修正', '競合'])('are no rows that were answered %s and that nobody touched since', (status) => {
    expect(rowsToSend('ケース', rows(sent({ ケース番号: 'C-1' }, status)), ids())).toEqual([]);
  });

  it('are edited rows, as the next version under the same id', () => {
    const edited = { ...sent({ ケース番号: 'C-1', 概要: '前' }), 概要: '後' };
    expect(rowsToSend('ケース', rows(edited), ids())).toMatchObject([{ id: 'row-1', version: 2 }]);
  });

  it('are rows whose answer never came, as the same version, so that sending twice is sending once', () => {
    const unanswered = sent({ ケース番号: 'C-1' }, '未送信');
    expect(rowsToSend('ケース', rows(unanswered), ids())).toMatchObject([{ id: 'row-1', version: 1 }]);
  });

  it('are rows whose 状況 a clerk emptied to ask again, as the next version', () => {
    const asked = sent({ ケース番号: 'C-1' }, '');
    expect(rowsToSend('ケース', rows(asked), ids())).toMatchObject([{ id: 'row-1', version: 2 }]);
  });

  it('are not changed by moving a column or by blanks around a text', () => {
    const row = sent({ ケース番号: 'C-1', 概要: '母の物忘れ' });
    const moved = Object.fromEntries(Object.entries({ ...row, 概要: ' 母の物忘れ ' }).reverse());
    expect(rowsToSend('ケース', rows(moved), ids())).toEqual([]);
  });

  it('include the copy of a row as a new row, wherever it was pasted', () => {
    const row = sent({ ケース番号: 'C-1' });
    const copy = { ...row, ケース番号: 'C-2' };
    expect(rowsToSend('ケース', rows(copy, row), ids())).toMatchObject([{ at: 2, id: 'new-1', version: 1 }]);
    expect(rowsToSend('ケース', rows(row, copy), ids())).toMatchObject([{ at: 3, id: 'new-1', version: 1 }]);
    expect(rowsToSend('ケース', rows(row, row), ids())).toMatchObject([{ at: 3, id: 'new-1', version: 1 }]);
  });

  it('give the id to the upper one when a row was copied and both were edited', () => {
    const row = sent({ ケース番号: 'C-1' });
    const found = rowsToSend('ケース', rows({ ...row, 概要: '甲' }, { ...row, 概要: '乙' }), ids());
    expect(found).toMatchObject([
      { at: 2, id: 'row-1', version: 2 },
      { at: 3, id: 'new-1', version: 1 },
    ]);
  });
});

describe('reading a tab', () => {
  it('takes the left one of two columns with one name, and numbers rows as the sheet does', () => {
    expect(rowsIn([['概要', '概要'], ['左', '右'], ['下']])).toEqual([
      { at: 2, cells: { 概要: '左' } },
      { at: 3, cells: { 概要: '下' } },
    ]);
  });
});

describe('the hash of a row', () => {
  it('differs for texts that differ in one character or in order', () => {
    const texts = Array.from({ length: 5000 }, (_, at) => `C-${String(at)}`);
    expect(new Set([...texts, 'ab', 'ba', ''].map(contentHash)).size).toBe(5003);
  });

  it('never looks like a number', () => {
    expect(contentHash('C-1')).toMatch(/^h[0-9a-f]{16}$/);
  });
});

describe('writing cells', () => {
  it('joins those under each other in one column into one call', () => {
    const cells = [4, 2, 3, 9].map((at) => ({ at, column: '状況' as const, text: `行${String(at)}` }));
    expect(cellRuns([...cells, { at: 2, column: '版', text: '1' }])).toEqual([
      { column: '状況', at: 2, texts: ['行2', '行3', '行4'] },
      { column: '状況', at: 9, texts: ['行9'] },
      { column: '版', at: 2, texts: ['1'] },
    ]);
  });
});

describe('the id of a new row', () => {
  it('never passes for a My Number, whatever its uuid is', () => {
    const unlucky = '0f8fad5b-d9cb-469f-a165-123456789018';
    expect(holdsMyNumber(unlucky)).toBe(true);
    expect(holdsMyNumber(lettersOnly(unlucky))).toBe(false);
    expect(lettersOnly('11111111-1111-1111-1111-111111111111')).not.toBe(
      lettersOnly('11111111-1111-1111-1111-111111111112'),
    );
  });
});
