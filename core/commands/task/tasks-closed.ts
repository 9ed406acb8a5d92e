import { datePaper } from '../../message/papers-by-hand.ts';
import type { Task, TaskKind } from '../../task/model.ts';
import { overtakenTask, openTasks } from '../../task/rules.ts';
import type { Deps } from '../command.ts';

/** Open tasks of these kinds about a meeting or plan, closed. Who was told to come and is to hear that it is off, still is. */
export async function tasksClosed(
  deps: Deps,
  subject: { readonly town: Task['town']; readonly id: string },
  kinds: readonly TaskKind[] | 'all',
  by: string,
): Promise<readonly Task[]> {
  const open = await openTasks(deps, subject.town, subject.id);
  const now = deps.clock.now();
  return open
    .filter((task) => (kinds === 'all' || kinds.includes(task.taskKind)) && datePaper(task) !== 'cancel')
    .map((task) => overtakenTask(task, now, by));
}
