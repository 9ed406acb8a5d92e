import * as z from 'zod';
import type { Actor, Staff } from '../../access/model.ts';
import { mayEdit } from '../../access/rules.ts';
import { blankAgency, changedAgency, changesInput } from '../../agency/changes.ts';
import { similarTo } from '../../agency/duplicates.ts';
import type { Agency } from '../../agency/model.ts';
import { agencyIdSchema } from '../../ids.ts';
import type { Refused } from '../../refusal.ts';
import { refuse } from '../../result.ts';
import { settingsOf } from '../../settings/rules.ts';
import { inUseRefusal } from './agency-in-use.ts';
import { mailMoved } from './agency-mail.ts';
import type { Command, Deps } from '../command.ts';
import { textField } from '../fields.ts';
import { save } from '../save.ts';
import { seenField, staleRefusal } from '../seen.ts';

const input = z.strictObject({
  id: agencyIdSchema,
  ...changesInput,
  /** A new entry: refused when its number is taken, or when it looks like one that is there. */
  fresh: z.boolean().default(false),
  /** Why it is a new one although it looks like another. */
  anyway: textField.optional(),
  version: seenField,
});

type Input = z.output<typeof input>;

/** Registers an agency, or changes what is named of one. Its mail address moves only as agency-mail.ts allows. */
export const registerAgency: Command<typeof input> = {
  input,
  async run(deps, actor, said) {
    if (!mayKeepRegister(actor)) return refuse({ code: 'forbidden' });
    const stored = await deps.store.get('agency', deps.prefecture, said.id);
    const before = stored ?? blankAgency(deps.prefecture, said.id);
    const after = await afterSaid(deps, actor, before, said);
    const refusal = await refusalOf(deps, actor, said, { before, after });
    if (refusal !== undefined) return refuse(refusal);

    const moved = await mailMoved(deps, actor, before, after);
    if (!moved.ok) return moved;
    const { put, outbox, isMoved } = moved.value;
    const command = isMoved ? 'agency:mail' : 'agency';
    return save(deps, actor, { command, town: deps.prefecture, id: said.id, put: [after, ...put], outbox });
  },
};

type Change = { readonly before: Agency; readonly after: Agency };

async function refusalOf(deps: Deps, actor: Actor, said: Input, { before, after }: Change) {
  return (
    (await placeRefusal(deps, actor, before, after)) ??
    (await freshRefusal(deps, said, before, after)) ??
    staleRefusal(said.version, before, after) ??
    (await inUseRefusal(deps, actor, before, after))
  );
}

/** Whoever works on cases; viewers and the regional core only look. */
export function mayKeepRegister(actor: Actor): actor is Staff {
  if (actor.kind !== 'staff' || actor.role === 'viewer') return false;
  return actor.role !== 'area' || actor.serves !== undefined;
}

/** The types go by the words of the host that the actor works for. */
async function afterSaid(deps: Deps, actor: Staff, before: Agency, said: Input): Promise<Agency> {
  const { id: _id, fresh: _fresh, version: _seen, anyway, ...changes } = said;
  const { agencyTypeLabels = {} } = await settingsOf(deps, actor.serves ?? deps.prefecture);
  return { ...changedAgency(before, changes, agencyTypeLabels), ...(anyway === undefined ? {} : { anyway }) };
}

/** An entry of one town is that town's own: nobody else changes it or moves it. */
async function placeRefusal(deps: Deps, actor: Actor, before: Agency, after: Agency): Promise<Refused | undefined> {
  for (const { only } of [before, after])
    if (only !== undefined && !(await mayEdit(deps, actor, only))) return { code: 'forbidden' };
  return before.ended === undefined ? undefined : { code: 'agency-ended', id: before.id };
}

/** What may be there already; an entry that another town keeps to itself is never shown. */
async function freshRefusal(deps: Deps, said: Input, before: Agency, after: Agency): Promise<Refused | undefined> {
  if (!said.fresh) return undefined;
  if (before.version > 0) return { code: 'already-exists', id: after.id };
  if (said.anyway !== undefined) return undefined;
  const registered = await deps.store.list('agency', deps.prefecture);
  const seen = registered.filter(({ only }) => only === undefined || only === after.only);
  const found = similarTo(after, seen).map(({ agency: { id, name }, because }) => ({ id, name, because }));
  return found.length === 0 ? undefined : { code: 'agency-similar', found };
}
