import { addBusinessDays } from '../../calendar.ts';
import type { Case } from '../../case/model.ts';
import { isOver } from '../../case/rules.ts';
import { frameworks } from '../../framework/frameworks.ts';
import { type PersonId, personIdSchema } from '../../ids.ts';
import type { Meeting } from '../../meeting/model.ts';
import { settingsOf } from '../../settings/rules.ts';
import type { Task } from '../../task/model.ts';
import { newTask } from '../../task/rules.ts';
import { dayOf, jst } from '../../time.ts';
import type { Deps } from '../command.ts';

/**
 * プラン要否: in an emergency help comes first and the papers later (towns-and-villages.md §10-13), so once its minutes are final whoever
 * keeps a case without a plan is asked whether it needs one. Only where meetings are about plans: elsewhere there may rightly never be one.
 */
export async function planNeeds(
  deps: Deps,
  meeting: Meeting,
  cases: readonly Case[],
  by: string,
): Promise<readonly Task[]> {
  if (!meeting.emergency || !frameworks[meeting.framework].supportDecision) return [];
  const settings = await settingsOf(deps, meeting.town);
  const now = deps.clock.now();
  const dueAt = jst(addBusinessDays(dayOf(now), settings.planNeedBusinessDays, settings), settings.officeCloses);
  const waiting = [];
  for (const one of cases) if (await lacksPlan(deps, one)) waiting.push(one);
  return waiting.map((one) =>
    newTask({
      ...{ town: one.town, taskKind: 'plan-need', for: keeperOf(one, by), about: one.id, openedAt: now, dueAt },
      ...{ subject: { kind: 'case', id: one.id }, occasion: meeting.id },
    }),
  );
}

async function lacksPlan({ store }: Deps, one: Case): Promise<boolean> {
  const plan = await store.get('plan', one.town, one.id);
  return !isOver(one) && (plan === undefined || plan.state === 'closed');
}

function keeperOf({ worker }: Case, by: string): PersonId {
  return worker ?? personIdSchema.parse(by);
}
