import type { Deps } from '../commands/command.ts';
import type { PersonId } from '../ids.ts';
import type { Letters } from '../message/envelope.ts';
import { officePage } from '../message/office-page.ts';
import { letterToStaff } from '../message/staff-letters.ts';
import { overdueWording } from '../message/wording/overdue.ts';
import type { MonitoringStep } from '../monitoring/agenda.ts';
import type { Plan } from '../plan/model.ts';
import type { Versioned } from '../records.ts';
import type { Task } from '../task/model.ts';
import { newTask } from '../task/rules.ts';
import { jst } from '../time.ts';
import { askTogether, concerned } from './ask-together.ts';
import type { Taken } from './step.ts';
import { supervisorOf } from './supervisor.ts';

type Step = (deps: Deps, plan: Plan, key: string) => Promise<Taken<Plan>>;

/** What time does to one monitoring period. Nothing here closes a plan: only people do (BRIEF §2.13). */
export const monitoringSteps: Readonly<Record<MonitoringStep, Step>> = {
  async 'ask-for-reports'(deps, plan, key) {
    const taken = await askTogether(deps, plan, 'ask-for-reports', key);
    return { ...taken, also: [...(taken.also ?? []), ...(await caseIn(deps, plan, 'monitored'))] };
  },

  async 'remind-reports'(deps, plan, key) {
    return askTogether(deps, plan, 'remind-reports', key);
  },

  async 'review-overdue'(deps, plan, key) {
    const to = await workerOf(deps, plan);
    const calls = (await concerned(deps, plan, 'remind-reports')).map((agency) =>
      task(deps, plan, { taskKind: 'phone', about: agency, for: to, occasion: key }),
    );
    const review = task(deps, plan, { taskKind: 'monitoring', about: plan.id, for: to, occasion: key });
    const late = { ...plan, monitoring: { ...plan.monitoring, lateness: 'overdue' as const } };
    const also = [review, ...calls, ...(await caseIn(deps, plan, 'evaluating'))];
    return { record: late, letters: await overdueLetter(deps, plan, key, { to, reader: 'officer' }), also };
  },

  async 'review-supervisor'(deps, plan, key) {
    const to = await supervisorOf(deps, plan.town, await workerOf(deps, plan), [plan.id]);
    const also = [task(deps, plan, { taskKind: 'overdue', about: plan.id, for: to, occasion: key })];
    return { record: plan, letters: await overdueLetter(deps, plan, key, { to, reader: 'supervisor' }), also };
  },

  async 'review-late'(_deps, plan) {
    return { record: { ...plan, monitoring: { ...plan.monitoring, lateness: 'late' } } };
  },
};

/** Whoever keeps the case: its worker, else the convener of the meeting the plan came from. */
async function workerOf(deps: Deps, plan: Plan): Promise<PersonId> {
  const meeting = plan.meeting === undefined ? undefined : await deps.store.get('meeting', plan.town, plan.meeting);
  const convener = meeting !== undefined && 'appointment' in meeting ? meeting.appointment?.convener : undefined;
  const worker = (await deps.store.get('case', plan.town, plan.id))?.worker ?? convener;
  if (worker === undefined) throw new Error(`nobody keeps the case of plan ${plan.id}`);
  return worker;
}

async function caseIn(deps: Deps, plan: Plan, state: 'monitored' | 'evaluating'): Promise<readonly Versioned[]> {
  const one = await deps.store.get('case', plan.town, plan.id);
  return one === undefined ? [] : [{ ...one, state }];
}

type Needed = Pick<Task, 'taskKind' | 'about' | 'for'> & { readonly occasion: string };

function task(deps: Deps, plan: Plan, needed: Needed): Task {
  const subject = { kind: 'plan', id: plan.id } as const;
  const dueAt = jst(plan.monitoring.review, '17:15');
  return newTask({ town: plan.town, subject, openedAt: deps.clock.now(), dueAt, ...needed });
}

type Reader = { readonly to: PersonId; readonly reader: 'officer' | 'supervisor' };

async function overdueLetter(deps: Deps, plan: Plan, key: string, { to, reader }: Reader): Promise<Letters> {
  const page = officePage(plan, 'plans', plan.id);
  const wasDue = plan.monitoring.review;
  const post = { town: plan.town, subjectId: plan.id, kind: 'overdue', occasion: key, to } as const;
  return letterToStaff(deps, post, (staffName) =>
    overdueWording({ staffName, page, what: 'モニタリング', id: plan.id, wasDue, reader }),
  );
}
