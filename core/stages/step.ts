import { othersOf } from '../access/noting.ts';
import type { Deps } from '../commands/command.ts';
import { StaleRecord } from '../errors.ts';
import type { Meeting } from '../meeting/model.ts';
import { type Letters, noLetters } from '../message/envelope.ts';
import { inOneTransaction } from '../parcel/rules.ts';
import type { Plan } from '../plan/model.ts';
import type { Versioned } from '../records.ts';
import { mirrorsOf } from '../status/rules.ts';
import type { Instant } from '../time.ts';
import type { OutboxEntry } from '../workflow/model.ts';

/** What one step of a stage changes, besides being marked as done. */
export type Taken<T extends Meeting | Plan> = {
  readonly record: T;
  readonly also?: readonly Versioned[];
  readonly letters?: Letters;
  readonly outbox?: readonly OutboxEntry[];
};

/**
 * Saves a step with its mark, in one commit: taken twice, it happens once. Mails and tasks that exist already are left out.
 * @throws StaleRecord when somebody saved meanwhile; the workflow looks ahead again after its Retry.
 */
export async function saveStep(
  deps: Deps,
  { key, did }: { readonly key: string; readonly did: string },
  taken: Taken<Meeting | Plan>,
): Promise<void> {
  const { record, also = [], letters = noLetters, outbox = [] } = taken;
  const at = deps.clock.now();
  const put: Versioned[] = [withMark(record, key, at), ...also, ...letters.messages, ...letters.tasks];
  const about = record.kind === 'meeting' ? othersOf(record.cases, record.id) : {};
  const audit = [{ town: record.town, at, who: 'workflow', did, to: record.id, ...about, door: deps.door }];
  const change = { put, mirror: await mirrorsOf(deps, put), outbox: [...outbox, ...letters.outbox], audit };
  const saved = await deps.store.commit(inOneTransaction(change, { town: record.town, subject: record.id, at }));
  if (!saved.ok) throw new StaleRecord(record.id);
}

function withMark(record: Meeting | Plan, key: string, now: Instant): Meeting | Plan {
  if (record.kind === 'meeting') return { ...record, done: { ...record.done, [key]: now } };
  const { monitoring } = record;
  return { ...record, monitoring: { ...monitoring, done: { ...monitoring.done, [key]: now } } };
}
