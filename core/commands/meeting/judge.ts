import { planStateWord } from '../../plan/rules.ts';
import * as z from 'zod';
import type { Actor, Staff } from '../../access/model.ts';
import type { Case } from '../../case/model.ts';
import { lackingIn } from '../../framework/gate.ts';
import { caseIdSchema, meetingIdSchema, type TownCode } from '../../ids.ts';
import { type Judgement, type Meeting, meetingStates } from '../../meeting/model.ts';
import type { Plan } from '../../plan/model.ts';
import type { Refused } from '../../refusal.ts';
import { ok, refuse, type Result } from '../../result.ts';
import { openTasks } from '../../task/rules.ts';
import { dayOf } from '../../time.ts';
import { basisAfter, basisInput, plannedFor, refsOf } from './basis.ts';
import { casesOf } from '../case/cases-of.ts';
import type { Command, Deps, Done } from '../command.ts';
import { textField } from '../fields.ts';
import { locateForStaff } from '../locate.ts';
import { postedAfterJudgement } from '../outbox/awaits-judgement.ts';
import { planAndCase } from '../plan/plan-and-case.ts';
import { save } from '../save.ts';
import { stoppedMeeting, stoppedPlan } from './stop.ts';
import { tasksClosed } from '../task/tasks-closed.ts';

const input = z
  .strictObject({
    meeting: meetingIdSchema.optional(),
    /** Id of the case whose plan is judged. */
    plan: caseIdSchema.optional(),
    decision: z.enum(['続ける', '止める']),
    reason: textField,
    ground: basisInput.ground,
    /** For whom it goes on without consent, as ids of members; everybody without one when left out. */
    members: z.array(z.string()).optional(),
  })
  .refine(
    ({ meeting, plan }) => (meeting === undefined) !== (plan === undefined),
    '会議か支援計画のどちらか一つを選んでください。',
  );
type Input = z.output<typeof input>;

const ASKED = ['consent-withdrawn', 'consent-waiver'] as const;

/**
 * 査察指導員の判断 (BRIEF §1, §2.1): whether a meeting or a plan goes on without somebody's consent, or stops. What was judged is kept with its
 * reason; the invited hear only 「中止」.
 */
export const judge: Command<typeof input> = {
  input,
  async run(deps, actor, said) {
    if (said.meeting !== undefined) return judgeMeeting(deps, actor, said.meeting, said);
    return said.plan === undefined ? refuse({ code: 'unknown-plan', id: '' }) : judgePlan(deps, actor, said.plan, said);
  },
};

async function judgeMeeting(deps: Deps, actor: Actor, id: Meeting['id'], said: Input): Promise<Result<Done, Refused>> {
  const located = await locateForStaff(deps, actor, 'meeting', id);
  if (!located.ok) return located;
  const meeting = located.value;
  const { town, state } = meeting;
  const judging = await judgeOf(deps, actor, town, id);
  if (!judging.ok) return judging;
  if (over.includes(state)) return judgeLate(deps, judging.value, meeting, said);
  if (said.decision === '止める') {
    const stopped = await stoppedMeeting(deps, actor, meeting, said.reason);
    return save(deps, actor, { command: 'judge', town, id, ...stopped });
  }
  const found = await casesOf(deps, actor, meeting.cases);
  if (!found.ok) return found;
  const judged = await goingOn(deps, judging.value, { meeting, cases: found.value.cases }, said);
  const put = [judged, ...(await tasksClosed(deps, meeting, ASKED, actor.id))];
  const outbox = await postedAfterJudgement(deps, judged);
  return save(deps, actor, { command: 'judge', town, id, put, outbox });
}

