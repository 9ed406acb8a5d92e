import type { Store } from '../ports.ts';
import type { Meeting } from '../meeting/model.ts';
import type { Settings } from '../settings/model.ts';
import type { Task } from '../task/model.ts';
import { addSeconds, type Instant } from '../time.ts';
import type { Message } from './model.ts';

/** Word of changes that has not gone out: mails that wait, and tasks that staff have only just got. */
export type Unsent = { readonly mails: readonly Message[]; readonly tasks: readonly Task[] };

const byHand: readonly Task['taskKind'][] = ['fax', 'phone', 'post'];

export async function unsentChanges(
  { store }: { readonly store: Store },
  { town, id }: Pick<Meeting, 'town' | 'id'>,
  { changeSettlesMinutes }: Settings,
  now: Instant,
): Promise<Unsent> {
  const [messages, tasks] = await Promise.all([
    store.list('message', town, `${id}/change/`),
    store.list('task', town, `${id}/`),
  ]);
  const isNew = ({ openedAt }: Task) => addSeconds(openedAt, changeSettlesMinutes * 60) > now;
  const isChange = ({ id: name, taskKind, about }: Task) => name.startsWith(`${id}/${taskKind}/${about}/change-`);
  return {
    mails: messages.filter(({ state }) => state === 'created'),
    tasks: tasks.filter(
      (task) => task.done === undefined && byHand.includes(task.taskKind) && isChange(task) && isNew(task),
    ),
  };
}

export function agenciesIn({ mails, tasks }: Unsent): ReadonlySet<string> {
  return new Set([...mails.map(({ to }) => to), ...tasks.map(({ about }) => about)]);
}
