import { describe, expect, it } from 'vitest';
import { lookThrough } from '../../core/commands/outbox/look-through.ts';
import { aSmallTown, type SmallTown, town } from '../support/small-town.ts';

const badRow = (row: string) => ({ row, version: 1, ケース番号: 'C-9', 世帯員番号: 'A', 氏名: '試験花子' });
const sends = (one: SmallTown, rows: readonly unknown[], tab = '世帯員') =>
  one.does('木村', 'rows', { town, tab, rows });
const rowsOf = async (one: SmallTown) => (await one.store.list('row', town)).map(({ id, status }) => `${id} ${status}`);

describe('a row of the sheet that was only ever refused', () => {
  it('is kept for ninety days after it was refused last, then forgotten, with a line in the log', async () => {
    const one = await aSmallTown('2026-06-01T09:00');
    await sends(one, [badRow('r1')]);
    await one.until('2026-08-29T23:59');
    expect(await rowsOf(one)).toEqual(['世帯員/r1 要修正']);
    await one.until('2026-08-30T00:00');
    expect(await rowsOf(one)).toEqual([]);
    expect((await one.store.audit(town)).at(-1)).toMatchObject({ who: 'workflow', did: 'retention', to: '世帯員/r1' });
    expect(await one.tasks()).toEqual([]);
  });

  it('is answered afresh when it is sent again after that', async () => {
    const one = await aSmallTown('2026-06-01T09:00');
    await sends(one, [badRow('r1')]);
    await one.until('2026-09-01T09:00');
    await sends(one, [badRow('r1')]);
    expect(await rowsOf(one)).toEqual(['世帯員/r1 要修正']);
    await one.until('2026-12-01T09:00');
    expect(await rowsOf(one)).toEqual([]);
  });

  it('counts from the last time it was refused', async () => {
    const one = await aSmallTown('2026-06-01T09:00');
    await sends(one, [badRow('r1')]);
    await one.until('2026-07-01T09:00');
    await sends(one, [{ ...badRow('r1'), version: 2, 続柄: '長男' }]);
    await one.until('2026-09-20T09:00');
    expect(await rowsOf(one)).toEqual(['世帯員/r1 要修正']);
    await one.until('2026-09-29T09:00');
    expect(await rowsOf(one)).toEqual([]);
  });

  it('is told from one that was taken and then refused: what it was taken with is still known', async () => {
    const one = await aSmallTown('2026-06-01T09:00');
    const row = { row: 'k1', version: 1, ケース番号: 'C-1', 課題: '1' };
    await sends(one, [row], 'ケース');
    await sends(
      one,
      [
        { ...row, version: 2, 課題: '22' },
        { ...row, row: 'k2', ケース番号: 'C-2' },
      ],
      'ケース',
    );
    await sends(one, [badRow('r1')]);
    await one.until('2026-12-01T09:00');
    expect(await rowsOf(one)).toEqual(['ケース/k1 要修正', 'ケース/k2 済']);
  });

  it('of a hundred and fifty goes in steps, each a commit that fits', async () => {
    const one = await aSmallTown('2026-06-01T09:00');
    await sends(
      one,
      Array.from({ length: 150 }, (_, index) => badRow(`r${String(index)}`)),
    );
    await one.until('2026-08-30T00:00');
    expect(await rowsOf(one)).toHaveLength(110);
    await one.until('2026-08-30T00:05');
    expect(await rowsOf(one)).toEqual([]);
  });

  it('stored before the moment was noted counts from the next time the town is looked through', async () => {
    const one = await aSmallTown('2026-06-01T09:00');
    await sends(one, [badRow('r1')]);
    const [row] = await one.store.list('row', town);
    if (row === undefined) throw new Error('no row');
    const { at: _at, ...undated } = row;
    await one.store.commit({ put: [undated] });
    await one.until('2026-08-30T09:00');
    expect(await rowsOf(one)).toEqual(['世帯員/r1 要修正']);
    await lookThrough(one.deps, town);
    await one.until('2026-11-28T00:00');
    expect(await rowsOf(one)).toEqual([]);
  });
});
