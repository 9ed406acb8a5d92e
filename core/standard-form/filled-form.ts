import type { Actor } from '../access/model.ts';
import { mayOn } from '../access/on-record.ts';
import { isAtItsDesk, mayReadTown } from '../access/rules.ts';
import type { Case, Member } from '../case/model.ts';
import type { Deps } from '../commands/command.ts';
import type { TownCode } from '../ids.ts';
import type { Plan } from '../plan/model.ts';
import type { Refused } from '../refusal.ts';
import { ok, refuse, type Result } from '../result.ts';
import { type Day, dayOf } from '../time.ts';
import { consultationSlip } from './consultation-slip.ts';
import { evaluationSheet } from './evaluation-sheet.ts';
import { type FormName, type StandardForm, standardForms } from './model.ts';
import { planApplication } from './plan-application.ts';
import { familyOf, type PlanFacts } from './plan-facts.ts';

export type AskedForm = {
  readonly town: TownCode;
  readonly name: FormName;
  /** Of the case, or of the consultation. */
  readonly id: string;
  /** 世帯員番号 of the person it is about; the first whom the meeting discusses when left out. */
  readonly member?: string | undefined;
};

/** A 様式 filled from what is recorded now, for whoever may read the case or the consultation. Nothing of it is stored. */
export async function filledForm(deps: Deps, actor: Actor, asked: AskedForm): Promise<Result<StandardForm, Refused>> {
  if (asked.name === 'consultation-slip') return slip(deps, actor, asked);
  const one = await deps.store.get('case', asked.town, asked.id);
  if (one === undefined) return notThere(deps, actor, asked, 'unknown-case');
  if (!(await mayOn(deps, actor, one, 'read'))) return refuse({ code: 'forbidden' });
  const plan = await deps.store.get('plan', asked.town, asked.id);
  return plan === undefined ? refuse({ code: 'unknown-plan', id: asked.id }) : paperOf(deps, asked, { one, plan });
}

/** Whoever does not see every case of the town hears the same, whether there is such a number or not. */
async function notThere(
  deps: Deps,
  actor: Actor,
  { town: code, id }: Pick<AskedForm, 'town' | 'id'>,
  unknown: 'unknown-case' | 'unknown-consultation',
): Promise<Result<never, Refused>> {
  const town = await deps.store.get('town', deps.prefecture, code);
  return refuse(
    town !== undefined && mayReadTown(actor, town) && isAtItsDesk(actor, town)
      ? { code: unknown, id }
      : { code: 'forbidden' },
  );
}

type OfPlan = { readonly one: Case; readonly plan: Plan };

async function paperOf(
  deps: Deps,
  { name, member: wanted }: AskedForm,
  { one, plan }: OfPlan,
): Promise<Result<StandardForm, Refused>> {
  const family = familyOf(plan);
  if (family === undefined) return refuse({ code: 'bad-input', field: '様式', problem: notOfThisPlan(name) });
  const member = memberOf(one, wanted);
  if (member === undefined)
    return refuse({ code: 'unknown-member', id: wanted ?? '', known: one.members.map(({ id }) => id) });
  const facts = await factsOf(deps, one, { plan, member });
  return ok(name === 'plan-application' ? planApplication(facts, family) : evaluationSheet(facts, family));
}

const notOfThisPlan = (name: FormName) =>
  `この計画の会議の枠組み（生活保護）には、「${standardForms[name]}」の様式がありません。支援計画の画面を印刷して使ってください。`;

async function slip(deps: Deps, actor: Actor, { town, id }: AskedForm): Promise<Result<StandardForm, Refused>> {
  const one = await deps.store.get('consultation', town, id);
  if (one === undefined) return notThere(deps, actor, { town, id }, 'unknown-consultation');
  if (!(await mayOn(deps, actor, one, 'read'))) return refuse({ code: 'forbidden' });
  return ok(consultationSlip(one));
}

function memberOf({ members }: Case, wanted: string | undefined): Member | undefined {
  if (wanted !== undefined) return members.find(({ id }) => id === wanted);
  return members.find(({ covered }) => covered) ?? members[0];
}

type About = Pick<PlanFacts, 'plan' | 'member'>;

async function factsOf(deps: Deps, one: Case, { plan, member }: About): Promise<PlanFacts> {
  const [roles, agencies, metOn] = await Promise.all([
    deps.store.list('role', one.town),
    deps.store.list('agency', deps.prefecture),
    meetingDay(deps, plan),
  ]);
  return {
    ...{ one, member, plan, metOn },
    roles: roles.filter(({ id }) => plan.roles.includes(id)),
    today: dayOf(deps.clock.now()),
    agencyName: (id) => agencies.find((agency) => agency.id === id)?.name ?? id,
  };
}

/** Only a meeting that decides on plans stands on their papers. */
async function meetingDay({ store }: Deps, { town, meeting: id }: Plan): Promise<Day | undefined> {
  const meeting = id === undefined ? undefined : await store.get('meeting', town, id);
  if (meeting === undefined || !('appointment' in meeting) || meeting.appointment === undefined) return undefined;
  return meeting.framework.endsWith('-coordination') ? dayOf(meeting.appointment.startsAt) : undefined;
}
