import * as z from 'zod';
import { mayReadTown, staffOf } from '../../access/rules.ts';
import { caseIdSchema, personIdSchema } from '../../ids.ts';
import type { Case } from '../../case/model.ts';
import type { Refused } from '../../refusal.ts';
import { refuse } from '../../result.ts';
import { dayOf } from '../../time.ts';
import type { Command, Deps } from '../command.ts';
import { textField } from '../fields.ts';
import { locateForStaff } from '../locate.ts';
import { save } from '../save.ts';

const input = z.strictObject({
  case: caseIdSchema,
  person: personIdSchema,
  /** Needed when somebody joins. */
  reason: textField.optional(),
  remove: z.boolean().default(false),
});

/**
 * 同行: a colleague of the regional core (圏域コア) works on this one case too, because a woman should go or somebody speaks the language;
 * the worker stays its owner (towns-and-villages.md §10-10).
 */
export const goAlong: Command<typeof input> = {
  input,
  async run(deps, actor, said) {
    const located = await locateForStaff(deps, actor, 'case', said.case);
    if (!located.ok) return located;
    const one = located.value;
    const refusal = said.remove ? undefined : await joiningRefusal(deps, one, said);
    if (refusal !== undefined) return refuse(refusal);

    const { person, reason = '' } = said;
    const others = (one.companions ?? []).filter((each) => each.person !== person);
    const joins = said.remove ? [] : [{ person, reason, from: dayOf(deps.clock.now()) }];
    const put = [{ ...one, companions: [...others, ...joins] }];
    return save(deps, actor, { command: 'companion', town: one.town, id: one.id, put });
  },
};

async function joiningRefusal(
  deps: Deps,
  one: Case,
  { person: id, reason }: z.output<typeof input>,
): Promise<Refused | undefined> {
  const person = await deps.store.get('person', deps.prefecture, id);
  const town = await deps.store.get('town', deps.prefecture, one.town);
  if (person === undefined || town === undefined) return { code: 'unknown-person', id };
  const reads = mayReadTown(staffOf(person), town);
  if (!reads)
    return { code: 'bad-input', field: '同行する人', problem: 'この圏域の相談員（圏域コア）を選んでください。' };
  return reason === undefined ? { code: 'reason-missing', field: '同行する理由' } : undefined;
}
