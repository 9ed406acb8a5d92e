import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  nextOccasions,
  occasionInWords,
  onClosedSchema,
  readRegularDay,
  type Rule,
} from '../../core/body/regular-day.ts';
import { isBusinessDay } from '../../core/calendar.ts';
import { addDays, daySchema } from '../../core/time.ts';
import { aSmallTown, prefecture } from '../support/small-town.ts';

const day = (text: string) => daySchema.parse(text);
const office = { closedDays: [{ on: '08-14', name: 'お盆休み' }], openDays: [{ on: '2026-11-03', name: '臨時開庁' }] };
const always = { closedDays: [], openDays: [] };

describe('a regular day (定例日) of a body', () => {
  it.each([
    ['毎月第2火曜 14:00', '2026-06-01', ['2026-06-09', '2026-07-14', '2026-08-11']],
    // 山の日 and 土曜日 move to the next business day.
    ['毎月第二火曜日　１４時', '2026-08-01', ['2026-08-12', '2026-09-08', '2026-10-13']],
    ['毎月15日 10時半', '2026-08-01', ['2026-08-17', '2026-09-15', '2026-10-15']],
    // A month without a fifth one has none.
    ['毎月第5金曜 10:00', '2026-06-01', ['2026-07-31', '2026-10-30', '2027-01-29']],
    ['毎月最終金曜 10:00', '2026-06-01', ['2026-06-26', '2026-07-31', '2026-08-28']],
    ['毎月末日 10:00', '2026-06-02', ['2026-06-30', '2026-07-31', '2026-08-31']],
    ['2026-06-02から2週ごと 14:00', '2026-06-03', ['2026-06-16', '2026-06-30', '2026-07-14']],
    ['令和8年6月15日、2026-09-15 14:00', '2026-06-01', ['2026-06-15', '2026-09-15']],
  ])('%s comes from %s on at %j', (said, from, days) => {
    const read = readRegularDay(said);
    const rule = read?.rule ?? { every: 'named' as const, days: [day('2000-01-03')] };
    const next = nextOccasions({ rule, onClosed: '翌開庁日' }, always, day(from), 3).map(({ on }) => on);
    // 2026-08-11 is 山の日.
    expect(next).toEqual(days.map((one) => (one === '2026-08-11' ? '2026-08-12' : one)));
  });

  it.each(['', '毎月', '毎月第2火曜', '毎月第6火曜 14:00', '毎月32日 14:00', '毎月第2火曜 25:00', '随時 14:00'])(
    'cannot be read from 「%s」',
    (said) => {
      expect(readRegularDay(said)).toBeUndefined();
    },
  );

  it('says which day it stands in for, and why', () => {
    const rule = { every: 'day', day: 14 } as const;
    const words = (onClosed: '翌開庁日' | '前開庁日' | '開かない') =>
      nextOccasions({ rule, onClosed }, office, day('2026-08-01'), 1).map(occasionInWords);
    expect(words('翌開庁日')).toEqual(['8月17日(月)（8月14日(金)はお盆休み）']);
    expect(words('前開庁日')).toEqual(['8月13日(木)（8月14日(金)はお盆休み）']);
    expect(words('開かない')).toEqual(['9月14日(月)']);
  });

  it('is always a business day, never twice the same, never before today, in order, whatever the rule', () => {
    const rules: fc.Arbitrary<Rule> = fc.oneof(
      fc.record({
        every: fc.constant('weekday' as const),
        nth: fc.integer({ min: 1, max: 6 }),
        weekday: fc.integer({ min: 1, max: 7 }),
      }),
      fc.record({ every: fc.constant('day' as const), day: fc.integer({ min: 1, max: 31 }) }),
      fc.record({
        every: fc.constant('weeks' as const),
        weeks: fc.integer({ min: 1, max: 26 }),
        from: fc.integer({ min: 0, max: 700 }).map((days) => addDays(day('2026-01-01'), days)),
      }),
      fc.record({
        every: fc.constant('named' as const),
        days: fc.array(
          fc.integer({ min: 0, max: 700 }).map((days) => addDays(day('2026-01-01'), days)),
          { minLength: 1, maxLength: 20 },
        ),
      }),
    );
    const starts = fc.integer({ min: 0, max: 700 }).map((days) => addDays(day('2026-01-01'), days));
    fc.assert(
      fc.property(rules, fc.constantFrom(...onClosedSchema.options), starts, (rule, onClosed, from) => {
        const next = nextOccasions({ rule, onClosed }, office, from, 12).map(({ on }) => on);
        expect(next.filter((on) => !isBusinessDay(on, office) || on < from)).toEqual([]);
        expect(next).toEqual([...new Set(next)].toSorted());
        // Every Saturday, and not held when closed, is never; else there is always a next one.
        if (rule.every !== 'named' && onClosed !== '開かない') expect(next).toHaveLength(12);
      }),
    );
  });

  it('is kept with the body, changed, and ended by an empty text', async () => {
    const one = await aSmallTown();
    await one.does('佐藤', 'body', {
      id: '支援会議',
      name: '支援会議',
      framework: 'needy-support',
      regular: '毎月第2火曜 14:00',
    });
    const body = async () => one.store.get('body', prefecture, '支援会議');
    expect(await body()).toMatchObject({ regular: { time: '14:00', onClosed: '翌開庁日' } });
    await one.does('佐藤', 'body', { id: '支援会議', onClosed: '開かない' });
    expect(await body()).toMatchObject({ regular: { said: '毎月第2火曜 14:00', onClosed: '開かない' } });
    expect(await one.tries('佐藤', 'body', { id: '支援会議', regular: '火曜' })).toMatchObject({ code: 'bad-input' });
    // Every one of them is closed.
    const never = { id: '支援会議', regular: '毎月第2土曜 14:00', onClosed: '開かない' };
    expect(await one.tries('佐藤', 'body', never)).toMatchObject({ code: 'bad-input', field: 'regular' });
    await one.does('佐藤', 'body', { id: '支援会議', regular: '' });
    expect(await body()).not.toHaveProperty('regular');
  });
});
