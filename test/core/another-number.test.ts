import { describe, expect, it } from 'vitest';
import { aSmallTown, town } from '../support/small-town.ts';

const sent = (tab: string, version: number, cells: object) => ({ tab, rows: [{ row: 'e1', version, ...cells }] });
const rows = [
  ['ケース', 'ケース番号', 'case', { 概要: 'x' }],
  ['相談受付', '受付番号', 'consultation', { 氏名: '試験花子', 相談日時: '2026-06-01' }],
  [
    '関係機関',
    '機関番号',
    'agency',
    { 機関名: '試験診療所', 種別: '医療施設', 連絡方法: '電話', 電話: '000-000-0009' },
  ],
] as const;

describe.each(rows)('a row of %s that was taken', (tab, column, kind, cells) => {
  it('makes no second record under another number, and is well again under its own', async () => {
    const one = await aSmallTown();
    const row = async () => (await one.store.list('row', town))[0];
    const there = async () =>
      (await Promise.all([town, one.deps.prefecture].map((of) => one.store.list(kind, of)))).flat();
    await one.does('木村', 'rows', sent(tab, 1, { ...cells, [column]: 'Z-1' }));
    expect(await row()).toMatchObject({ status: '済' });
    const before = (await there()).length;
    await one.does('木村', 'rows', sent(tab, 3, { ...cells, [column]: 'Z-2' }));
    expect(await row()).toMatchObject({ status: '要修正', problems: [{ column }] });
    expect((await row())?.problems[0]?.message).toContain('「Z-1」として受け付けてあります');
    expect(await there()).toHaveLength(before);
    await one.does('木村', 'rows', sent(tab, 4, { ...cells, [column]: ' Z-1 ' }));
    expect(await row()).toMatchObject({ status: '済' });
    expect(await there()).toHaveLength(before);
  });
});
