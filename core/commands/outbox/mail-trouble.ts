import { type MailTrouble, StaleRecord } from '../../errors.ts';
import type { TownCode } from '../../ids.ts';
import type { Message } from '../../message/model.ts';
import type { Clock, Store } from '../../ports.ts';
import type { Task } from '../../task/model.ts';
import { newTask, overtakenTask } from '../../task/rules.ts';
import type { Watch } from '../../watch/model.ts';
import { troubleWords } from '../../watch/rules.ts';
import { keeperOf } from './who-hears.ts';

type Deps = { readonly store: Store; readonly clock: Clock };

const OCCASION = 'mail-out' satisfies Watch['id'];

/**
 * No mail goes out until somebody sets right what is ours (a password, a certificate): whoever keeps the first meeting it holds up is told at
 * once, one task for the whole town. The mails wait, and are never told of as undeliverable before their hours are over.
 */
export async function tellOfTrouble(deps: Deps, { town, id }: Message, trouble: MailTrouble): Promise<void> {
  const kept = await keeperOf(deps, town, subjectOf(id));
  if (kept === undefined || (await openIn(deps, town)).length > 0) return;
  const openedAt = deps.clock.now();
  const { keeper, subject } = kept;
  const about = { about: subject.id, subject, openedAt, occasion: `${OCCASION}-${openedAt}` };
  const task = newTask({ town, taskKind: 'watchdog', for: keeper, ...about, said: troubleWords[trouble] });
  const audit = [{ town, at: openedAt, who: 'workflow', did: 'watchdog', to: subject.id }];
  const { version = 0 } = (await deps.store.get('watch', town, OCCASION)) ?? {};
  const noted: Watch = { kind: 'watch', town, id: OCCASION, version, since: openedAt, asked: [], task: task.id };
  const saved = await deps.store.commit({ put: [task, noted], audit });
  if (!saved.ok) throw new StaleRecord(task.id);
}

/** A mail went out, also another one than those that were held up, which may all have been given up: it is over. */
export async function closeTrouble(deps: Deps, { town, deferrals = 0 }: Message): Promise<void> {
  const noted = await deps.store.get('watch', town, OCCASION);
  if (noted === undefined && deferrals === 0) return;
  const open = await openIn(deps, town);
  const put = open.map((task) => overtakenTask(task, deps.clock.now(), 'workflow'));
  const forget = noted === undefined ? [] : [noted];
  if (put.length + forget.length > 0) await deps.store.commit({ put, forget });
}

async function openIn({ store }: Deps, town: TownCode): Promise<readonly Task[]> {
  const tasks = await store.list('task', town);
  return tasks.filter(
    ({ id, taskKind, done }) =>
      taskKind === 'watchdog' && done === undefined && id.split('/').at(-1)?.startsWith(OCCASION) === true,
  );
}

const subjectOf = (message: string) => message.split('/')[0] ?? '';
