import { addBusinessDays, rollBack, rollForward } from '../calendar.ts';
import type { Plan, Role } from '../plan/model.ts';
import type { AgendaItem } from '../schedule/agenda.ts';
import { settingsForMonitoring } from '../settings/kept.ts';
import type { Settings } from '../settings/model.ts';
import { addDays, type Day, jst } from '../time.ts';

export type MonitoringStep =
  'ask-for-reports' | 'remind-reports' | 'review-overdue' | 'review-supervisor' | 'review-late';

/**
 * All that time will do to one monitoring period: requests and reminders roll back to a business day, escalations roll forward, the
 * review itself never moves (BRIEF §3). Undefined once the period was evaluated or the plan closed. Never an automatic closure.
 */
export function monitoringAgenda(
  plan: Plan,
  run: { readonly edition: number; readonly period: number },
  current: Settings,
): readonly AgendaItem<MonitoringStep>[] | undefined {
  const { review, period } = plan.monitoring;
  if (plan.state !== 'active' || plan.edition !== run.edition || period !== run.period) return undefined;

  const settings = settingsForMonitoring(plan, current);
  const item = (step: MonitoringStep, day: Day) => ({
    key: `${step}-${String(period)}-${day}`,
    step,
    at: jst(day, settings.chaseAt),
  });
  const reminder = (days: number) => {
    const day = rollBack(addDays(review, -days), settings);
    return { ...item('remind-reports', day), expiresAt: jst(day, settings.officeCloses) };
  };
  const request = rollBack(addDays(review, -settings.monitoringRequestDays), settings);
  return [
    { ...item('ask-for-reports', request), expiresAt: jst(addDays(review, 1), '0:00') },
    ...settings.monitoringReminderDays.map(reminder),
    item('review-overdue', addBusinessDays(review, settings.monitoringOverdueBusinessDays, settings)),
    item('review-supervisor', rollForward(addDays(review, settings.monitoringSupervisorDays), settings)),
    item('review-late', rollForward(addDays(review, settings.monitoringLateDays), settings)),
  ];
}

/** Agencies with a role in the plan that their office agreed to (BRIEF §2.10), each once, in order of first role. */
export function agenciesOf(plan: Plan, roles: readonly Role[]): readonly Role['agency'][] {
  const binding = (role: Role) => role.state === 'approved' || role.state === 'confirmed';
  const inPlan = roles.filter((role) => plan.roles.includes(role.id) && binding(role));
  return [...new Set(inPlan.map((role) => role.agency))];
}

/** Agencies that have not reported in the running period. */
export function silentAgencies(plan: Plan, roles: readonly Role[]): readonly Role['agency'][] {
  const reported = plan.reports.filter((one) => one.period === plan.monitoring.period).map((one) => one.agency);
  return agenciesOf(plan, roles).filter((agency) => !reported.includes(agency));
}
