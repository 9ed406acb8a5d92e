import { afterEach, describe, expect, it, vi } from 'vitest';
import { issuesIn } from '../../core/commands/row/row-cells.ts';
import { holdsMyNumber } from '../../core/my-number.ts';

/** How often texts were looked into: by a sign, by a part, by a pattern, and spelled anew. Counted, for a clock tells of the machine. */
function workOf(does: () => unknown): number {
  const looks = [
    vi.spyOn(String.prototype, 'charAt'),
    vi.spyOn(String.prototype, 'slice'),
    vi.spyOn(String.prototype, 'normalize'),
    vi.spyOn(Array.prototype, 'slice'),
    vi.spyOn(RegExp.prototype, 'test'),
  ];
  does();
  const work = looks.reduce((sum, { mock }) => sum + mock.calls.length, 0);
  vi.restoreAllMocks();
  return work;
}

describe('a cell of nine thousand signs', () => {
  afterEach(() => vi.restoreAllMocks());

  it.each([
    ['one by one', '1、'],
    ['in twos', '12 '],
    ['in fours', '1234-'],
    ['far apart', '4        '],
    ['in one run', '4'],
  ])('of digits %s is searched for a My Number once, digit by digit', (_how, part) => {
    const text = part.repeat(9000 / part.length);
    expect(workOf(() => holdsMyNumber(text))).toBeLessThanOrEqual(2 * text.length + 100);
  });

  it('of codes costs what its different codes cost, and each name is spelled out once', () => {
    const one = workOf(() => issuesIn('1、2'));
    expect(workOf(() => issuesIn('1、2、'.repeat(2250)))).toBe(one);
  });
});
