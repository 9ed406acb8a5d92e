import type { Actor } from '../../access/model.ts';
import type { Case } from '../../case/model.ts';
import { isKeptByTax } from '../../consent/tax.ts';
import { frameworks } from '../../framework/frameworks.ts';
import { withoutConsent } from '../../framework/gate.ts';
import type { Meeting } from '../../meeting/model.ts';
import { officerOf } from '../../meeting/officer.ts';
import type { Plan } from '../../plan/model.ts';
import { planRestsOnConsent } from '../../plan/rules.ts';
import { supervisorOf } from '../../stages/supervisor.ts';
import type { Task } from '../../task/model.ts';
import { newTask } from '../../task/rules.ts';
import { dayOf } from '../../time.ts';
import type { Deps } from '../command.ts';
import { discussedIn } from './invitations.ts';
import { type Stopped, stoppedMeeting, stoppedPlan } from './stop.ts';

// Seen in the office only: whoever was invited hears 「中止」 and no reason.
export const WITHDRAWN = '同意の撤回';

/**
 * What a withdrawal does to what is under way (BRIEF §2.1, ADR 0016): where consent was the basis it stops at once, at whatever stage; of all
 * else the supervisor judges whether it goes on. Whatever does not discuss the member goes on as it is.
 */
export async function afterWithdrawal(deps: Deps, actor: Actor, one: Case): Promise<Stopped> {
  const all = await deps.store.list('meeting', one.town);
  const open = all.filter(
    (meeting) => meeting.cases.includes(one.id) && isOpen(meeting) && lacksConsent(deps, meeting, one),
  );
  const stopping = open.filter(restsOnConsent);
  const plan = await deps.store.get('plan', one.town, one.id);
  const after: Stopped[] = [];
  for (const meeting of stopping) after.push(await stoppedMeeting(deps, actor, meeting, WITHDRAWN));
  for (const meeting of open.filter((each) => !stopping.includes(each))) after.push(await asked(deps, one, meeting));
  if (plan !== undefined && plan.state !== 'closed' && concerns(deps, plan, one))
    after.push(await afterWithdrawalFromPlan(deps, actor, { plan, one }, { all, stopping }));
  return joined(after, one);
}

type Meetings = { readonly all: readonly Meeting[]; readonly stopping: readonly Meeting[] };

async function afterWithdrawalFromPlan(
  deps: Deps,
  actor: Actor,
  { plan, one }: { readonly plan: Plan; readonly one: Case },
  { all, stopping }: Meetings,
): Promise<Stopped> {
  const meeting = all.find(({ id }) => id === plan.meeting);
  const rests = planRestsOnConsent(plan) && meeting?.emergency !== true;
  return rests ? stoppedPlan(deps, actor, { plan, one, reason: WITHDRAWN }, stopping) : asked(deps, one, plan, meeting);
}

/** The case as it ends up, once: the plan may have changed its state besides. */
function joined(after: readonly Stopped[], one: Case): Stopped {
  const put = after.flatMap((each) => each.put);
  const changed = put.some(({ kind }) => kind === 'case') ? [] : [one];
  return { put: [...changed, ...put], outbox: after.flatMap(({ outbox }) => outbox) };
}

const over: readonly Meeting['state'][] = ['completed', 'cancelled', 'declined', 'elsewhere'];
const isOpen = ({ state }: Meeting) => !over.includes(state);

function lacksConsent(deps: Deps, meeting: Meeting, one: Case): boolean {
  const { framework, invitations } = meeting;
  const drafted = meeting.state === 'drafted' ? (meeting.draft?.invitations ?? []) : [];
  const discussed = discussedIn([...invitations, ...drafted]);
  return withoutConsent(framework, [one], dayOf(deps.clock.now()), { discussed }) !== undefined;
}

/** An emergency, a ground or a reason carries a meeting without consent. */
function restsOnConsent({ framework, emergency }: Meeting): boolean {
  return frameworks[framework].consent === 'required' && !emergency;
}

function concerns(deps: Deps, { framework }: Plan, one: Case): boolean {
  return withoutConsent(framework, [one], dayOf(deps.clock.now())) !== undefined;
}

async function asked(deps: Deps, one: Case, subject: Meeting | Plan, from?: Meeting): Promise<Stopped> {
  const officer = one.worker ?? keeperOf(subject.kind === 'meeting' ? subject : from);
  const person = subject.kind === 'meeting' ? (keeperOf(subject) ?? officer) : officer;
  if (person === undefined) return { put: [], outbox: [] };
  return { put: [await withdrawalTask(deps, subject, person)], outbox: [] };
}

const keeperOf = (meeting: Meeting | undefined) =>
  meeting === undefined ? undefined : (officerOf(meeting) ?? meeting.requestedBy);

async function withdrawalTask(deps: Deps, subject: Meeting | Plan, officer: Task['for']): Promise<Task> {
  const { kind, town, id } = subject;
  const now = deps.clock.now();
  return newTask({
    town,
    taskKind: 'consent-withdrawn',
    for: await supervisorOf(deps, town, officer, subject.kind === 'meeting' ? subject.cases : [id]),
    about: id,
    subject: { kind, id },
    openedAt: now,
    occasion: now,
  });
}

/** A meeting about a household that is known by its tax data alone has lost what let it leave the town: the supervisor judges. */
export async function afterTaxWithdrawal(deps: Deps, one: Case): Promise<readonly Task[]> {
  if (!isKeptByTax(one, dayOf(deps.clock.now()))) return [];
  const open = (await deps.store.list('meeting', one.town)).filter(
    (each) => each.cases.includes(one.id) && isOpen(each),
  );
  const tasks = await Promise.all(open.map(async (meeting) => (await asked(deps, one, meeting)).put));
  return tasks.flat().filter((record) => record.kind === 'task');
}
