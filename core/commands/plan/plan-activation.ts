import type { Case } from '../../case/model.ts';
import { lettersAboutPlan } from '../../message/plan-letters.ts';
import { agenciesOf } from '../../monitoring/agenda.ts';
import type { Plan } from '../../plan/model.ts';
import type { Versioned } from '../../records.ts';
import type { OutboxEntry } from '../../workflow/model.ts';
import { startMonitoring } from '../../workflow/rules.ts';
import type { Deps } from '../command.ts';
import { endingsAhead } from '../consent/ending-consents.ts';

export type Activated = { readonly put: readonly Versioned[]; readonly outbox: readonly OutboxEntry[] };

/**
 * What follows when a plan stands as it does now: an active one begins support, goes to the agencies with a role in it, and starts its
 * first monitoring run.
 */
export async function activated(deps: Deps, plan: Plan, one: Case): Promise<Activated> {
  if (plan.state !== 'active') return { put: [plan, one], outbox: [] };
  const agencies = agenciesOf(plan, await deps.store.list('role', plan.town));
  const letters = await lettersAboutPlan(deps, plan, 'plan', { agencies, occasion: `edition-${String(plan.edition)}` });
  return {
    put: [plan, { ...one, state: 'supported' }, ...letters.messages, ...letters.tasks],
    outbox: [startMonitoring(plan, deps.clock.now()), ...endingsAhead(deps, one), ...letters.outbox],
  };
}
