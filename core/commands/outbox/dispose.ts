import { StaleRecord } from '../../errors.ts';
import type { TownCode } from '../../ids.ts';
import type { Disposal } from '../../retention/model.ts';
import { lineOf } from '../../retention/rules.ts';
import { lookingThrough } from '../../retention/looking.ts';
import type { OutboxEntry } from '../../workflow/model.ts';
import { eraseItem } from './erase-item.ts';
import type { ErasingDeps } from './erasing-deps.ts';

type Disposing = { readonly disposal: string; readonly from?: number | undefined };

// A function has some seconds; the rest follows with an entry of its own.
const AT_A_TIME = 10;

/**
 * Erases what two people decided to dispose of. Each case goes in one commit with its line of the 廃棄簿, what belongs to it right after: so
 * a kill in between leaves nothing that could still be opened, and a second delivery takes up what is left.
 * @throws StaleRecord when somebody saved meanwhile; the entry is delivered again.
 */
export async function dispose(deps: ErasingDeps, town: TownCode, { disposal: id, from = 0 }: Disposing): Promise<void> {
  const disposal = await deps.store.get('disposal', town, id);
  if (disposal?.confirmed === undefined || disposal.doneAt !== undefined) return;
  const next = Math.min(from + AT_A_TIME, disposal.items.length);
  for (let index = from; index < next; index += 1) await eraseItem(deps, disposal, index);
  await (next < disposal.items.length ? goOn(deps, disposal, next) : finish(deps, disposal));
}

async function goOn({ store, clock, prefecture }: ErasingDeps, { town, id }: Disposal, from: number): Promise<void> {
  const effect = { type: 'dispose', prefecture, disposal: id, from } as const;
  const outbox: readonly OutboxEntry[] = [{ town, subject: id, notBefore: clock.now(), effect }];
  await store.commit({ put: [], outbox });
}

/** What was changed at the very moment has no line in the 廃棄簿: it is left, and somebody proposes it again or not. */
async function finish(deps: ErasingDeps, disposal: Disposal): Promise<void> {
  const { town, items } = disposal;
  const lines = await Promise.all(items.map(({ of, id }) => deps.store.get('disposed', town, lineOf(of, id))));
  const left = items.filter((_, index) => lines[index] === undefined).map(({ id }) => id);
  const now = deps.clock.now();
  const done: Disposal = { ...disposal, doneAt: now, ...(left.length === 0 ? {} : { left }) };
  const saved = await deps.store.commit({ put: [done], outbox: [lookingThrough(deps, town, now)] });
  if (!saved.ok) throw new StaleRecord(disposal.id);
}
