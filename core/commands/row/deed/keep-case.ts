import * as z from 'zod';
import type { Case } from '../../../case/model.ts';
import { closeCase, outcomesOfClosing } from '../../case/close-case.ts';
import type { Refused } from '../../../refusal.ts';
import { refuse, type Result } from '../../../result.ts';
import { openCase } from '../../case/open-case.ts';
import type { Command, Done } from '../../command.ts';
import { hasEnded } from '../../plan/closing.ts';
import { storedAt } from '../../workplace.ts';
import { doing } from './doing.ts';

const input = openCase.input.extend({
  /** 終える理由: asked for where the row ends the support of a case. */
  reason: z.string().optional(),
});

/** A row of ケース: opens a case or changes it. It ends the support of one by the rule of the page: with a reason, which stays with the case. */
export const keepCase: Command<typeof input> = {
  input,
  async run(deps, actor, { reason = '', ...said }): Promise<Result<Done, Refused>> {
    const found = await storedAt(deps, actor, 'case', said);
    if (!found.ok) return found;
    const outcome = endedBy(found.value.stored, said.state);
    if (outcome === undefined) return openCase.run(deps, actor, said);
    if (reason.trim() === '') return refuse({ code: 'reason-missing', field: `「${outcome}」にする理由` });
    const { state: _state, ...rest } = said;
    const kept = await openCase.run(deps, actor, rest);
    return kept.ok ? doing(closeCase, deps, actor, { case: said.id, outcome, reason }) : kept;
  },
};

/** A case of before つどい that is entered as it ended long ago ends nothing, and so does the end a case has come to already. */
function endedBy(stored: Case | undefined, state: string | undefined) {
  return stored === undefined || hasEnded(stored) ? undefined : outcomesOfClosing.find((one) => one === state);
}
