import { staffOf, mayEditTown } from '../../access/rules.ts';
import { officerFor } from '../../access/host-people.ts';
import { StaleRecord } from '../../errors.ts';
import type { PersonId, TownCode } from '../../ids.ts';
import type { Clock, Store } from '../../ports.ts';
import type { Versioned } from '../../records.ts';
import { disposableFrom, endedOn, holdOn, type Kept } from '../../retention/rules.ts';
import { endingLog, lastYearOver, nextYearOver, upTo } from '../../retention/log.ts';
import { lookingThrough } from '../../retention/looking.ts';
import { rowsLookedAt } from '../../retention/refused-rows.ts';
import { settingsOf } from '../../settings/rules.ts';
import type { Task } from '../../task/model.ts';
import { closedTask, newTask, openTasks } from '../../task/rules.ts';
import { addDays, dayOf, type Instant, jst } from '../../time.ts';
import type { OutboxEntry } from '../../workflow/model.ts';

type Deps = { readonly store: Store; readonly clock: Clock; readonly prefecture: TownCode };

// Time to go through a list of papers; no source states it.
const DAYS_TO_DECIDE = 30;

/**
 * Looks whose 保存期間 has run out in a town: one task for all of it, which is closed again when nothing is left, and the next look when the
 * next time runs out (BRIEF §2.17). No paper is ever erased by itself; a row that was only ever refused is none, and goes after some months.
 * @throws StaleRecord when somebody saved meanwhile; the entry is delivered again.
 */
export async function lookThrough(deps: Deps, town: TownCode): Promise<void> {
  const now = deps.clock.now();
  const { retentionFiscalYears: years, auditFiscalYears } = await settingsOf(deps, town);
  const ends = (await papersOf(deps, town)).map((day) => disposableFrom(day, years)).toSorted();
  const [open] = await openTasks(deps, town, 'retention');
  const isDue = ends.some((at) => at <= now);
  const tasks = isDue ? await opened(deps, town, open) : closed(open, now);
  const rows = rowsLookedAt(await deps.store.list('row', town), now);
  const log = await logOf(deps, town, { now, years: auditFiscalYears });
  const [soonest] = [...ends.filter((at) => at > now), ...some(rows.next), ...some(log.next)].toSorted();
  const next = await nextLook(deps, town, soonest);
  const put = [...tasks, ...rows.put, ...next.put];
  if (put.length + rows.forget.length + log.outbox.length === 0) return;
  const line = { town, at: now, who: 'workflow', did: 'retention' };
  const audit = [...tasks, ...rows.forget].map(({ id }) => ({ ...line, to: id }));
  const saved = await deps.store.commit({ put, forget: rows.forget, outbox: [...next.outbox, ...log.outbox], audit });
  if (!saved.ok) throw new StaleRecord(`retention of ${town}`);
}

const some = (at: Instant | undefined): readonly Instant[] => (at === undefined ? [] : [at]);

/** Lines whose years are over end in steps of their own, and the next year that will be over. */
async function logOf(deps: Deps, town: TownCode, when: { readonly now: Instant; readonly years: number }) {
  const { now, years } = when;
  const over = await deps.store.auditPart(town, { within: upTo(lastYearOver(now, years)), limit: 1 });
  const outbox = over.length === 0 ? [] : [endingLog(town, now, { prefecture: deps.prefecture })];
  return { outbox, next: await nextYearOver(deps.store, town, when) };
}

/** The days on which everything ended that is over and not on hold. */
async function papersOf({ store }: Deps, town: TownCode) {
  const [cases, consultations] = await Promise.all([store.list('case', town), store.list('consultation', town)]);
  const all: readonly Kept[] = [...cases, ...consultations];
  return all.filter((one) => holdOn(one) === undefined).flatMap((one) => endedOn(one) ?? []);
}

async function opened(deps: Deps, town: TownCode, open: Task | undefined): Promise<readonly Task[]> {
  const reader = await readerOf(deps, town);
  if (open !== undefined || reader === undefined) return [];
  const now = deps.clock.now();
  const task = newTask({
    ...{ town, taskKind: 'retention', for: reader, about: town, openedAt: now, occasion: dayOf(now) },
    subject: { kind: 'retention', id: 'retention' },
    dueAt: jst(addDays(dayOf(now), DAYS_TO_DECIDE), '17:15'),
  });
  const known = await deps.store.get('task', town, task.id);
  return known === undefined ? [task] : [];
}

function closed(open: Task | undefined, now: Instant): readonly Task[] {
  return open === undefined ? [] : [closedTask(open, now, 'workflow')];
}

/** The town's own supervisor, else one of its own people, else the officer of its host. */
async function readerOf(deps: Deps, code: TownCode): Promise<PersonId | undefined> {
  const town = await deps.store.get('town', deps.prefecture, code);
  if (town === undefined) return undefined;
  const people = await deps.store.list('person', deps.prefecture);
  const able = people.filter((one) => one.serves !== undefined && mayEditTown(staffOf(one), town));
  const own = able.find(({ role }) => role === 'supervisor') ?? able[0] ?? (await officerFor(deps, code));
  return own?.id;
}

async function nextLook(deps: Deps, town: TownCode, at: Instant | undefined) {
  const noted = await deps.store.get('retention', town, 'retention');
  if (at === undefined || noted?.next === at) return { put: [], outbox: [] };
  const put: readonly Versioned[] = [
    { kind: 'retention', town, id: 'retention', version: noted?.version ?? 0, next: at },
  ];
  const outbox: readonly OutboxEntry[] = [lookingThrough(deps, town, at)];
  return { put, outbox };
}
