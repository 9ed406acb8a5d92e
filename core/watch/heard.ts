import type { Actor } from '../access/model.ts';
import type { TownCode } from '../ids.ts';
import type { Clock, Store } from '../ports.ts';
import type { OutboxEntry } from '../workflow/model.ts';
import { lookingAfter } from './rules.ts';

type Deps = { readonly store: Store; readonly clock: Clock };

/** What an agency does ends a silence the host was told of, at once; the rest is seen the next morning. */
export async function heardFrom(
  { store, clock }: Deps,
  town: TownCode,
  { kind }: Actor,
): Promise<readonly OutboxEntry[]> {
  if (kind !== 'agency') return [];
  const watch = await store.get('watch', town, 'mail');
  return watch?.task === undefined ? [] : [lookingAfter(town, watch.since, clock.now())];
}
