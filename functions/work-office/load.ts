import { isToldTo } from '../../core/access/on-record.ts';
import { hiddenFrom } from '../../core/access/sight.ts';
import { mayReadTown, staffOf } from '../../core/access/rules.ts';
import { standingsOf } from '../../core/case/standing.ts';
import { sameHouseholds } from '../../core/case/same-household.ts';
import { lapsesOf } from '../../core/body/rhythm.ts';
import { bodiesFor, bodyOf, usualBody } from '../../core/body/rules.ts';
import type { Deps } from '../../core/commands/command.ts';
import { otherBodyRefusal } from '../../core/case/home-town.ts';
import { codeOwner } from '../../core/commands/reply/enter-papers-code.ts';
import { mayGoElsewhere } from '../../core/commands/request/take-elsewhere.ts';
import type { Case } from '../../core/case/model.ts';
import type { Meeting } from '../../core/meeting/model.ts';
import { partKey } from '../../core/meeting/together.ts';
import { standingParts } from '../../core/message/parts.ts';
import type { Refused } from '../../core/refusal.ts';
import { ok, refuse, type Result } from '../../core/result.ts';
import { openDates } from '../../core/series/open-dates.ts';
import { settingsOf } from '../../core/settings/rules.ts';
import { isAboutAny, openTasks } from '../../core/task/rules.ts';
import { dayOf } from '../../core/time.ts';
import type { CaseView } from './case/case-view.ts';
import type { MeetingView } from './meeting/meeting-view.ts';
import type { Office } from './office.ts';
import type { PlanView } from './plan/plan-view.ts';
import type { TownView } from './town/town-view.ts';

type Loaded<View> = Promise<Result<View, Refused>>;

export async function loadTown(deps: Deps, { actor, town, host, now }: Office): Promise<TownView> {
  const { store } = deps;
  const [tasks, meetings, cases, plans, bodies, lapses, settings, hidden] = await Promise.all([
    store.list('task', town.id),
    store.list('meeting', town.id),
    store.list('case', town.id),
    store.list('plan', town.id),
    bodiesFor(deps, town.id, dayOf(now)),
    lapsesOf(deps, [host], dayOf(now)),
    settingsOf(deps, town.id),
    hiddenFrom(deps, actor, town),
  ]);
  const own = lapses.filter(({ body }) => bodies.some(({ id }) => id === body.id));
  const open = tasks.filter((task) => task.done === undefined && !isAboutAny(task, hidden));
  const seen = cases.filter(({ id }) => !hidden.has(id));
  return {
    tasks: open,
    meetings,
    cases: seen,
    standings: standingsOf(seen, { meetings, plans, tasks: open }, settings, dayOf(now)),
    plans: plans.filter(({ id }) => !hidden.has(id)),
    bodies,
    lapses: own,
    settings,
  };
}

/** The next free number in the manner of the last one: `C-7` after `C-6`. A proposal; people may write their own. */
export function nextId(prefix: string, taken: readonly { readonly id: string }[]): string {
  const numbers = taken.map(({ id }) => Number(/(\d+)$/.exec(id)?.[1] ?? 0));
  return `${prefix}-${String(Math.max(0, ...numbers) + 1)}`;
}

export async function loadCase(deps: Deps, { actor, town, towns }: Office, id: string): Loaded<CaseView> {
  const one = await deps.store.get('case', town.id, id);
  if (one === undefined) return refuse({ code: 'unknown-case', id });
  const [consultation, all, plan, tasks, cases, people, hidden] = await Promise.all([
    one.consultation === undefined ? undefined : deps.store.get('consultation', town.id, one.consultation),
    deps.store.list('meeting', town.id),
    deps.store.get('plan', town.id, id),
    openTasks(deps, town.id, id),
    deps.store.list('case', town.id),
    deps.store.list('person', deps.prefecture),
    hiddenFrom(deps, actor, town),
  ]);
  const meetings = all.filter((meeting) => meeting.cases.includes(one.id));
  return ok({
    one,
    consultation: consultation === undefined || hidden.has(consultation.id) ? undefined : consultation,
    meetings,
    plan,
    tasks: tasks.filter(({ subject }) => subject.kind === 'case'),
    suggestedMeeting: nextId('M', all),
    twins: sameHouseholds(
      one,
      cases.filter(({ id: other }) => !hidden.has(other)),
    ),
    people: people.filter((person) => mayReadTown(staffOf(person), town)),
    dates: await openDates(deps, town.id),
    around: { towns, people, otherBody: (await otherBodyRefusal(deps, one)) !== undefined },
  });
}

