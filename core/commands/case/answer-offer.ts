import * as z from 'zod';
import { mayOn } from '../../access/on-record.ts';
import type { Actor } from '../../access/model.ts';
import type { Case } from '../../case/model.ts';
import { caseIdSchema, type PersonId, personIdSchema } from '../../ids.ts';
import type { Refused } from '../../refusal.ts';
import { ok, refuse, type Result } from '../../result.ts';
import { dayOf } from '../../time.ts';
import type { Command, Deps } from '../command.ts';
import { textField } from '../fields.ts';
import { locate } from '../locate.ts';
import { save } from '../save.ts';
import { tasksClosed } from '../task/tasks-closed.ts';

const input = z.strictObject({
  case: caseIdSchema,
  accepted: z.boolean(),
  note: textField,
  /** The number under which the other body opens it; the same one when left out. */
  id: caseIdSchema.optional(),
});
type Input = z.output<typeof input>;

/** The other body takes the case over or not: said by its own staff, or written down by whoever offered it. */
export const answerOffer: Command<typeof input> = {
  input,
  async run(deps, actor, said) {
    const located = await offeredCase(deps, actor, said.case);
    if (!located.ok) return located;
    const by = personIdSchema.parse(actor.id);
    const copy = await takenOver(deps, located.value, said, by);
    if (!copy.ok) return copy;
    const { one } = located.value;
    const opened = copy.value.map(({ id }) => ({ case: id }))[0];
    const after = await answered(deps, located.value, said, { by, ...opened });
    const put = [after, ...copy.value, ...(await tasksClosed(deps, one, ['offer'], actor.id))];
    return save(deps, actor, { command: 'answer-offer', town: one.town, id: one.id, put });
  },
};

type Offer = NonNullable<Case['offer']>;
type Offered = { readonly one: Case; readonly offer: Offer; readonly theirs: boolean };

async function offeredCase(deps: Deps, actor: Actor, id: Case['id']): Promise<Result<Offered, Refused>> {
  const located = await locate(deps, actor, 'case', id);
  if (!located.ok) return located;
  const one = located.value;
  const theirs = isTheirs(actor, one);
  if (!theirs && !(await mayOn(deps, actor, one, 'edit'))) return refuse({ code: 'forbidden' });
  const { offer } = one;
  const open = offer !== undefined && offer.answer === undefined;
  return open ? ok({ one, offer, theirs }) : refuse({ code: 'wrong-state', state: '引継ぎの申し出なし' });
}

function isTheirs(actor: Actor, { offer }: Case): boolean {
  return actor.kind === 'staff' && actor.role !== 'viewer' && offer !== undefined && actor.serves === offer.to;
}

type Who = { readonly by: PersonId; readonly case?: Case['id'] };

/** つなぎ once the other body takes it; else it stays as it is, and may be offered again. */
async function answered(deps: Deps, { one, offer }: Offered, { accepted, note }: Input, who: Who): Promise<Case> {
  const at = deps.clock.now();
  const next: Case = { ...one, offer: { ...offer, answer: { accepted, note, at, ...who } } };
  if (!accepted) return next;
  const home = await deps.store.get('town', deps.prefecture, offer.to);
  return { ...next, state: 'referred', closed: { on: dayOf(at), handover: home?.name ?? offer.to } };
}

/** The household as the other body receives it. Consents were given for other recipients and stay behind. */
async function takenOver(
  deps: Deps,
  { one, offer, theirs }: Offered,
  { accepted, id = one.id }: Input,
  worker: PersonId,
): Promise<Result<readonly Case[], Refused>> {
  if (!accepted || !theirs) return ok([]);
  const town = offer.to;
  if ((await deps.store.get('case', town, id)) !== undefined) return refuse({ code: 'already-exists', id });
  const { issues, members, summary } = one;
  const opened = { kind: 'case', town, id, version: 0, state: 'received', openedOn: dayOf(deps.clock.now()) } as const;
  const empty = { consents: [], triggers: [], leads: [] };
  return ok([{ ...opened, ...empty, issues, members, ...(summary === undefined ? {} : { summary }), worker }]);
}
