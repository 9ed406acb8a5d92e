import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bodySchema } from '../../core/body/model.ts';
import { readRegularDay } from '../../core/body/regular-day.ts';
import type { Series, Sitting } from '../../core/series/model.ts';
import { seriesSchema } from '../../core/series/model.ts';
import { convenedAt, dueSittings, holdsDay, nextLook, replanned } from '../../core/series/rules.ts';
import { defaultSettings } from '../../core/settings/model.ts';
import { addDays, dayOf, epochOf, type Instant, instantFromEpoch } from '../../core/time.ts';
import { at } from '../support/moments.ts';
import { prefecture } from '../support/small-town.ts';

const rules = [
  '毎月第2火曜 14:00',
  '毎月末日 10:00',
  '毎月15日 9:30',
  '2026-06-02から2週ごと 14:00',
  '2026-06-03から毎週 16:00',
];
const body = bodySchema.parse({
  ...{ kind: 'body', town: prefecture, id: '支援会議', version: 1, name: '支援会議', framework: 'needy-support' },
  ...{ towns: [], constituents: [], approval: false, turns: [], roster: [], since: '2026-04-01' },
});
const deed = fc.oneof(
  fc.record({ does: fc.constant('wait' as const), days: fc.integer({ min: 1, max: 45 }) }),
  fc.record({ does: fc.constant('rule' as const), which: fc.nat(rules.length - 1) }),
  fc.record({ does: fc.constant('move' as const), which: fc.nat(5), by: fc.integer({ min: -20, max: 20 }) }),
  fc.record({ does: fc.constant('cancel' as const), which: fc.nat(5) }),
  fc.record({ does: fc.constant('order' as const), ahead: fc.integer({ min: 1, max: 6 }), lead: fc.nat(30) }),
);
type Deed = typeof deed extends fc.Arbitrary<infer One> ? One : never;
type World = { readonly series: Series; readonly rule: string; readonly now: Instant };

const withRule = (said: string) => {
  const read = readRegularDay(said);
  return read === undefined ? body : { ...body, regular: { ...read, onClosed: '翌開庁日' as const } };
};

/** What the driver does at a look: dates that are due are convened, then the next are planned. */
function looked({ series, rule, now }: World): World {
  const due = dueSittings(series, defaultSettings, now).map(({ day }) => day);
  const sittings = series.sittings.map((one): Sitting => (due.includes(one.day) ? { ...one, state: 'called' } : one));
  return { rule, now, series: replanned({ ...series, sittings }, withRule(rule), defaultSettings, now).series };
}

function changed(one: Sitting | undefined, world: World, next: Sitting | undefined): World {
  if (one === undefined || next === undefined) return world;
  const { series } = world;
  const others = series.sittings.filter((other) => other.day !== one.day && holdsDay(other));
  const taken = others.some((other) => dayOf(other.startsAt) === dayOf(next.startsAt));
  if (next.startsAt <= world.now || taken) return world;
  return { ...world, series: { ...series, sittings: series.sittings.map((other) => (other === one ? next : other)) } };
}

function done(world: World, said: Deed): World {
  const one = world.series.sittings.filter(({ state }) => state === 'planned')['which' in said ? said.which : 0];
  const by = { by: world.series.order.by, at: world.now };
  switch (said.does) {
    case 'wait':
      return waited(world, said.days);
    case 'rule':
      return { ...world, rule: rules[said.which] ?? world.rule };
    case 'move': {
      const to = one === undefined ? world.now : instantFromEpoch(epochOf(one.startsAt) + said.by * 86_400_000);
      return changed(one, world, one === undefined ? undefined : { ...one, startsAt: to, moved: by });
    }
    case 'cancel':
      return changed(
        one,
        world,
        one === undefined ? undefined : { ...one, state: 'cancelled', cancelled: { ...by, reason: '都合' } },
      );
    case 'order': {
      const { lead: _before, ...series } = world.series;
      return { ...world, series: { ...series, ahead: said.ahead, ...(said.lead === 0 ? {} : { lead: said.lead }) } };
    }
  }
}

/** Each moment that falls due on the way is looked at. */
function waited(world: World, days: number): World {
  const end = instantFromEpoch(epochOf(world.now) + days * 86_400_000);
  let one = world;
  for (let next = nextLook(one.series, defaultSettings, one.now); next !== undefined && next <= end;) {
    one = looked({ ...one, now: next });
    next = nextLook(one.series, defaultSettings, one.now);
  }
  return { ...one, now: end };
}

describe('a series over any history', () => {
  it('never meets twice on a day, plans no more than ordered and nothing that is past, and convenes nothing late', () => {
    fc.assert(
      fc.property(fc.array(deed, { minLength: 1, maxLength: 25 }), (deeds) => {
        const order = { by: '佐藤', at: at('2026-06-01T09:00') };
        const series = seriesSchema.parse({
          ...{ kind: 'series', town: prefecture, id: '支援会議', version: 0, order, ahead: 3, lead: 14 },
          sittings: [],
        });
        let world = looked({ series, rule: '毎月第2火曜 14:00', now: at('2026-06-01T09:00') });
        for (const said of deeds) {
          world = looked(done(world, said));
          const { sittings, ahead } = world.series;
          const meet = sittings.filter(holdsDay).map(({ startsAt }) => dayOf(startsAt));
          const planned = sittings.filter(({ state }) => state === 'planned');
          expect(new Set(meet).size).toBe(meet.length);
          expect(planned.length).toBeLessThanOrEqual(ahead);
          expect(planned.every(({ startsAt }) => startsAt > world.now)).toBe(true);
          expect(
            planned.every((one) => (convenedAt(world.series, one, defaultSettings) ?? one.startsAt) > world.now),
          ).toBe(true);
          expect(new Set(sittings.map(({ day }) => day)).size).toBe(sittings.length);
        }
      }),
      { numRuns: 150 },
    );
  });

  it('is the same after a second look', () => {
    const order = { by: '佐藤', at: at('2026-06-01T09:00') };
    const parts = {
      kind: 'series',
      town: prefecture,
      id: '支援会議',
      version: 0,
      order,
      whenEmpty: '中止',
      sittings: [],
    };
    fc.assert(
      fc.property(fc.nat(rules.length - 1), fc.integer({ min: 1, max: 12 }), fc.nat(400), (which, ahead, later) => {
        const now = instantFromEpoch(epochOf(at('2026-06-01T09:00')) + later * 86_400_000);
        const first = looked({
          series: seriesSchema.parse({ ...parts, ahead, lead: 7 }),
          rule: rules[which] ?? '',
          now,
        });
        expect(looked(first)).toEqual(first);
        expect(first.series.sittings).toHaveLength(ahead);
        expect(first.series.sittings.every(({ day }) => day >= addDays(dayOf(now), 7))).toBe(true);
      }),
      { numRuns: 60 },
    );
  });
});