const over: readonly Meeting['state'][] = ['completed', 'cancelled', 'declined'];
/** Nothing is left to stop; what was asked while it went on is still answered, and the answer kept. */
async function judgeLate(deps: Deps, by: Staff, meeting: Meeting, said: Input): Promise<Result<Done, Refused>> {
  const { town, id, state } = meeting;
  const tasks = await tasksClosed(deps, meeting, ASKED, by.id);
  if (tasks.length === 0) return refuse({ code: 'already-closed', state: meetingStates[state] });
  const judgements = [...(meeting.judgements ?? []), judgementOf(deps, by, said, said.members ?? [])];
  return save(deps, by, { command: 'judge', town, id, put: [{ ...meeting, judgements }, ...tasks] });
}

type Judged = { readonly meeting: Meeting; readonly cases: readonly Case[] };

async function goingOn(deps: Deps, by: Staff, { meeting, cases }: Judged, said: Input): Promise<Meeting> {
  const reason = meeting.reason ?? said.reason;
  const basis = basisAfter(meeting, { ground: said.ground, reason, emergency: false, danger: [] });
  const members = said.members === undefined ? await allLacking(deps, meeting, cases) : named(said.members, cases);
  const judgements = [...(meeting.judgements ?? []), judgementOf(deps, by, said, members)];
  return { ...meeting, ...basis, judgements };
}

async function judgePlan(deps: Deps, actor: Actor, id: Plan['id'], said: Input): Promise<Result<Done, Refused>> {
  const located = await planAndCase(deps, actor, id);
  if (!located.ok) return located;
  const { plan, one } = located.value;
  const { town } = plan;
  const judging = await judgeOf(deps, actor, town, id);
  if (!judging.ok) return judging;
  if (plan.state === 'closed') return refuse({ code: 'already-closed', state: planStateWord(plan) });
  if (said.decision === '止める') {
    const stopped = await stoppedPlan(deps, actor, { plan, one, reason: said.reason }, []);
    return save(deps, actor, { command: 'judge', town, id, ...stopped });
  }
  const members =
    said.members === undefined ? refsOf(lackingIn([one], dayOf(deps.clock.now()))) : named(said.members, [one]);
  const judged = { ...plan, judgements: [...(plan.judgements ?? []), judgementOf(deps, judging.value, said, members)] };
  const put = [judged, ...(await tasksClosed(deps, plan, ASKED, actor.id))];
  return save(deps, actor, { command: 'judge', town, id, put });
}

/** The supervisor judges; where none is registered, whoever was given the task of a withdrawal. Nobody else (BRIEF §1). */
async function judgeOf(deps: Deps, actor: Actor, town: TownCode, subject: string): Promise<Result<Staff, Refused>> {
  if (actor.kind !== 'staff') return refuse({ code: 'forbidden' });
  if (actor.role === 'supervisor') return ok(actor);
  const asked = (await openTasks(deps, town, subject)).filter((task) => task.taskKind === 'consent-withdrawn');
  return asked.some((task) => task.for === actor.id) ? ok(actor) : refuse({ code: 'not-supervisor' });
}

async function allLacking(deps: Deps, meeting: Meeting, cases: readonly Case[]): Promise<readonly string[]> {
  const today = dayOf(deps.clock.now());
  const held = 'appointment' in meeting ? meeting.appointment?.startsAt : undefined;
  return refsOf(
    lackingIn(cases, today, await plannedFor(deps, held === undefined ? today : dayOf(held), meeting.invitations)),
  );
}

/** Members as people name them, `A` or `C-1/A`, each with its case. */
function named(members: readonly string[], cases: readonly Case[]): readonly string[] {
  const refs = cases.flatMap((one) =>
    one.members.map((member) => ({ short: member.id, ref: `${one.id}/${member.id}` })),
  );
  return refs.filter(({ short, ref }) => members.some((one) => one === short || one === ref)).map(({ ref }) => ref);
}

function judgementOf(deps: Deps, by: Staff, { reason, decision }: Input, members: readonly string[]): Judgement {
  return { goesOn: decision === '続ける', members: [...members], reason, by: by.id, at: deps.clock.now() };
}
