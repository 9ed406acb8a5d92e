import { StaleRecord } from '../../errors.ts';
import type { TownCode } from '../../ids.ts';
import type { Clock, Store } from '../../ports.ts';
import { newTask } from '../../task/rules.ts';
import { addDays, type Day, dayOf, jst } from '../../time.ts';

type Deps = { readonly store: Store; readonly clock: Clock };

// Time to ask around; no source states it.
const DAYS_TO_LOOK = 14;

/**
 * Twelve months after closing (BRIEF §2.13): whoever keeps the case asks how things are. Not for a case that was taken up again since.
 * @throws StaleRecord when somebody saved meanwhile; the entry is delivered again.
 */
export async function openFollowUp(
  { store, clock }: Deps,
  town: TownCode,
  { case: id, closedOn }: { readonly case: string; readonly closedOn: Day },
): Promise<void> {
  const one = await store.get('case', town, id);
  if (one?.closed?.on !== closedOn || one.worker === undefined) return;
  const now = clock.now();
  const task = newTask({
    town,
    taskKind: 'follow-up',
    for: one.worker,
    about: one.id,
    subject: { kind: 'case', id: one.id },
    openedAt: now,
    dueAt: jst(addDays(dayOf(now), DAYS_TO_LOOK), '17:15'),
    occasion: closedOn,
  });
  if ((await store.get('task', town, task.id)) !== undefined) return;
  const audit = [{ town, at: now, who: 'workflow', did: 'follow-up', to: one.id }];
  const saved = await store.commit({ put: [task], audit });
  if (!saved.ok) throw new StaleRecord(task.id);
}
