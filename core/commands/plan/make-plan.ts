import * as z from 'zod';
import { otherBodyRefusal } from '../../case/home-town.ts';
import { type Case, caseStates } from '../../case/model.ts';
import { takesNoMeeting } from '../../case/rules.ts';
import { withoutConsent } from '../../framework/gate.ts';
import { caseIdSchema, roleIdSchema } from '../../ids.ts';
import type { Plan } from '../../plan/model.ts';
import { latestReview, planRestsOnConsent } from '../../plan/rules.ts';
import type { Refused } from '../../refusal.ts';
import { ok, refuse } from '../../result.ts';
import { addMonths, type Day, dayInJapanese, dayOf, jst } from '../../time.ts';
import { monitoringOf, signal } from '../../workflow/rules.ts';
import type { Command, Deps } from '../command.ts';
import { dayField, textsField } from '../fields.ts';
import { overRefusal } from '../case/cases-of.ts';
import { latestMeetingOf, meetingMissing } from '../meeting/latest-meeting.ts';
import { locateForStaff } from '../locate.ts';
import { isSaidAgain, newEdition } from './edition.ts';
import { periodInput, readPeriod } from './period.ts';
import { activated } from './plan-activation.ts';
import { save } from '../save.ts';
import { tasksClosed } from '../task/tasks-closed.ts';

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
    if (meeting === undefined) return refuse(overRefusal([one]) ?? (await meetingMissing(deps, one)));
    const stored = await deps.store.get('plan', one.town, one.id);
    const { id: held, framework } = meeting;
    const plan = await newEdition(deps, said, stored, { town: one.town, meeting: held, framework });
    // Sent twice, the plan stays as it is: a second edition would ask the person and the municipality all over again.
    if (isSaidAgain(plan, stored, { said, one })) return ok({ town: one.town, id: one.id });
    const refusal = await refusalOf(deps, { said, one, framework, stored });
    if (refusal !== undefined) return refuse(refusal);

    const now = deps.clock.now();
    const about = { town: one.town, subject: one.id, at: now };
    const ended = stored === undefined ? [] : [signal(about, monitoringOf(stored, stored.monitoring.period))];
    const active = await activated(deps, plan, { ...one, state: 'planning' });
    // Whether one is needed is answered by making one.
    const answered = await tasksClosed(deps, one, ['plan-need'], actor.id);
    return save(deps, actor, {
      command: 'plan',
      town: one.town,
      id: one.id,
      put: [...active.put, ...answered],
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
  return (
    staleEdition(said, stored) ??
    ended(one, stored) ??
    unconsented(one, framework, today) ??
    datesRefused(said, today) ??
    (await otherBodyRefusal(deps, one)) ??
    (await unknownRole(deps, said, one))
  );
}

function staleEdition({ version }: Input, stored: Plan | undefined): Refused | undefined {
  const edition = stored?.edition ?? 0;
  if (version === undefined || version === edition + 1) return undefined;
  return { code: 'stale-version', sent: version, stored: edition };
}

/** Support that ended is not begun again by a page that lay open meanwhile. */
function ended(one: Case, stored: Plan | undefined): Refused | undefined {
  if (stored?.state !== 'closed' || !takesNoMeeting(one)) return undefined;
  return { code: 'already-closed', state: caseStates[one.state] };
}

/** Needed to make a plan already, not only to confirm it: one made without would be read by everybody with a role in it (BRIEF §2.1). */
function unconsented(one: Case, framework: Plan['framework'], today: Day): Refused | undefined {
  const lacking = planRestsOnConsent({ framework }) ? withoutConsent(framework, [one], today) : undefined;
  return lacking === undefined ? undefined : { ...lacking, of: 'plan' };
}

// Common practice; no national text was found (law-and-programs.md §8).
const LONGEST_PLAN_MONTHS = 12;

function datesRefused({ review, period, reason = '' }: Input, today: Day): Refused | undefined {
  const { from, to } = readPeriod(period, today);
  const last = addMonths(from, LONGEST_PLAN_MONTHS);
  const why = `使えません。計画は12か月までです。初日（${dayInJapanese(from)}）より後、${dayInJapanese(last)}までの日にしてください。`;
  if (to <= from || to > last) return { code: 'bad-date', field: 'period.to', received: to, why };
  return review === undefined
    ? undefined
    : reviewRefused(review, { from, last, today, isReasoned: reason.trim() !== '' });
}

type Around = { readonly from: Day; readonly last: Day; readonly today: Day; readonly isReasoned: boolean };

/** Later than the longest plan lasts, nothing is left to look at, whatever the reason. */
function reviewRefused(review: Day, { from, last, today, isReasoned }: Around): Refused | undefined {
  if (review < today) return { code: 'too-late', date: jst(review, '0:00') };
  if (review > last) return { code: 'review-too-far', review, limit: last, evenWithReason: true };
  const limit = latestReview(from);
  return review <= limit || isReasoned ? undefined : { code: 'review-too-far', review, limit };
}

async function unknownRole(deps: Deps, said: Input, one: Case): Promise<Refused | undefined> {
  const known = await Promise.all(said.roles.map((id) => deps.store.get('role', one.town, id)));
  const id = said.roles[known.indexOf(undefined)];
  return id === undefined ? undefined : { code: 'unknown-role', id };
}
