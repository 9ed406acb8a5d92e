import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { townCodeSchema } from '../../core/ids.ts';
import { shareOf, withSmallHidden } from '../../core/status/small-cells.ts';
import type { Status } from '../../core/status/model.ts';
import { daySchema } from '../../core/time.ts';
import { issueCounts } from '../../functions/show-status/issue-counts.ts';
import { openOffice } from '../support/door.ts';

/** `counts[2]` cases with two issues each, and so on. */
function casesWith(counts: Readonly<Record<number, number>>): readonly Status[] {
  const town = townCodeSchema.parse('393011');
  return Object.entries(counts).flatMap(([issues, count]) =>
    Array.from({ length: count }, (_, at): Status => ({
      ...{ kind: 'status', of: 'case', town, id: `case/${issues}-${String(at)}`, state: 'received' },
      openedOn: daySchema.parse('2026-06-01'),
      issues: Number(issues),
    })),
  );
}

const shown = (counts: Readonly<Record<number, number>>) =>
  issueCounts(casesWith(counts)).buckets.map(({ label, count, share }) => `${label} ${String(count)} ${String(share)}`);

describe('the number of issues per case (law-and-programs.md §7-10)', () => {
  it('comes to the survey’s 448 cases: 63.6 % have two or more', () => {
    expect(shown({ 0: 2, 1: 161, 2: 138, 3: 88, 4: 29, 5: 20, 7: 10 })).toEqual([
      '1個 undefined undefined',
      '2個 138 30.8%',
      '3個 88 19.6%',
      '4個 29 6.5%',
      '5個以上 30 6.7%',
      '無回答 undefined undefined',
      '再掲：2個以上 285 63.6%',
    ]);
  });

  it('shows every cell where none is small', () => {
    expect(shown({ 1: 6, 2: 5, 3: 9 })).toEqual([
      ...['1個 6 30.0%', '2個 5 25.0%', '3個 9 45.0%', '4個 0 0.0%', '5個以上 0 0.0%'],
      ...['無回答 0 0.0%', '再掲：2個以上 14 70.0%'],
    ]);
  });

  it('is 「－」, not 0 %, where there is no case, and hides even the total of four', () => {
    expect(new Set(issueCounts([]).buckets.map(({ share }) => share))).toEqual(new Set(['－']));
    expect(issueCounts(casesWith({ 1: 4 }))).toMatchObject({ total: undefined });
    expect(shown({ 1: 4 }).every((line) => line.endsWith('undefined undefined'))).toBe(true);
  });

  it('stands on the prefecture’s page without a small cell, and counts illness, a low pension and debts as three', async () => {
    const office = await openOffice();
    const issues = [14, 8, 21];
    for (const number of [1, 2, 3, 4, 5, 6])
      await office.does('木村', 'case', { id: `C-${String(number)}`, issues, otherIssue: '低年金' });
    const three = await office.get('/status', { as: '山本' });
    expect(three.body.replaceAll(/<[^>]*>|\s+/g, ' ')).toMatch(/3個 +6 +100\.0%/);
    await office.does('木村', 'case', { id: 'C-7', issues: [1] });
    const { body } = await office.get('/status', { as: '山本' });
    const text = body.replaceAll(/<[^>]*>|\s+/g, ' ');
    expect(text).toMatch(/1個 +＊ +＊/);
    expect(text).toMatch(/3個 +＊ +＊/);
  });
});

describe('small cells', () => {
  const cells = fc.array(fc.oneof(fc.nat({ max: 6 }), fc.nat({ max: 200 })), { minLength: 2, maxLength: 7 });

  it('are never told, and never left alone: what is hidden is two cells and five people, or all', () => {
    fc.assert(
      fc.property(cells, (counts) => {
        const told = withSmallHidden(counts);
        expect(told.some((count) => count !== undefined && count > 0 && count < 5)).toBe(false);
        const hidden = counts.filter((_, at) => told[at] === undefined);
        const people = hidden.reduce((sum, count) => sum + count, 0);
        const enough = hidden.length >= 2 && people >= 5;
        expect(hidden.length === 0 || hidden.length === counts.length || enough).toBe(true);
      }),
    );
  });

  it('leave everything to be read where none is small', () => {
    expect(withSmallHidden([5, 0, 12])).toEqual([5, 0, 12]);
  });
});

describe('a share (law-and-programs.md §7-4)', () => {
  it.each([
    [894, 905, '98.8%'],
    [375, 905, '41.4%'],
    [255, 905, '28.2%'],
    [252, 905, '27.8%'],
    [96_248, 257_569, '37.4%'],
    [30_517, 44_355, '68.8%'],
    [0, 12, '0.0%'],
    [0, 0, '－'],
  ])('of %i in %i is %s', (part, whole, words) => {
    expect(shareOf(part, whole)).toBe(words);
  });
});
