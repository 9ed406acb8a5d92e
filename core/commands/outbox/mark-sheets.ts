import { StaleRecord } from '../../errors.ts';
import type { TownCode } from '../../ids.ts';
import type { Clock, Store } from '../../ports.ts';
import type { Push } from '../../push/model.ts';
import { withNews } from '../../push/rules.ts';

type Deps = { readonly store: Store; readonly clock: Clock };

const TRIES = 5;

/**
 * A town's sheet has news; all sheets, when something changed that towns share. One mark for a town, however much changed.
 * @throws StaleRecord when somebody saved again and again meanwhile; the entry is delivered again.
 */
export async function markSheets(
  deps: Deps,
  town: TownCode,
  { prefecture }: { readonly prefecture: TownCode },
): Promise<void> {
  const all = await deps.store.list('push', prefecture);
  for (const push of all) if (town === prefecture || push.id === town) await mark(deps, push);
}

async function mark({ store, clock }: Deps, first: Push): Promise<void> {
  let push: Push | undefined = first;
  for (let tried = 0; tried < TRIES && push !== undefined; tried += 1) {
    const next = withNews(push, clock.now());
    if (next === undefined || (await store.commit({ put: [next] })).ok) return;
    push = await store.get('push', push.town, push.id);
  }
  if (push !== undefined) throw new StaleRecord(`push of ${first.id}`);
}
