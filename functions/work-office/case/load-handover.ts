import { hiddenFrom } from '../../../core/access/sight.ts';
import { mayEditTown, staffOf } from '../../../core/access/rules.ts';
import { isAboutAny } from '../../../core/task/rules.ts';
import type { Deps } from '../../../core/commands/command.ts';
import type { Office } from '../office.ts';
import type { HandoverView } from './handover-page.ts';

/** All that is under way in a town, each kind read once. */
export async function loadHandover(deps: Deps, { actor, town }: Office): Promise<HandoverView> {
  const { store, prefecture } = deps;
  const [cases, meetings, plans, tasks, waits, links, people, hidden] = await Promise.all([
    store.list('case', town.id),
    store.list('meeting', town.id),
    store.list('plan', town.id),
    store.list('task', town.id),
    store.list('wait', town.id),
    store.list('link', town.id),
    store.list('person', prefecture),
    hiddenFrom(deps, actor, town),
  ]);
  const open = tasks.filter((task) => task.done === undefined && !isAboutAny(task, hidden));
  const seen = cases.filter(({ id }) => !hidden.has(id));
  return {
    work: { cases: seen, meetings, plans: plans.filter(({ id }) => !hidden.has(id)), tasks: open, waits, links },
    people: people.filter((person) => mayEditTown(staffOf(person), town)),
  };
}
