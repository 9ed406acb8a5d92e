import { DatabaseSync } from 'node:sqlite';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sqliteStore } from '../../adapters/embedded/sqlite-store.ts';
import { pushSheets } from '../../core/commands/push/push-sheets.ts';
import { townCodeSchema } from '../../core/ids.ts';
import { pushedTabs } from '../../core/push/places.ts';
import { recordSchemas } from '../../core/records.ts';
import { addSeconds, epochOf, type Instant, instantFromEpoch, secondsUntil } from '../../core/time.ts';
import { googleSheets, spreadsheetOf } from '../support/google-sheets.ts';
import { at } from '../support/moments.ts';
import { prefecture } from '../support/small-town.ts';

const start = at('2026-06-01T09:00');
/** How often a run of the function begins on AWS, and how long it goes on. */
const [EVERY, RUN] = [60, 50];
const ENDLESS = 24 * 60 * 60;
/** A request to Google takes its time. */
const REQUEST_MS = 120;

/** Many towns whose sheets all have news at once, and a clock that only pauses and requests move. */
async function manyTowns(count: number) {
  let now = epochOf(start);
  const clock = { now: () => instantFromEpoch(now) };
  const store = sqliteStore(new DatabaseSync(':memory:'));
  const google = googleSheets(clock);
  const towns = Array.from({ length: count }, (_, index) => townCodeSchema.parse(String(100_000 + index)));
  for (const id of towns) {
    const spreadsheet = spreadsheetOf(id);
    const put = [
      recordSchemas.push.parse({
        ...{ kind: 'push', town: prefecture, id, version: 0, spreadsheet, on: true, by: '中村' },
        news: start,
      }),
      recordSchemas.case.parse({
        ...{ kind: 'case', town: id, id: 'C-1', version: 0, state: 'received', openedOn: '2026-06-01' },
        ...{ issues: [], members: [], consents: [], triggers: [], leads: [] },
      }),
      recordSchemas.row.parse({
        ...{
          kind: 'row',
          town: id,
          id: `ケース/${id}`,
          version: 0,
          rowVersion: 1,
          cells: {},
          status: '済',
          problems: [],
        },
      }),
    ];
    const saved = await store.commit({ put });
    if (!saved.ok) throw new Error(id);
    for (const tab of pushedTabs) google.tab(spreadsheet, tab, []);
    google.tab(spreadsheet, 'ケース', [{ ケース番号: 'C-1', 行ID: id, 概要: '手で書いた' }, { ケース番号: 'C-2' }]);
  }
  const takes = <Said extends readonly unknown[], Answer>(ask: (...said: Said) => Promise<Answer>) => {
    return async (...said: Said) => {
      const answer = await ask(...said);
      now += REQUEST_MS;
      return answer;
    };
  };
  const { spreadsheets } = google;
  const deps = {
    ...{ store, clock, prefecture },
    spreadsheets: {
      tabs: takes(async (spreadsheet: string) => spreadsheets.tabs(spreadsheet)),
      read: takes(async (...said: Parameters<typeof spreadsheets.read>) => spreadsheets.read(...said)),
      write: takes(async (...said: Parameters<typeof spreadsheets.write>) => spreadsheets.write(...said)),
    },
    pause: async (milliseconds: number) => {
      now += milliseconds;
    },
  };
  const isTold = (id: string) => google.shown(spreadsheetOf(id), 'ケース', '今の状態')[0] === '受付';
  return {
    store,
    google,
    clock,
    /** Runs as AWS begins them, until every sheet is told; `together` at a time, as if one had not ended. */
    async drain({ together = 1, run = RUN } = {}): Promise<number> {
      const last = addSeconds(start, ENDLESS);
      while (!towns.every(isTold) && clock.now() < last) {
        const begun: Instant = clock.now();
        const runs = Array.from({ length: together }, () => pushSheets(deps, addSeconds(begun, run)));
        await Promise.all(runs.map(async (run) => run.catch(() => undefined)));
        now = Math.max(now, epochOf(addSeconds(begun, EVERY)));
      }
      return secondsUntil(start, clock.now());
    },
    untold: () => towns.filter((id) => !isTold(id)),
    /** Cells of people, and what stands beside a number nobody knows. */
    typed: () => new Set(towns.flatMap((id) => google.shown(spreadsheetOf(id), 'ケース', 'ケース番号', '概要'))),
  };
}

const typed = new Set(['C-1|手で書いた', 'C-2|']);

describe('all sheets at once', () => {
  it('900 of them are told without one 429, in a quarter of an hour, each with one question and one write', async () => {
    const many = await manyTowns(900);
    await many.drain({ run: ENDLESS });
    expect(many.untold()).toEqual([]);
    expect(many.google.refusals()).toBe(0);
    const writes = many.google.calls.filter(({ what }) => what === 'write');
    expect(new Set(writes.map(({ spreadsheet }) => spreadsheet)).size).toBe(900);
    expect(writes).toHaveLength(900);
    const told = writes.reduce((last, { at: moment }) => Math.max(last, moment), 0) - epochOf(start);
    expect(told).toBeLessThan(16 * 60_000);
    expect(told).toBeGreaterThan(15 * 60_000);
    expect(many.typed()).toEqual(typed);
  });

  it('a hundred are told by runs of fifty seconds a minute, as AWS begins them', async () => {
    const many = await manyTowns(100);
    const seconds = await many.drain();
    expect([many.untold(), many.google.refusals()]).toEqual([[], 0]);
    expect(seconds).toBeLessThan(4 * 60);
  });

  it('two who begin together keep to one pace', async () => {
    const many = await manyTowns(120);
    await many.drain({ together: 2 });
    expect([many.untold(), many.google.refusals()]).toEqual([[], 0]);
  });
});

describe('a Google that has its bad days', () => {
  const trouble = fc.constantFrom('none', 'none', 'none', 'too many', 'broken', 'no answer' as const);

  it('tells every sheet in the end, touches nothing of people, and writes nothing wrong', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(trouble, { minLength: 20, maxLength: 60 }), async (troubles) => {
        const many = await manyTowns(8);
        let next = 0;
        many.google.trouble(() => troubles[next++] ?? 'none');
        await many.drain();
        expect(many.untold()).toEqual([]);
        expect(many.google.refusals()).toBe(0);
        expect(many.typed()).toEqual(typed);
        expect((await many.store.list('task', prefecture)).length).toBe(0);
      }),
      { numRuns: 25 },
    );
  });
});
