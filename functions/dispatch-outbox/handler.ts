import { deliver, type DeliveryDeps } from '../../core/commands/outbox/deliver.ts';
import type { PendingEntry } from '../../core/ports.ts';

// One sweep; the stream and the five-minute schedule bring the rest.
const BATCH = 100;

/**
 * Delivers the given new entries, or sweeps what is due when none are given. What fails stays for the next sweep, and with it what comes
 * after it about the same meeting or case; it holds up nobody else.
 * @throws AggregateError with every failure, once all have had their turn, so that the alarm rings.
 */
export function createHandler(deps: DeliveryDeps) {
  return async (entries?: readonly PendingEntry[]): Promise<{ readonly delivered: number }> => {
    const now = deps.clock.now();
    const due = entries?.filter((entry) => entry.notBefore <= now) ?? (await deps.store.dueEntries(now, BATCH));
    const failures = new Map<string, unknown>();
    for (const entry of due) {
      const subject = `${entry.town}/${entry.subject}`;
      if (!failures.has(subject)) await deliverOne(deps, entry).catch((error: unknown) => failures.set(subject, error));
    }
    if (failures.size > 0)
      throw new AggregateError(failures.values(), `${String(failures.size)} subjects wait for the next sweep`);
    return { delivered: due.length };
  };
}

async function deliverOne(deps: DeliveryDeps, entry: PendingEntry): Promise<void> {
  await deliver(deps, entry.town, entry.effect);
  await deps.store.settle(entry);
}
