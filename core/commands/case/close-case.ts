import * as z from 'zod';
import { type Case, caseStates } from '../../case/model.ts';
import { withChange } from '../../case/rules.ts';
import { defined } from '../../defined.ts';
import { caseIdSchema } from '../../ids.ts';
import { refuse } from '../../result.ts';
import { dayOf } from '../../time.ts';
import { afterClosing, endsSupport, planClosed } from '../plan/closing.ts';
import type { Command } from '../command.ts';
import { evaluatePlan } from '../plan/evaluate-plan.ts';
import { textField } from '../fields.ts';
import { locateForStaff } from '../locate.ts';
import { save } from '../save.ts';

const ends = { 終結: 'closed', 中断: 'suspended', 保護廃止: 'protection-ended' } as const;
export const outcomesOfClosing = ['終結', '中断', '保護廃止'] as const satisfies readonly (keyof typeof ends)[];
const input = z.strictObject({
  case: caseIdSchema,
  outcome: z.enum(outcomesOfClosing),
  reason: textField,
  /** つなぎ先. */
  handover: z.string().optional(),
  /** 見守り担当: an agency, or somebody in words; what they may read is the note. */
  watch: z.string().optional(),
  note: z.string().optional(),
});

/** Ends the support of a case, with or without a plan; a running plan is evaluated with the same words. */
export const closeCase: Command<typeof input> = {
  input,
  async run(deps, actor, said) {
    const located = await locateForStaff(deps, actor, 'case', said.case);
    if (!located.ok) return located;
    const before = located.value;
    const { case: id, outcome, reason, ...last } = said;
    const plan = await deps.store.get('plan', before.town, before.id);
    if (plan?.state === 'active') return evaluatePlan.run(deps, actor, { plan: id, changes: reason, outcome, ...last });

    const now = deps.clock.now();
    const state = ends[outcome];
    const closed = { on: dayOf(now), ...defined(last) };
    const trace = { at: now, by: actor.id, of: 'state', was: caseStates[before.state], is: outcome, reason } as const;
    const one: Case = withChange({ ...before, state, closed }, trace);
    if (!endsSupport(before, one)) return refuse({ code: 'already-closed', state: caseStates[before.state] });
    const [after, ended] = [await afterClosing(deps, actor, one), await planClosed(deps, one)];
    const put = [one, ...ended.put, ...after.put];
    const outbox = [...ended.outbox, ...after.outbox];
    return save(deps, actor, { command: 'close', town: one.town, id: one.id, put, outbox });
  },
};
