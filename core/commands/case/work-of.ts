import type { Case } from '../../case/model.ts';
import type { Meeting } from '../../meeting/model.ts';
import type { Task } from '../../task/model.ts';
import { openTasks } from '../../task/rules.ts';
import type { Deps } from '../command.ts';

/** The meetings a case has, and every open task about it or them. */
export async function workOf(
  deps: Pick<Deps, 'store'>,
  one: Pick<Case, 'town' | 'id'>,
): Promise<{ readonly meetings: readonly Meeting[]; readonly tasks: readonly Task[] }> {
  const meetings = (await deps.store.list('meeting', one.town)).filter(({ cases }) =>
    cases.some((id) => id === one.id),
  );
  const subjects = [one.id, ...meetings.map(({ id }) => id)];
  const tasks = await Promise.all(subjects.map((subject) => openTasks(deps, one.town, subject)));
  return { meetings, tasks: tasks.flat() };
}
