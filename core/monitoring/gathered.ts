import type { AgencyId } from '../ids.ts';
import type { Plan } from '../plan/model.ts';
import type { AgendaItem } from '../schedule/agenda.ts';
import type { Settings } from '../settings/model.ts';
import { addDays, dayOf, type Instant } from '../time.ts';
import { monitoringAgenda, type MonitoringStep } from './agenda.ts';

/** Requests (or reminders) that would reach one agency within a week are one letter. */
const GATHERED_DAYS = 7;

export type Asking = Extract<MonitoringStep, 'ask-for-reports' | 'remind-reports'>;

/**
 * The request or reminder of another plan that goes along with one of now: its next one, when it falls due within the week. Undefined when there
 * is none, when it is past, or when a reminder would come before the request.
 */
export function goesAlong(plan: Plan, step: Asking, now: Instant, current: Settings): string | undefined {
  const { period, done, told = {} } = plan.monitoring;
  const agenda = monitoringAgenda(plan, { edition: plan.edition, period }, current) ?? [];
  const isAsked = (key: string) => key in done || (told[key] ?? []).length > 0;
  if (step === 'remind-reports' && agenda.some((one) => one.step === 'ask-for-reports' && !isAsked(one.key)))
    return undefined;
  const [next] = agenda.filter((one) => one.step === step && isAhead(one, done, now)).toSorted(byTime);
  return next !== undefined && dayOf(next.at) < addDays(dayOf(now), GATHERED_DAYS) ? next.key : undefined;
}

const byTime = (a: { readonly at: Instant }, b: { readonly at: Instant }) => (a.at < b.at ? -1 : 1);

function isAhead({ key, expiresAt }: AgendaItem<MonitoringStep>, done: Plan['monitoring']['done'], now: Instant) {
  return !(key in done) && (expiresAt === undefined || now < expiresAt);
}

/** Whether the agency was asked already, in a letter about another plan. */
export function wasTold({ monitoring }: Plan, key: string, agency: AgencyId): boolean {
  return monitoring.told?.[key]?.includes(agency) ?? false;
}

/** The plan with these agencies marked as asked: its own step leaves them out. */
export function withTold(plan: Plan, key: string, agencies: readonly AgencyId[]): Plan {
  const { told = {} } = plan.monitoring;
  return {
    ...plan,
    monitoring: { ...plan.monitoring, told: { ...told, [key]: [...(told[key] ?? []), ...agencies] } },
  };
}
