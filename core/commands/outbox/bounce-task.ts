import { type BounceKind, bounceWords } from '../../message/bounce.ts';
import type { Message } from '../../message/model.ts';
import type { Clock, Store } from '../../ports.ts';
import type { Task } from '../../task/model.ts';
import { newTask, openTasks } from '../../task/rules.ts';
import { keeperOf } from './who-hears.ts';

type BounceDeps = { readonly store: Store; readonly clock: Clock };

/** A mail that did not arrive, or perhaps did not: staff reach the agency otherwise. Empty while they still have to. */
export async function bounceTask(deps: BounceDeps, message: Message, kind?: BounceKind): Promise<readonly Task[]> {
  const { town } = message;
  const [id = '', ...occasion] = message.id.split('/');
  const open = (await openTasks(deps, town, id)).some((one) => one.taskKind === 'bounce' && one.about === message.to);
  if (open) return [];
  const kept = await keeperOf(deps, town, id);
  if (kept === undefined) return [];
  const task = newTask({
    town,
    taskKind: 'bounce',
    for: kept.keeper,
    about: message.to,
    subject: kept.subject,
    openedAt: deps.clock.now(),
    occasion: occasion.join('-'),
    said: why(message, kind),
  });
  return (await deps.store.get('task', town, task.id)) === undefined ? [task] : [];
}

function why({ address }: Message, kind: BounceKind | undefined): string | undefined {
  return kind === undefined ? undefined : `${bounceWords[kind]}（${address}）`;
}
