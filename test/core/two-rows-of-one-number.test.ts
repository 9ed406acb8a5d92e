import { describe, expect, it } from 'vitest';
import { aSmallTown, known, type SmallTown, town } from '../support/small-town.ts';

type Cells = Readonly<Record<string, string | number>>;
const sheet = (tab: string, ...rows: readonly Cells[]) => ({
  town,
  tab,
  rows: rows.map((row, at) => ({ row: at + 1, version: 1, ...row })),
});

/** `status column: message` of a row. */
async function answer(one: SmallTown, id: string): Promise<string> {
  const row = known(await one.store.get('row', town, id), id);
  return [row.status, ...row.problems.map(({ column, message }) => `${column}: ${message}`)].join(' ');
}

describe('two rows with one number in one tab', () => {
  const first = { ケース番号: 'C-1', 課題: '1', 概要: '先の行' };
  const second = { ケース番号: 'C-1', 課題: '2', 概要: '後の行' };
  const both = /^要修正 ケース番号: ケース番号「C-1」の行がもう一つあります（先の行は行ID「1」、この行は行ID「2」）/;

  it('are not written over each other: the second is refused and names both', async () => {
    const one = await aSmallTown();
    await one.does('木村', 'rows', sheet('ケース', first, second));
    expect(await answer(one, 'ケース/1')).toBe('済');
    expect(await answer(one, 'ケース/2')).toMatch(both);
    expect(await one.case()).toMatchObject({ issues: [1], summary: '先の行' });
  });

  it('are told apart in later batches too, and the first may still be edited', async () => {
    const one = await aSmallTown();
    const sent = (row: number, version: number, cells: Cells) => ({
      town,
      tab: 'ケース',
      rows: [{ row, version, ...cells }],
    });
    await one.does('木村', 'rows', sent(1, 1, first));
    await one.does('木村', 'rows', sent(2, 1, second));
    expect(await answer(one, 'ケース/2')).toMatch(both);
    await one.does('木村', 'rows', sent(1, 2, { ...first, 課題: '3' }));
    expect(await one.case()).toMatchObject({ issues: [3] });
    await one.does('木村', 'rows', sent(1, 3, { ...first, ケース番号: 'C-9' }));
    // The number is free, and the case is there: it is for the clerk to say whose words count.
    await one.does('木村', 'rows', sent(2, 2, second));
    expect(await answer(one, 'ケース/2')).toMatch(/^競合 課題: この行は「2」、ほかの画面では「3」です。/);
    await one.does('木村', 'rows', sent(2, 3, second));
    expect(await answer(one, 'ケース/2')).toBe('済');
  });

  it('mean nothing where the first was refused itself: it changed nothing', async () => {
    const one = await aSmallTown();
    await one.does('木村', 'rows', sheet('ケース', { ...first, 課題: '22' }, second));
    expect(await answer(one, 'ケース/2')).toBe('済');
    expect(await one.case()).toMatchObject({ issues: [2] });
  });

  it('are told by the member and the case among 世帯員', async () => {
    const one = await aSmallTown();
    for (const id of ['C-1', 'C-2']) await one.does('木村', 'case', { id });
    const member = { ケース番号: 'C-1', 世帯員番号: 'A', 氏名: '試験花子' };
    const another = { ...member, 氏名: '試験太郎' };
    await one.does('木村', 'rows', sheet('世帯員', member, another, { ...another, ケース番号: 'C-2' }));
    expect(await answer(one, '世帯員/2')).toMatch(/^要修正 世帯員番号: 世帯員番号「A」・ケース番号「C-1」の行が/);
    expect(await answer(one, '世帯員/3')).toBe('済');
    expect((await one.case()).members).toMatchObject([{ name: '試験花子' }]);
  });
});
