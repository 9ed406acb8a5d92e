import { deliver, type DeliveryDeps } from '../../core/commands/outbox/deliver.ts';
import { closeStuck, tellOfStuck } from '../../core/commands/outbox/stuck.ts';
import type { PendingEntry } from '../../core/ports.ts';

// One sweep; the stream and the five-minute schedule bring the rest.
const BATCH = 100;

/**
 * Delivers the given new entries, or sweeps what is due when none are given. What fails stays for the next sweep, and with it what comes
 * after it about the same meeting or case; it holds up nobody else.
 * What should have happened an hour ago becomes a task for whoever keeps the meeting.
 * @throws AggregateError with every failure, once all have had their turn, so that the alarm rings.
 */
export function createHandler(deps: DeliveryDeps) {
  return async (entries?: readonly PendingEntry[]): Promise<{ readonly delivered: number }> => {
    const now = deps.clock.now();
    const due = entries?.filter((entry) => entry.notBefore <= now) ?? (await deps.store.dueEntries(now, BATCH));
    const failures = new Map<string, unknown>();
    for (const entry of due) {
      const subject = `${entry.town}/${entry.subject}`;
      if (failures.has(subject)) continue;
      const failure = await deliverOne(deps, entry).then(() => undefined, asError);
      if (failure === undefined) continue;
      failures.set(subject, failure);
      // A store that fails as well says so below, with the first fault.
      await tellOfStuck(deps, entry).catch((error: unknown) => failures.set(`${subject} watchdog`, error));
    }
    if (failures.size > 0)
      throw new AggregateError(failures.values(), `${String(failures.size)} subjects wait for the next sweep`);
    return { delivered: due.length };
  };
}

async function deliverOne(deps: DeliveryDeps, entry: PendingEntry): Promise<void> {
  await deliver(deps, entry.town, entry.effect);
  await closeStuck(deps, entry);
  await deps.store.settle(entry);
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error));
}
