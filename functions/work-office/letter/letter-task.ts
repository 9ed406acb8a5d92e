import type { Asked } from '../../../core/message/monitoring-letters.ts';
import { paperFor } from '../../../core/message/papers-by-hand.ts';
import type { Task } from '../../../core/task/model.ts';
import type { Instant } from '../../../core/time.ts';
import type { Office } from '../office.ts';
import type { OfficeDeps } from '../office-deps.ts';
import type { Letter } from '../routes.ts';
import { nameOfPaper } from './paper.ts';

/** The plans of a letter that asks for several reports, its own first; none where it is about one. */
export async function severalOf(deps: OfficeDeps, office: Office, letter: Letter): Promise<readonly Asked[]> {
  const { plans = [] } = (await taskOf(deps, office, letter)) ?? {};
  if (plans.length === 0) return [];
  const asked = await Promise.all([letter.id, ...plans].map((id) => askedOf(deps, office, id)));
  return asked.flat();
}

async function askedOf({ store }: OfficeDeps, { town }: Office, id: string): Promise<readonly Asked[]> {
  const plan = await store.get('plan', town.id, id);
  if (plan?.meeting === undefined) return [];
  const meeting = await store.get('meeting', town.id, plan.meeting);
  return meeting === undefined ? [] : [{ plan, meeting }];
}

export async function openedAt(deps: OfficeDeps, office: Office, letter: Letter): Promise<Instant> {
  return (await taskOf(deps, office, letter))?.openedAt ?? office.now;
}

/** The task that has the letter brought by hand. */
async function taskOf({ store }: OfficeDeps, { town }: Office, letter: Letter): Promise<Task | undefined> {
  const tasks = await store.list('task', town.id, `${letter.id}/`);
  const own = tasks.filter(({ about }) => about === letter.agency);
  return own.find((one) => {
    const paper = paperFor(one);
    return paper !== undefined && nameOfPaper(paper) === letter.paper;
  });
}
