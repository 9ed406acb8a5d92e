import * as z from 'zod';
import type { Actor } from '../../../access/model.ts';
import { changesInput } from '../../../agency/changes.ts';
import { type Agency, endSchema } from '../../../agency/model.ts';
import { agencyIdSchema } from '../../../ids.ts';
import type { Refused } from '../../../refusal.ts';
import { ok, refuse, type Result } from '../../../result.ts';
import { endAgency } from '../../agency/end-agency.ts';
import { registerAgency } from '../../agency/register-agency.ts';
import type { Command, Deps, Done } from '../../command.ts';
import { textField } from '../../fields.ts';
import { doing } from './doing.ts';

const input = z.strictObject({
  id: agencyIdSchema,
  ...changesInput,
  /** The row was not answered before. */
  fresh: z.boolean(),
  anyway: textField.optional(),
  end: z.enum([...endSchema.exclude(['merged']).options, 'resumed']).optional(),
  reason: textField.optional(),
});
type Input = z.output<typeof input>;

/** A row of 関係機関: registers an agency or changes it; 休止, 廃止 and 再開 are done once. */
export const keepAgency: Command<typeof input> = {
  input,
  async run(deps, actor, said) {
    const stored = await deps.store.get('agency', deps.prefecture, said.id);
    if (said.end === undefined) return registered(deps, actor, said, stored);
    if (said.reason === undefined) return refuse({ code: 'reason-missing', field: 'reason' });
    return said.end === 'resumed' ? resumed(deps, actor, said, stored) : over(deps, actor, said, stored);
  },
};

async function resumed(deps: Deps, actor: Actor, said: Input, stored: Agency | undefined) {
  const back = await ended(deps, actor, said, stored);
  return back.ok ? registered(deps, actor, said, stored) : back;
}

/** What ended is changed no more: its row then stands for the end alone. */
async function over(deps: Deps, actor: Actor, said: Input, stored: Agency | undefined) {
  if (stored?.ended !== undefined) return ended(deps, actor, said, stored);
  const kept = await registered(deps, actor, said, stored);
  return kept.ok ? ended(deps, actor, said, stored) : kept;
}

/** Registered on a page before: the same number and the same name are the same agency. */
async function registered(deps: Deps, actor: Actor, said: Input, stored: Agency | undefined) {
  const { end: _end, reason: _reason, fresh, ...changes } = said;
  return registerAgency.run(deps, actor, { ...changes, fresh: fresh && stored?.name !== said.name });
}

async function ended(
  deps: Deps,
  actor: Actor,
  { id, end, reason }: Input,
  stored: Agency | undefined,
): Promise<Result<Done, Refused>> {
  const now = stored?.ended?.how ?? 'resumed';
  return now === end ? ok({ town: deps.prefecture, id }) : doing(endAgency, deps, actor, { id, how: end, reason });
}
