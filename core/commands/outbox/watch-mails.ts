import { StaleRecord } from '../../errors.ts';
import type { TownCode } from '../../ids.ts';
import type { Message } from '../../message/model.ts';
import type { Clock, Store } from '../../ports.ts';
import type { Versioned } from '../../records.ts';
import type { Task } from '../../task/model.ts';
import { newTask, overtakenTask } from '../../task/rules.ts';
import { addSeconds, dayOf, type Instant, jst } from '../../time.ts';
import type { Watch } from '../../watch/model.ts';
import {
  addsTo,
  isSignOfLife,
  lookingAfter,
  looksAgainAt,
  looksAt,
  silenceWords,
  SUSPICIOUS,
} from '../../watch/rules.ts';
import type { OutboxEntry } from '../../workflow/model.ts';
import { keeperOf } from './who-hears.ts';

type Deps = { readonly store: Store; readonly clock: Clock };

/**
 * After a mail that asks for an answer went out. A commit of its own: that somebody saved meanwhile must not make a sent mail look unsent,
 * and the next mail notes itself as well.
 */
export async function watchMail(deps: Deps, { town, id, to, mailKind }: Message): Promise<void> {
  const watch = await deps.store.get('watch', town, 'mail');
  if (!addsTo(watch, { mailKind, to })) return;
  const since = watch?.since ?? deps.clock.now();
  const asked = [...(watch?.asked ?? []), { agency: to, message: id }];
  const noted: Watch = { kind: 'watch', town, id: 'mail', version: 0, ...watch, since, asked };
  const outbox = watch === undefined ? [lookingAfter(town, since, looksAt(since))] : [];
  await deps.store.commit({ put: [noted], outbox });
}

/**
 * Whether anything at all came in since. Nothing: the host is told once, and it is looked again every morning until something does. Too few
 * were asked to say, or something came: nobody is waited for any more. Twice is harmless.
 * @throws StaleRecord when somebody saved meanwhile; the entry is delivered again.
 */
export async function lookAfterMails(
  deps: Deps,
  town: TownCode,
  { since }: { readonly since: Instant },
): Promise<void> {
  const watch = await deps.store.get('watch', town, 'mail');
  if (watch?.since !== since) return;
  const told = watch.task === undefined ? undefined : await deps.store.get('task', town, watch.task);
  if (told?.done !== undefined || watch.asked.length < SUSPICIOUS || (await isAlive(deps, watch)))
    return commit(deps, watch, over(watch, told, deps.clock.now()));
  return commit(deps, watch, await silent(deps, watch));
}

async function isAlive({ store, clock }: Deps, { town, since, asked }: Watch): Promise<boolean> {
  const lines = await store.audit(town, { from: since, until: addSeconds(clock.now(), 1) });
  if (lines.some(isSignOfLife)) return true;
  const mails = await Promise.all(asked.map(({ message }) => store.get('message', town, message)));
  return mails.some((one) => one?.bounce !== undefined);
}

type Following = {
  readonly put: readonly Versioned[];
  readonly forget?: readonly Versioned[];
  readonly outbox?: readonly OutboxEntry[];
  readonly tasks?: readonly Task[];
};

function over(watch: Watch, told: Task | undefined, now: Instant): Following {
  const tasks = told === undefined || told.done !== undefined ? [] : [overtakenTask(told, now, 'workflow')];
  return { put: tasks, forget: [watch], tasks };
}

async function silent(deps: Deps, watch: Watch): Promise<Following> {
  const now = deps.clock.now();
  const tasks = watch.task === undefined ? await taskOf(deps, watch, now) : [];
  const [told] = tasks;
  const put = told === undefined ? [] : [told, { ...watch, task: told.id }];
  return { put, tasks, outbox: [lookingAfter(watch.town, watch.since, looksAgainAt(now))] };
}

async function taskOf(deps: Deps, { town, since, asked }: Watch, now: Instant): Promise<readonly Task[]> {
  const keepers = await Promise.all(asked.map(({ message }) => keeperOf(deps, town, message.split('/')[0] ?? '')));
  const kept = keepers.find((one) => one !== undefined);
  if (kept === undefined) return [];
  const { keeper, subject } = kept;
  const about = { about: subject.id, subject, openedAt: now, dueAt: jst(dayOf(now), '17:15') };
  return [newTask({ town, taskKind: 'watchdog', for: keeper, ...about, occasion: since, said: silenceWords })];
}

async function commit(deps: Deps, { town }: Watch, { put, forget, outbox, tasks = [] }: Following): Promise<void> {
  const at = deps.clock.now();
  const audit = tasks.map(({ id }) => ({ town, at, who: 'workflow', did: 'watchdog', to: id.split('/')[0] ?? '' }));
  const saved = await deps.store.commit({
    put,
    ...(forget === undefined ? {} : { forget }),
    ...(outbox === undefined ? {} : { outbox }),
    audit,
  });
  if (!saved.ok) throw new StaleRecord(`watch of ${town}`);
}
