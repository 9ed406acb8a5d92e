import type { Actor } from '../../access/model.ts';
import { nameOf } from '../../access/rules.ts';
import type { Case } from '../../case/model.ts';
import type { Meeting } from '../../meeting/model.ts';
import { isHeld } from '../../meeting/recording.ts';
import { noLetters } from '../../message/envelope.ts';
import { lettersToMembers } from '../../message/letters.ts';
import { hearersOf } from '../../message/last-heard.ts';
import { calledStill, withheld } from '../../message/withheld.ts';
import { agenciesOf } from '../../monitoring/agenda.ts';
import type { Plan } from '../../plan/model.ts';
import type { Versioned } from '../../records.ts';
import { dayOf } from '../../time.ts';
import type { OutboxEntry } from '../../workflow/model.ts';
import { monitoringOf, recordingOf, signal } from '../../workflow/rules.ts';
import { cancellation } from './cancel-meeting.ts';
import type { Deps } from '../command.ts';
import { tasksClosed } from '../task/tasks-closed.ts';

/** What follows, to be saved in one commit. */
export type Stopped = { readonly put: readonly Versioned[]; readonly outbox: readonly OutboxEntry[] };

/**
 * A meeting stops at whatever stage it is (BRIEF §2.1): before it is held it is cancelled; afterwards its minutes stay in the office, and
 * those who were there hear 「中止」 and nothing else.
 */
export async function stoppedMeeting(deps: Deps, actor: Actor, meeting: Meeting, reason: string): Promise<Stopped> {
  if (!isHeld(meeting)) return cancellation(deps, actor, meeting, { reason });
  const { lateness: _lateness, records: minutes, ...rest } = meeting;
  const at = deps.clock.now();
  const cancelled = { by: nameOf(actor), at, reason };
  const unsent = await withheld(deps, meeting, calledStill(meeting));
  const hasHeard = await hearersOf(deps, meeting);
  const attended = minutes.flatMap(({ attendance }) => attendance);
  const letters = await lettersToMembers(deps, meeting, 'cancel', {
    occasion: 'afterwards',
    only: (one) => one.withdrawn === undefined && (hasHeard(one) || attended.includes(one.agency)),
  });
  const tasks = await tasksClosed(deps, meeting, 'all', actor.id);
  return {
    put: [
      { ...rest, state: 'cancelled', minutes, cancelled },
      ...unsent,
      ...tasks,
      ...letters.messages,
      ...letters.tasks,
    ],
    outbox: [...letters.outbox, signal({ town: meeting.town, subject: meeting.id, at }, recordingOf(meeting))],
  };
}

export type Ending = { readonly plan: Plan; readonly one: Case; readonly reason: string };

/** A plan stops (中断): nobody is asked for reports any more, and those with a role in it hear 「中止」, unless its meeting tells them. */
export async function stoppedPlan(
  deps: Deps,
  actor: Actor,
  ending: Ending,
  told: readonly Meeting[],
): Promise<Stopped> {
  const { plan, one, reason } = ending;
  const at = deps.clock.now();
  const { lateness: _lateness, ...monitoring } = plan.monitoring;
  const stopped: Plan = { ...plan, monitoring, state: 'closed', stopped: { at, by: nameOf(actor), reason } };
  const letters = told.some(({ id }) => id === plan.meeting) ? noLetters : await farewell(deps, plan);
  const unsent = await withheld(deps, plan, () => true);
  const tasks = await tasksClosed(deps, plan, 'all', actor.id);
  const suspended: Case = { ...one, state: 'suspended', closed: { on: dayOf(at) } };
  const about = { town: plan.town, subject: plan.id, at };
  return {
    put: [stopped, suspended, ...unsent, ...tasks, ...letters.messages, ...letters.tasks],
    outbox: [...letters.outbox, signal(about, monitoringOf(plan, plan.monitoring.period))],
  };
}

async function farewell(deps: Deps, plan: Plan) {
  const meeting = plan.meeting === undefined ? undefined : await deps.store.get('meeting', plan.town, plan.meeting);
  if (meeting === undefined || !isHeld(meeting)) return noLetters;
  const agencies = agenciesOf(plan, await deps.store.list('role', plan.town));
  return lettersToMembers(deps, meeting, 'cancel', {
    occasion: `afterwards-${String(plan.edition)}`,
    only: (one) => one.withdrawn === undefined && agencies.includes(one.agency),
  });
}
