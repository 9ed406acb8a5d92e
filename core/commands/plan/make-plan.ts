import * as z from 'zod';
import { otherBodyRefusal } from '../../case/home-town.ts';
import type { Case } from '../../case/model.ts';
import { frameworks } from '../../framework/frameworks.ts';
import { withoutConsent } from '../../framework/gate.ts';
import { caseIdSchema, roleIdSchema } from '../../ids.ts';
import type { Plan } from '../../plan/model.ts';
import { latestReview, stateOf } from '../../plan/rules.ts';
import type { Refused } from '../../refusal.ts';
import { refuse } from '../../result.ts';
import { rulesForMonitoring } from '../../settings/kept.ts';
import { settingsOf } from '../../settings/rules.ts';
import { addMonths, type Day, dayOf, jst } from '../../time.ts';
import { monitoringOf, signal } from '../../workflow/rules.ts';
import type { Command, Deps } from '../command.ts';
import { dayField, textsField } from '../fields.ts';
import { latestMeetingOf } from '../meeting/latest-meeting.ts';
import { locateForStaff } from '../locate.ts';
import { periodInput, readPeriod } from './period.ts';
import { activated } from './plan-activation.ts';
import { save } from '../save.ts';

const input = z.strictObject({
  case: caseIdSchema,
  goals: textsField,
  period: periodInput.optional(),
  /** 次回モニタリング予定日; three months on when left out. */
  review: dayField.optional(),
  /** Why the review is more than six months away. */
  reason: z.string().optional(),
  roles: z.array(roleIdSchema).default([]),
  /** The edition this is to be: one that somebody else made meanwhile is not overwritten. */
  version: z.number().int().optional(),
});
type Input = z.output<typeof input>;

/** Makes the plan (支援計画) of a case, or its next edition. */
export const makePlan: Command<typeof input> = {
  input,
  async run(deps, actor, said) {
    const located = await locateForStaff(deps, actor, 'case', said.case);
    if (!located.ok) return located;
    const one = located.value;
    const meeting = await latestMeetingOf(deps, one);
    if (meeting === undefined) return refuse({ code: 'unknown-meeting', id: said.case });
    const stored = await deps.store.get('plan', one.town, one.id);
    const refusal = await refusalOf(deps, { said, one, framework: meeting.framework, stored });
    if (refusal !== undefined) return refuse(refusal);

    const now = deps.clock.now();
    const plan = await newEdition(deps, said, stored, {
      town: one.town,
      meeting: meeting.id,
      framework: meeting.framework,
    });
    const about = { town: one.town, subject: one.id, at: now };
    const ended = stored === undefined ? [] : [signal(about, monitoringOf(stored, stored.monitoring.period))];
    const active = await activated(deps, plan, { ...one, state: 'planning' });
    return save(deps, actor, {
      command: 'plan',
      town: one.town,
      id: one.id,
      put: active.put,
      outbox: [...ended, ...active.outbox],
    });
  },
};

type Planned = {
  readonly said: Input;
  readonly one: Case;
  readonly framework: Plan['framework'];
  readonly stored: Plan | undefined;
};

async function refusalOf(deps: Deps, { said, one, framework, stored }: Planned): Promise<Refused | undefined> {
  const today = dayOf(deps.clock.now());
  const { version = Number.POSITIVE_INFINITY } = said;
  if (stored !== undefined && version <= stored.edition)
    return { code: 'stale-version', sent: version, stored: stored.edition };
  const unconsented = frameworks[framework].planForm === 'none' ? withoutConsent(framework, [one], today) : undefined;
  return (
    unconsented ??
    datesRefused(said, today) ??
    (await otherBodyRefusal(deps, one)) ??
    (await unknownRole(deps, said, one))
  );
}

// Common practice; no national text was found (law-and-programs.md §8).
const LONGEST_PLAN_MONTHS = 12;

function datesRefused({ review, period, reason = '' }: Input, today: Day): Refused | undefined {
  const { from, to } = readPeriod(period, today);
  if (to <= from || to > addMonths(from, LONGEST_PLAN_MONTHS))
    return { code: 'bad-date', field: '計画の期間（12か月まで）', received: `${from}〜${to}` };
  if (review === undefined) return undefined;
  if (review < today) return { code: 'too-late', date: jst(review, '0:00') };
  const limit = latestReview(from);
  return review <= limit || reason.trim() !== '' ? undefined : { code: 'review-too-far', review, limit };
}

async function unknownRole(deps: Deps, said: Input, one: Case): Promise<Refused | undefined> {
  const known = await Promise.all(said.roles.map((id) => deps.store.get('role', one.town, id)));
  const id = said.roles[known.indexOf(undefined)];
  return id === undefined ? undefined : { code: 'unknown-role', id };
}

function historyOf(stored: Plan | undefined): Pick<Plan, 'reports' | 'evaluations'> {
  return stored === undefined
    ? { reports: [], evaluations: [] }
    : { reports: stored.reports, evaluations: stored.evaluations };
}

/** Periods are counted on from edition to edition, so that a report keeps its period; one in which nobody reported is begun again. */
function periodAfter(stored: Plan | undefined): number {
  if (stored === undefined) return 1;
  const { period } = stored.monitoring;
  return stored.reports.some((report) => report.period === period) ? period + 1 : period;
}

async function newEdition(
  deps: Deps,
  said: Input,
  stored: Plan | undefined,
  from: Pick<Plan, 'town' | 'framework'> & { readonly meeting: NonNullable<Plan['meeting']> },
): Promise<Plan> {
  const settings = await settingsOf(deps, from.town);
  const period = readPeriod(said.period, dayOf(deps.clock.now()));
  const review: Day = said.review ?? addMonths(period.from, settings.monitoringMonths);
  return {
    kind: 'plan',
    id: said.case,
    version: stored?.version ?? 0,
    edition: (stored?.edition ?? 0) + 1,
    ...from,
    state: stateOf({ framework: from.framework }),
    goals: said.goals,
    period,
    roles: said.roles,
    monitoring: { period: periodAfter(stored), review, done: {}, rules: rulesForMonitoring(settings) },
    ...historyOf(stored),
  };
}
