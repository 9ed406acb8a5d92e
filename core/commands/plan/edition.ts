import type { Case } from '../../case/model.ts';
import type { Plan } from '../../plan/model.ts';
import { stateOf } from '../../plan/rules.ts';
import { rulesForMonitoring } from '../../settings/kept.ts';
import { settingsOf } from '../../settings/rules.ts';
import { addMonths, type Day, dayOf } from '../../time.ts';
import type { Deps } from '../command.ts';
import { isAnother } from '../taken.ts';
import { readPeriod } from './period.ts';

type Said = Pick<Plan, 'goals' | 'roles'> & {
  readonly case: Plan['id'];
  readonly period?: Parameters<typeof readPeriod>[0];
  readonly review?: Day | undefined;
  readonly version?: number | undefined;
};

/**
 * Whether these words were taken already and nothing has come of them since: no 本人確認, no decision, no report, no evaluation that asks for
 * another plan. Whoever had an older edition on screen has to look at this one first.
 */
export function isSaidAgain(
  next: Plan,
  stored: Plan | undefined,
  { said, one }: { readonly said: Said; readonly one: Pick<Case, 'state'> },
): boolean {
  if (stored === undefined || asksForAnother(stored, one)) return false;
  const { edition } = stored;
  const { version = edition } = said;
  const { lateness: _lateness, told: _told, ...monitoring } = stored.monitoring;
  const before = { ...stored, monitoring: { ...monitoring, done: {} } };
  return version >= edition && !isAnother(before, { ...next, edition });
}

/** 再プラン of a plan that needs nobody's decision leaves it in force until the next is made. */
const asksForAnother = ({ state }: Plan, one: Pick<Case, 'state'>) => state === 'active' && one.state === 'planning';

function historyOf(stored: Plan | undefined): Pick<Plan, 'reports' | 'evaluations'> {
  return stored === undefined
    ? { reports: [], evaluations: [] }
    : { reports: stored.reports, evaluations: stored.evaluations };
}

/** Periods are counted on from edition to edition, so that a report keeps its period; one in which nobody reported is begun again. */
function periodAfter(stored: Plan | undefined): number {
  if (stored === undefined) return 1;
  const { period } = stored.monitoring;
  return stored.reports.some((report) => report.period === period) ? period + 1 : period;
}

/** The edition these words would make. */
export async function newEdition(
  deps: Deps,
  said: Said,
  stored: Plan | undefined,
  from: Pick<Plan, 'town' | 'framework'> & { readonly meeting: NonNullable<Plan['meeting']> },
): Promise<Plan> {
  const settings = await settingsOf(deps, from.town);
  const period = readPeriod(said.period, dayOf(deps.clock.now()));
  const review: Day = said.review ?? addMonths(period.from, settings.monitoringMonths);
  return {
    kind: 'plan',
    id: said.case,
    version: stored?.version ?? 0,
    edition: (stored?.edition ?? 0) + 1,
    ...from,
    state: stateOf({ framework: from.framework }),
    goals: said.goals,
    period,
    roles: said.roles,
    monitoring: { period: periodAfter(stored), review, done: {}, rules: rulesForMonitoring(settings) },
    ...historyOf(stored),
  };
}
