import * as z from 'zod';
import type { Actor } from '../../access/model.ts';
import { type Case, caseStates } from '../../case/model.ts';
import { withChange } from '../../case/rules.ts';
import { defined } from '../../defined.ts';
import { caseIdSchema } from '../../ids.ts';
import { type Evaluation, outcomeSchema, type Plan } from '../../plan/model.ts';
import { latestReview, planStateWord, reviewAfter } from '../../plan/rules.ts';
import type { Refused } from '../../refusal.ts';
import { refuse } from '../../result.ts';
import { rulesForMonitoring } from '../../settings/kept.ts';
import { settingsOf } from '../../settings/rules.ts';
import { addMonths, type Day, dayOf, type Instant, jst } from '../../time.ts';
import { monitoringOf, signal, startMonitoring } from '../../workflow/rules.ts';
import { endingsAhead } from '../consent/ending-consents.ts';
import { afterClosing } from './closing.ts';
import type { Command, Deps } from '../command.ts';
import { dayField, textField } from '../fields.ts';
import { planAndCase } from './plan-and-case.ts';
import { tasksClosed } from '../task/tasks-closed.ts';
import { save } from '../save.ts';

const input = z.strictObject({
  plan: caseIdSchema,
  /** 見られた変化. */
  changes: textField,
  outcome: outcomeSchema,
  /** つなぎ先, and who watches over after closing. */
  handover: z.string().optional(),
  watch: z.string().optional(),
  /** 引継ぎメモ: all that whoever watches over may read. */
  note: z.string().optional(),
  review: dayField.optional(),
});

/** Ends the running monitoring period with an evaluation (評価): the next period begins, or the plan ends. Only people end it. */
export const evaluatePlan: Command<typeof input> = {
  input,
  async run(deps, actor, said) {
    const located = await planAndCase(deps, actor, said.plan);
    if (!located.ok) return located;
    const { plan, one } = located.value;
    if (plan.state !== 'active') return refuse({ code: 'wrong-state', state: planStateWord(plan) });

    const now = deps.clock.now();
    const settings = await settingsOf(deps, plan.town);
    const review = said.review ?? nextReview(plan, settings.monitoringMonths, dayOf(now));
    const refusal = reviewRefusal(said.review, dayOf(now));
    if (refusal !== undefined) return refuse(refusal);

    const { changes, outcome, handover } = said;
    const { period } = plan.monitoring;
    const evaluation: Evaluation = { period, changes, outcome, handover, at: now, by: actor.id };
    const evaluated = afterwards({ ...plan, evaluations: [...plan.evaluations, evaluation] }, outcome, {
      review,
      rules: rulesForMonitoring(settings),
    });
    const next = caseAfter(one, said, now, actor.id);
    const after = next.closed === undefined ? await goingOn(deps, plan, actor) : await afterClosing(deps, actor, next);
    const about = { town: plan.town, subject: plan.id, at: now };
    const outbox = [signal(about, monitoringOf(plan, plan.monitoring.period))];
    const started = evaluated.state === 'active' ? [startMonitoring(evaluated, now), ...endingsAhead(deps, one)] : [];
    const put = [evaluated, next, ...after.put];
    return save(deps, actor, {
      command: 'evaluate',
      town: plan.town,
      id: plan.id,
      put,
      outbox: [...outbox, ...started, ...after.outbox],
    });
  },
};

function reviewRefusal(review: Day | undefined, today: Day): Refused | undefined {
  const limit = latestReview(today);
  if (review === undefined) return undefined;
  if (review < today) return { code: 'too-late', date: jst(review, '0:00') };
  return review > limit ? { code: 'review-too-far', review, limit, evenWithReason: true } : undefined;
}

/** The next anniversary; counted from today when the evaluation came so late that it would be over already. */
function nextReview(plan: Plan, months: number, today: Day): Day {
  const next = reviewAfter(plan, months);
  return next > today ? next : addMonths(today, months);
}

type Next = Pick<Plan['monitoring'], 'review' | 'rules'>;

function afterwards(plan: Plan, outcome: z.output<typeof outcomeSchema>, next: Next): Plan {
  const goesOn = outcome === '継続' || outcome === '再会議' || outcome === '再プラン';
  const { lateness: _lateness, ...monitoring } = plan.monitoring;
  if (!goesOn) return { ...plan, state: 'closed', monitoring };
  return { ...plan, monitoring: { period: plan.monitoring.period + 1, ...next, done: {} } };
}

const endings = { 中断: 'suspended', 終結: 'closed', 保護廃止: 'protection-ended' } as const;

function caseAfter(one: Case, said: z.output<typeof input>, at: Instant, by: string): Case {
  const { outcome, handover, watch, note } = said;
  const { closed: _closed, ...open } = one;
  if (outcome === '継続' || outcome === '再会議') return { ...open, state: 'supported' };
  if (outcome === '再プラン') return { ...open, state: 'planning' };
  const trace = { at, by, of: 'state', was: caseStates[one.state], is: outcome, reason: said.changes } as const;
  const closed = { on: dayOf(at), ...defined({ handover, watch, note }) };
  return withChange({ ...one, state: endings[outcome], closed }, trace);
}

/** The period is over, and so is what was asked for it. */
async function goingOn(deps: Deps, plan: Plan, actor: Actor) {
  return { put: await tasksClosed(deps, plan, 'all', actor.id), outbox: [] };
}
