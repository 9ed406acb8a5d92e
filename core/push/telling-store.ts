import type { TownCode } from '../ids.ts';
import { MOST_WRITES, writesIn } from '../parcel/rules.ts';
import type { Change, Clock, Store } from '../ports.ts';
import type { Kind } from '../records.ts';
import type { OutboxEntry } from '../workflow/model.ts';
import { isOpen, sheetNews } from './rules.ts';

type Around = { readonly clock: Clock; readonly prefecture: TownCode };

/** Kinds of record from which facts are told (core/row-facts/). */
const telling: ReadonlySet<Kind> = new Set<Kind>([
  ...(['consultation', 'case', 'meeting', 'plan', 'role', 'task', 'message'] as const),
  ...(['agency', 'settings'] as const),
]);

/**
 * The same store, where a change of what a town's sheet shows brings the news of it along, in one commit: so no change is ever forgotten,
 * whoever made it. A town that has not switched it on is asked for its switch, and nothing else happens.
 */
export function tellingSheets(store: Store, { clock, prefecture }: Around): Store {
  async function newsOf({ put, forget = [] }: Change): Promise<readonly OutboxEntry[]> {
    const towns = new Set([...put, ...forget].filter(({ kind }) => telling.has(kind)).map(({ town }) => town));
    const open = await Promise.all([...towns].map(async (town) => ((await isTold(town)) ? [town] : [])));
    return open.flat().map((town) => sheetNews({ town }, clock.now(), prefecture));
  }

  async function isTold(town: TownCode): Promise<boolean> {
    if (town === prefecture) return (await store.list('push', prefecture)).some(isOpen);
    const push = await store.get('push', prefecture, town);
    return push !== undefined && isOpen(push);
  }

  return {
    ...store,
    async commit(change) {
      const news = await newsOf(change);
      if (news.length === 0) return store.commit(change);
      if (writesIn(change) + news.length <= MOST_WRITES)
        return store.commit({ ...change, outbox: [...(change.outbox ?? []), ...news] });
      // A full transaction has no room for it. Were it lost in between, the morning's look would find what changed.
      const saved = await store.commit(change);
      return saved.ok ? store.commit({ put: [], outbox: news }) : saved;
    },
  };
}
