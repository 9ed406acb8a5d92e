import type { Case } from '../../../core/case/model.ts';
import type { Meeting } from '../../../core/meeting/model.ts';
import { officerOf } from '../../../core/meeting/officer.ts';
import type { Plan } from '../../../core/plan/model.ts';
import type { Task } from '../../../core/task/model.ts';
import type { Instant } from '../../../core/time.ts';
import type { Link, Wait } from '../../../core/workflow/model.ts';
import { conveningOf, monitoringOf, recordingOf } from '../../../core/workflow/rules.ts';

/** All that is under way in a town, among which some is one person's. */
export type Work = {
  readonly cases: readonly Case[];
  readonly meetings: readonly Meeting[];
  readonly plans: readonly Plan[];
  readonly tasks: readonly Task[];
  readonly waits: readonly Wait[];
  readonly links: readonly Link[];
};

/** How much goes over with some cases. */
export type Moving = {
  readonly cases: number;
  readonly meetings: number;
  readonly tasks: number;
  /** Runs that wait for people: from now on they ask the successor. */
  readonly waits: number;
  /** Personal links of agencies, which stay good. */
  readonly links: number;
};

const isOpen = ({ state }: Meeting) => state !== 'completed' && state !== 'cancelled';

/** The cases in which somebody has a part: keeps them, convenes their meetings, or has something to do about them. */
export function casesWith({ cases, meetings, tasks }: Work, from: string): readonly Case[] {
  const convened = meetings.filter((one) => isOpen(one) && officerOf(one) === from).flatMap((one) => one.cases);
  const subjects = tasks.filter((task) => task.for === from).map(({ subject }) => subject.id);
  const ofTasks = meetings.filter(({ id }) => subjects.includes(id)).flatMap((one) => one.cases);
  const parts = new Set<string>([...convened, ...subjects, ...ofTasks]);
  return cases.filter((one) => one.worker === from || parts.has(one.id));
}

/** What the hand-over of these cases moves. */
export function movingWith(work: Work, from: string, ids: readonly string[], now: Instant): Moving {
  const meetings = work.meetings.filter((one) => isOpen(one) && one.cases.some((id) => ids.includes(id)));
  const plans = work.plans.filter(({ id, state }) => state === 'active' && ids.includes(id));
  const subjects = new Set<string>([...ids, ...meetings.map(({ id }) => id)]);
  const runs = new Set([
    ...meetings.flatMap((meeting) => [conveningOf(meeting), recordingOf(meeting)]),
    ...plans.map((plan) => monitoringOf(plan, plan.monitoring.period)),
  ]);
  return {
    cases: work.cases.filter((one) => ids.includes(one.id) && one.worker === from).length,
    meetings: meetings.filter((one) => officerOf(one) === from).length,
    tasks: work.tasks.filter((task) => task.for === from && subjects.has(task.subject.id)).length,
    waits: work.waits.filter(({ id }) => runs.has(id)).length,
    links: work.links.filter(({ meeting, expiresAt }) => subjects.has(meeting) && expiresAt > now).length,
  };
}