/** Cases of this town's people that another town keeps, and that they agreed it hears of. */
export async function loadHomeCases({ store }: Deps, { town }: Office): Promise<readonly Case[]> {
  const pointers = await store.list('home-case', town.id);
  const cases = await Promise.all(pointers.map(({ at, case: id }) => store.get('case', at, id)));
  return cases.filter((one) => one !== undefined).filter((one) => isToldTo(one, town.id));
}

/** With whom it will share the sitting: nobody once it is off or over, and none that is. */
async function partsBeside(deps: Deps, meeting: Meeting): Promise<readonly Meeting[]> {
  const standing = await standingParts(deps, meeting);
  const others = standing.filter((part) => partKey(part) !== partKey(meeting));
  return others.length < standing.length ? others : [];
}

/** Only codes that staff issued: those in a mail are the agency's own. */
function handedCodes({ secrets, clock }: Deps, meeting: Meeting): ReadonlyMap<string, string> {
  const handed = meeting.invitations.flatMap((invitation) => {
    const { code, agency } = invitation;
    if (code?.handedBy === undefined || clock.now() >= code.expiresAt) return [];
    return [[agency, secrets.code(codeOwner(meeting, invitation), code.issuedAt)] as const];
  });
  return new Map(handed);
}

export async function loadMeeting(deps: Deps, { town, now }: Office, id: string): Loaded<MeetingView> {
  const meeting = await deps.store.get('meeting', town.id, id);
  if (meeting === undefined) return refuse({ code: 'unknown-meeting', id });
  const [cases, all, roles, messages, received, tasks, settings, body, bodies] = await Promise.all([
    Promise.all(meeting.cases.map((one) => deps.store.get('case', town.id, one))),
    deps.store.list('meeting', town.id),
    deps.store.list('role', town.id),
    deps.store.list('message', town.id, `${id}/`),
    deps.store.list('received', town.id, `${id}/`),
    deps.store.list('task', town.id, `${id}/`),
    settingsOf(deps, town.id),
    bodyOf(deps, meeting),
    bodiesFor(deps, town.id, dayOf(now)),
  ]);
  return ok({
    meeting,
    beside: await partsBeside(deps, meeting),
    cases: cases.filter((one) => one !== undefined),
    tasks: tasks.filter(({ done }) => done === undefined),
    handled: tasks.filter(({ done }) => done !== undefined),
    messages,
    received,
    roles: roles.filter((role) => role.meeting === meeting.id),
    settings,
    body,
    bodies: bodies.filter(({ framework }) => framework === meeting.framework),
    dates: mayGoElsewhere(meeting) ? await openDates(deps, town.id) : [],
    codes: handedCodes(deps, meeting),
    suggestedMeeting: nextId('M', all),
    approval: await waitsForApproval(deps, meeting),
    follows: all.some(
      (other) =>
        other.id !== meeting.id && 'records' in other && other.cases.some((one) => meeting.cases.includes(one)),
    ),
  });
}

/** Whether its body requires 決裁, as far as is known before somebody convenes. */
async function waitsForApproval(deps: Deps, { town, framework, emergency }: Meeting): Promise<boolean> {
  const body = await usualBody(deps, town, framework, dayOf(deps.clock.now()));
  return body?.approval === true && !emergency;
}

export async function loadPlan(deps: Deps, { town }: Office, id: string): Loaded<PlanView> {
  const one = await deps.store.get('case', town.id, id);
  if (one === undefined) return refuse({ code: 'unknown-case', id });
  const [plan, all, meetings, tasks] = await Promise.all([
    deps.store.get('plan', town.id, id),
    deps.store.list('role', town.id),
    deps.store.list('meeting', town.id),
    openTasks(deps, town.id, id),
  ]);
  const about = new Set<Meeting['id']>(
    meetings.filter(({ cases }) => cases.includes(one.id)).map((meeting) => meeting.id),
  );
  const roles = all.filter((role) => about.has(role.meeting));
  return ok({ one, plan, roles, tasks: tasks.filter(({ subject }) => subject.kind !== 'case') });
}
