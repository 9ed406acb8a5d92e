import { staysFrom } from '../../../core/access/on-record.ts';
import { mayEditTown, staffOf } from '../../../core/access/rules.ts';
import type { Deps } from '../../../core/commands/command.ts';
import type { Office } from '../office.ts';
import type { HandoverView } from './handover-page.ts';

/** All that is under way in a town, each kind read once. */
export async function loadHandover({ store, prefecture }: Deps, { actor, town }: Office): Promise<HandoverView> {
  const [cases, meetings, plans, tasks, waits, links, people] = await Promise.all([
    store.list('case', town.id),
    store.list('meeting', town.id),
    store.list('plan', town.id),
    store.list('task', town.id),
    store.list('wait', town.id),
    store.list('link', town.id),
    store.list('person', prefecture),
  ]);
  const open = tasks.filter(({ done }) => done === undefined);
  const seen = cases.filter((one) => !staysFrom(actor, one, town));
  return {
    work: { cases: seen, meetings, plans, tasks: open, waits, links },
    people: people.filter((person) => mayEditTown(staffOf(person), town)),
  };
}
