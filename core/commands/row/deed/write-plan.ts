import type * as z from 'zod';
import type { Actor } from '../../../access/model.ts';
import type { Plan } from '../../../plan/model.ts';
import type { Refused } from '../../../refusal.ts';
import { ok, type Result } from '../../../result.ts';
import type { Day } from '../../../time.ts';
import type { Command, Deps, Done } from '../../command.ts';
import { dayField, textField } from '../../fields.ts';
import { locateForStaff } from '../../locate.ts';
import { confirm } from '../../plan/confirm.ts';
import { decidePlan } from '../../plan/decide-plan.ts';
import { makePlan } from '../../plan/make-plan.ts';
import { doing } from './doing.ts';

const input = makePlan.input.extend({
  /** 本人確認: who agreed to it. */
  confirmedBy: textField.optional(),
  /** 支援決定: the municipality's act. */
  decidedOn: dayField.optional(),
});
type Input = z.output<typeof input>;

/** A row of 支援計画: makes the plan, or its next edition where the row says something else, then notes 本人確認 and 支援決定 once. */
export const writePlan: Command<typeof input> = {
  input,
  async run(deps, actor, { confirmedBy, decidedOn, ...said }) {
    const located = await locateForStaff(deps, actor, 'case', said.case);
    if (!located.ok) return located;
    const { town, id } = located.value;
    const before = await deps.store.get('plan', town, id);
    const made =
      before !== undefined && isWritten(before, said) ? ok({ town, id }) : await makePlan.run(deps, actor, said);
    const agreed = made.ok ? await confirmed(deps, actor, made.value, confirmedBy) : made;
    return agreed.ok ? decided(deps, actor, agreed.value, decidedOn) : agreed;
  },
};

async function confirmed(deps: Deps, actor: Actor, done: Done, by: string | undefined): Promise<Result<Done, Refused>> {
  const plan = await deps.store.get('plan', done.town, done.id);
  return by === undefined || plan?.confirmed !== undefined
    ? ok(done)
    : doing(confirm, deps, actor, { plan: done.id, by });
}

async function decided(deps: Deps, actor: Actor, done: Done, on: Day | undefined): Promise<Result<Done, Refused>> {
  const plan = await deps.store.get('plan', done.town, done.id);
  return on === undefined || plan?.decided !== undefined
    ? ok(done)
    : doing(decidePlan, deps, actor, { plan: done.id, on });
}

/** What the row leaves open, it does not ask to change. */
function isWritten(plan: Plan, { goals, period, review, roles }: Omit<Input, 'confirmedBy' | 'decidedOn'>): boolean {
  const told: readonly (readonly [string | undefined, string])[] = [
    ...(typeof period === 'object'
      ? ([
          [period.from, plan.period.from],
          [period.to, plan.period.to],
        ] as const)
      : []),
    [review, plan.monitoring.review],
    [goals.join('\n'), plan.goals.join('\n')],
    [roles.join(), plan.roles.join()],
  ];
  return told.every(([said, stored]) => said === undefined || said === stored);
}
