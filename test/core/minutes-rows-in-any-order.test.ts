import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aConvenedTown } from '../support/small-meeting.ts';
import { known, type SmallTown, town } from '../support/small-town.ts';

type Sent = { readonly row: string; readonly bad: boolean };
const topicOf = (row: string) => `${row}のこと`;

/** One row per item, in any order; some of them bad; sent in one go or two, each twice. */
const rowsSent = fc
  .tuple(
    fc.shuffledSubarray(['a', 'b', 'c', 'd'], { minLength: 2 }),
    fc.nat(4),
    fc.array(fc.boolean(), { minLength: 4 }),
  )
  .map(([rows, cut, bad]) => {
    const sent = rows.map((row, at): Sent => ({ row, bad: bad[at] ?? false }));
    // Minutes that were final with the first go would be others' by the second: it leaves a row to be mended.
    const [first, second] = [sent.slice(0, cut), sent.slice(cut)];
    return first.length === 0 || second.length === 0 || first.some((one) => one.bad) ? [first, second] : [sent];
  });

async function send(one: SmallTown, rows: readonly Sent[], version: number): Promise<void> {
  const cells = rows.map(({ row, bad }) => ({
    ...{ row, version, 会議番号: 'M-1', 出席者: '包括', 検討した項目: topicOf(row), 結論: '決めた', 確定する: 'はい' },
    ...(bad ? { 次回: '来月' } : {}),
  }));
  // Google may send what it has sent again.
  for (const _twice of [1, 2]) await one.does('木村', 'rows', { town, tab: '会議録', rows: cells });
}

describe('rows of 会議録 about one meeting, in whatever order, some of them bad', () => {
  it('become one set of final minutes of all of them, once; and none before the last one is good', async () => {
    await fc.assert(
      fc.asyncProperty(rowsSent, async (gos) => {
        const one = await aConvenedTown(['包括']);
        await one.until('2026-06-15T15:00');
        one.news();
        const finalOf = async () => {
          const meeting = await one.meeting();
          return 'records' in meeting ? meeting.records.filter(({ final }) => final) : [];
        };
        for (const rows of gos) if (rows.length > 0) await send(one, rows, 1);
        const sent = gos.flat();
        const bad = sent.filter((row) => row.bad);
        for (const [at, row] of bad.entries()) {
          expect(await finalOf()).toEqual([]);
          expect(one.news()).toEqual([]);
          expect(known(await one.store.get('row', town, `会議録/${row.row}`), row.row).status).toBe('要修正');
          await send(one, [{ ...row, bad: false }], 2 + at);
        }
        const records = await finalOf();
        expect(records).toHaveLength(1);
        expect(records[0]?.items.map(({ topic }) => topic).toSorted()).toEqual(
          sent.map(({ row }) => topicOf(row)).toSorted(),
        );
        expect(one.news()).toEqual(['record → 包括']);
      }),
      { numRuns: 15 },
    );
  });
});
