import * as z from 'zod';
import { frameworks } from '../../framework/frameworks.ts';
import { caseIdSchema } from '../../ids.ts';
import type { HeldMeeting } from '../../meeting/model.ts';
import { isHeld } from '../../meeting/recording.ts';
import type { Plan } from '../../plan/model.ts';
import { stateOf, planStateWord } from '../../plan/rules.ts';
import type { Refused } from '../../refusal.ts';
import { refuse } from '../../result.ts';
import { addMonths, type Day, dayOf } from '../../time.ts';
import { recordingOf, signal } from '../../workflow/rules.ts';
import type { Command, Deps } from '../command.ts';
import { dayField } from '../fields.ts';
import { hostItself } from '../locate-as-host.ts';
import { consentGone, planAndCase } from './plan-and-case.ts';
import { type Activated, activated } from './plan-activation.ts';
import { tasksClosed } from '../task/tasks-closed.ts';
import { save } from '../save.ts';

const input = z.strictObject({ plan: caseIdSchema, on: dayField.optional() });

/** 支援決定・確認: the municipality's own act after the meeting; a contractor cannot do it (law-and-programs.md R4). */
export const decidePlan: Command<typeof input> = {
  input,
  async run(deps, actor, said) {
    const located = await planAndCase(deps, actor, said.plan);
    if (!located.ok) return located;
    const { plan, one } = located.value;
    const officer = await hostItself(deps, actor, plan.town);
    if (!officer.ok) return officer;
    const today = dayOf(deps.clock.now());
    const refusal = refusalOf(plan) ?? consentGone(plan, one, today) ?? notYet(said.on, today);
    if (refusal !== undefined) return refuse(refusal);

    const decided: Plan = { ...plan, decided: { on: said.on ?? today, by: officer.value.id } };
    const active = await activated(deps, { ...decided, state: stateOf(decided) }, one);
    const after = await afterDecision(deps, decided, actor.id);
    const put = [...active.put, ...after.put];
    const outbox = [...active.outbox, ...after.outbox];
    return save(deps, actor, { command: 'decide', town: plan.town, id: plan.id, put, outbox });
  },
};

/** A decision may be dated to the first of the coming month, not to another year by a slip of the pen. */
function notYet(on: Day | undefined, today: Day): Refused | undefined {
  const far = on !== undefined && on > addMonths(today, 1);
  const why = '1か月より先です。支援決定をした日を書いてください。';
  return far ? { code: 'bad-date', field: 'on', received: on, why } : undefined;
}

function refusalOf(plan: Plan): Refused | undefined {
  if (plan.state === 'closed') return { code: 'already-closed', state: planStateWord(plan) };
  const { personConfirms, supportDecision } = frameworks[plan.framework];
  if (personConfirms && plan.confirmed === undefined) return { code: 'not-confirmed', what: '本人確認' };
  const open = supportDecision && plan.decided === undefined;
  return open ? undefined : { code: 'wrong-state', state: planStateWord(plan) };
}

/** The meeting that waited for the decision is complete, its chasers are done, and its run ends. */
async function afterDecision(deps: Deps, plan: Plan, by: string): Promise<Pick<Activated, 'put' | 'outbox'>> {
  const meeting = await meetingDone(deps, plan);
  if (meeting === undefined) return { put: [], outbox: [] };
  const tasks = await tasksClosed(deps, meeting, ['decision', 'overdue'], by);
  const about = { town: plan.town, subject: plan.id, at: deps.clock.now() };
  return { put: [meeting, ...tasks], outbox: [signal(about, recordingOf(meeting))] };
}

/** The meeting that waited for this decision, now complete; undefined while it still waits for its minutes or another plan. */
async function meetingDone(deps: Deps, plan: Plan): Promise<HeldMeeting | undefined> {
  const meeting = plan.meeting === undefined ? undefined : await deps.store.get('meeting', plan.town, plan.meeting);
  if (meeting === undefined || !isHeld(meeting) || meeting.state !== 'deciding') return undefined;
  const others = meeting.cases.filter((id) => id !== plan.id);
  const plans = await Promise.all(others.map((id) => deps.store.get('plan', plan.town, id)));
  const waits = plans.some((other) => other?.meeting !== meeting.id || other.decided === undefined);
  const { lateness: _lateness, ...rest } = meeting;
  return waits ? undefined : { ...rest, state: 'completed' };
}
