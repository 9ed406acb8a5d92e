import { StaleRecord } from '../../errors.ts';
import type { Clock, PendingEntry, Store } from '../../ports.ts';
import { newTask, openTasks, overtakenTask } from '../../task/rules.ts';
import { addSeconds } from '../../time.ts';
import { stuckWords } from '../../watch/rules.ts';
import { keeperOf } from './who-hears.ts';

type Deps = { readonly store: Store; readonly clock: Clock };

// A mail service's bad quarter of an hour is nothing to call people for.
const LATE_SECONDS = 60 * 60;

function isLate({ clock }: Deps, { notBefore }: PendingEntry): boolean {
  return clock.now() >= addSeconds(notBefore, LATE_SECONDS);
}

const OCCASION = 'outbox';

/** What failed again and should have happened an hour ago: whoever keeps the meeting or case is told, once for one entry. */
export async function tellOfStuck(deps: Deps, entry: PendingEntry): Promise<void> {
  const { town, subject: id, notBefore } = entry;
  if (!isLate(deps, entry)) return;
  const kept = await keeperOf(deps, town, id);
  if (kept === undefined || (await toldOfStuck(deps, entry)).length > 0) return;
  const openedAt = deps.clock.now();
  const occasion = `${OCCASION}-${notBefore}`;
  const { keeper, subject } = kept;
  const task = newTask({
    ...{ town, taskKind: 'watchdog', for: keeper, about: id, subject, openedAt, occasion },
    said: stuckWords,
  });
  if ((await deps.store.get('task', town, task.id)) !== undefined) return;
  const saved = await deps.store.commit({
    put: [task],
    audit: [{ town, at: openedAt, who: 'workflow', did: 'watchdog', to: id }],
  });
  if (!saved.ok) throw new StaleRecord(task.id);
}

/** It has happened after all. */
export async function closeStuck(deps: Deps, entry: PendingEntry): Promise<void> {
  if (!isLate(deps, entry)) return;
  const put = (await toldOfStuck(deps, entry)).map((task) => overtakenTask(task, deps.clock.now(), 'workflow'));
  if (put.length > 0) await deps.store.commit({ put });
}

async function toldOfStuck(deps: Deps, { town, subject }: PendingEntry) {
  const open = await openTasks(deps, town, `${subject}/watchdog/${subject}`);
  return open.filter(({ id }) => id.split('/').at(-1)?.startsWith(OCCASION));
}
