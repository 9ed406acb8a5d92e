import * as z from 'zod';
import type { Actor } from '../../access/model.ts';
import { caseIdSchema, personIdSchema } from '../../ids.ts';
import type { Refused } from '../../refusal.ts';
import { refuse, type Result } from '../../result.ts';
import { type Hold, holdGroundSchema } from '../../retention/model.ts';
import { holdOn, type Kept } from '../../retention/rules.ts';
import { lookingThrough } from '../../retention/looking.ts';
import type { Command, Deps, Done } from '../command.ts';
import { textField } from '../fields.ts';
import { locateForStaff } from '../locate.ts';
import { save } from '../save.ts';

const which = {
  case: caseIdSchema.optional(),
  /** One that never became a case. */
  consultation: caseIdSchema.optional(),
};
const holdInput = z.strictObject({ ...which, ground: holdGroundSchema, reason: textField });
const releaseInput = z.strictObject({ ...which, reason: textField });

/** 保存の継続: while an appeal or a lawsuit goes on, nothing of it is disposed of, whatever its time (BRIEF §2.17). */
export const holdPapers: Command<typeof holdInput> = {
  input: holdInput,
  async run(deps, actor, said) {
    const located = await papersOf(deps, actor, said);
    if (!located.ok) return located;
    if (holdOn(located.value) !== undefined) return refuse({ code: 'wrong-state', state: '保存の継続中' });
    const hold = { ground: said.ground, reason: said.reason, by: personIdSchema.parse(actor.id), at: deps.clock.now() };
    return saved(deps, actor, 'hold', { ...located.value, holds: [...(located.value.holds ?? []), hold] });
  },
};

/** The appeal is over: from now on the time counts again. Who held it and who released it stays readable. */
export const releasePapers: Command<typeof releaseInput> = {
  input: releaseInput,
  async run(deps, actor, said) {
    const located = await papersOf(deps, actor, said);
    if (!located.ok) return located;
    const hold = holdOn(located.value);
    if (hold === undefined) return refuse({ code: 'wrong-state', state: '保存の継続なし' });
    const released = { reason: said.reason, by: personIdSchema.parse(actor.id), at: deps.clock.now() };
    const holds = (located.value.holds ?? []).map((one): Hold => (one === hold ? { ...hold, released } : one));
    return saved(deps, actor, 'release', { ...located.value, holds });
  },
};

type Which = { readonly case?: string | undefined; readonly consultation?: string | undefined };

async function papersOf(deps: Deps, actor: Actor, said: Which): Promise<Result<Kept, Refused>> {
  if (said.case !== undefined) return locateForStaff(deps, actor, 'case', said.case);
  if (said.consultation !== undefined) return locateForStaff(deps, actor, 'consultation', said.consultation);
  return refuse({ code: 'bad-input', field: 'ケース', problem: 'ケースか相談の番号を入れてください。' });
}

async function saved(deps: Deps, actor: Actor, command: string, one: Kept): Promise<Result<Done, Refused>> {
  const outbox = [lookingThrough(deps, one.town, deps.clock.now())];
  return save(deps, actor, { command, town: one.town, id: one.id, put: [one], outbox });
}
