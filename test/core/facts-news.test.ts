import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RowFacts } from '../../core/row-facts/model.ts';
import { newsOf } from '../../core/row-facts/news.ts';

type World = Readonly<Record<string, string>>;
const factsOf = (world: World): readonly RowFacts[] =>
  Object.entries(world).map(([key, state]) => ({ key, facts: { 今の状態: state } }));

/** What a sheet shows that asks until there is no more. */
function shownAfter(shown: World, world: World, cursor: string): { shown: World; cursor: string } {
  const news = newsOf(factsOf(world), cursor, 5);
  const now = { ...shown, ...Object.fromEntries(news.rows.map(({ key, facts }) => [key, facts['今の状態'] ?? ''])) };
  return news.more ? shownAfter(now, world, news.cursor) : { shown: now, cursor: news.cursor };
}

describe('what changed since a cursor', () => {
  it('brings a sheet up to what is true, whatever changed and however little fits into one answer', () => {
    const key = fc.integer({ min: 1, max: 30 }).map((number) => `C-${String(number)}`);
    const world = fc.dictionary(key, fc.constantFrom('受付', '支援中', '終結'));
    fc.assert(
      fc.property(fc.array(world, { maxLength: 6 }), (worlds) => {
        let sheet: { shown: World; cursor: string } = { shown: {}, cursor: '' };
        for (const now of worlds) {
          sheet = shownAfter(sheet.shown, now, sheet.cursor);
          expect(sheet.shown).toMatchObject(now);
          expect(newsOf(factsOf(now), sheet.cursor, 5).rows).toEqual([]);
        }
      }),
    );
  });
});
