import type { Actor } from '../../access/model.ts';
import type { Case } from '../../case/model.ts';
import { frameworks } from '../../framework/frameworks.ts';
import { withoutConsent } from '../../framework/gate.ts';
import type { Plan } from '../../plan/model.ts';
import type { Refused } from '../../refusal.ts';
import { ok, refuse, type Result } from '../../result.ts';
import type { Day } from '../../time.ts';
import type { Deps } from '../command.ts';
import { locateForStaff } from '../locate.ts';

/** A plan with the case it belongs to, for staff who may read it. */
export async function planAndCase(
  deps: Deps,
  actor: Actor,
  id: string,
): Promise<Result<{ readonly plan: Plan; readonly one: Case }, Refused>> {
  const located = await locateForStaff(deps, actor, 'plan', id);
  if (!located.ok) return located;
  const one = await deps.store.get('case', located.value.town, id);
  return one === undefined ? refuse({ code: 'unknown-case', id }) : ok({ plan: located.value, one });
}

/** Where a plan needs consent, it needs it until it is decided: one withdrawn meanwhile stops it (BRIEF §2.1). */
export function consentGone(plan: Plan, one: Case, today: Day): Refused | undefined {
  if (frameworks[plan.framework].consent !== 'required') return undefined;
  const lacking = withoutConsent(plan.framework, [one], today);
  return lacking === undefined ? undefined : { ...lacking, of: 'plan' };
}
