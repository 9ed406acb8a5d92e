import { hiddenFrom } from '../../../core/access/sight.ts';
import type { Case } from '../../../core/case/model.ts';
import type { Deps } from '../../../core/commands/command.ts';
import { agenciesOf, silentAgencies } from '../../../core/monitoring/agenda.ts';
import type { Plan } from '../../../core/plan/model.ts';
import type { Day } from '../../../core/time.ts';
import type { Office } from '../office.ts';

/** A plan that is watched, whose it is, and how many of its agencies have reported this time. */
export type Review = {
  readonly plan: Plan;
  readonly one: Case | undefined;
  readonly asked: number;
  readonly reported: number;
};

const numbers = new Intl.Collator('ja', { numeric: true });
const earlier = (one: Day, other: Day) => (one < other ? -1 : Number(one > other));

/** Plans that are watched, the nearest review first, of the cases that whoever looks may see. */
export async function loadReviews(deps: Deps, { actor, town }: Office): Promise<readonly Review[]> {
  const { store } = deps;
  const [plans, cases, roles, hidden] = await Promise.all([
    store.list('plan', town.id),
    store.list('case', town.id),
    store.list('role', town.id),
    hiddenFrom(deps, actor, town),
  ]);
  const caseOf = new Map<string, Case>(cases.map((one) => [one.id, one]));
  return plans
    .filter(({ id, state }) => state === 'active' && !hidden.has(id))
    .toSorted((a, b) => earlier(a.monitoring.review, b.monitoring.review) || numbers.compare(a.id, b.id))
    .map((plan) => {
      const asked = agenciesOf(plan, roles).length;
      const reported = asked - silentAgencies(plan, roles).length;
      return { plan, one: caseOf.get(plan.id), asked, reported };
    });
}
