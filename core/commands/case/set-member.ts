import { refusalOfTooMany } from '../../case/household-size.ts';
import * as z from 'zod';
import { type Case, type Member, memberSchema } from '../../case/model.ts';
import { withChange } from '../../case/rules.ts';
import { defined } from '../../defined.ts';
import { caseIdSchema, memberIdSchema } from '../../ids.ts';
import type { Refused } from '../../refusal.ts';
import { ok, refuse, type Result } from '../../result.ts';
import { type Day, dayOf, type Instant } from '../../time.ts';
import type { Command } from '../command.ts';
import { dayField, textField } from '../fields.ts';
import { locateForStaff } from '../locate.ts';
import { refusalOfNewlyDiscussed } from '../meeting/newly-discussed.ts';
import { consentsEnded, refusalOfAnother } from './another-person.ts';
import { birthRefusal } from './possible-days.ts';
import { save } from '../save.ts';
import { seenField, staleRefusal } from '../seen.ts';

const described = {
  kana: z.string().optional(),
  born: dayField.optional(),
  relation: z.string().optional(),
  address: z.string().optional(),
  phone: z.string().optional(),
  guarded: z.boolean().optional(),
  /** Left out, it stays as it is. */
  covered: z.boolean().optional(),
};

/** What may be said of a household member (世帯員). */
export const memberInput = z.strictObject({ id: memberIdSchema, name: textField, ...described });
type Named = z.output<typeof memberInput>;
type Said = { readonly [Field in keyof Named]?: Named[Field] | undefined } & { readonly id: Member['id'] };

/** The household with one member added, or changed in what is said of them. */
export function withMember(members: readonly Member[], said: Said): Member[] {
  const before = members.find((one) => one.id === said.id);
  const next = memberSchema.parse({ covered: false, ...before, ...defined(said) });
  return before === undefined ? [...members, next] : members.map((one) => (one === before ? next : one));
}

const input = z.strictObject({
  case: caseIdSchema,
  id: memberIdSchema,
  name: textField.optional(),
  ...described,
  /** Takes the member out of the household; who it was stays readable, with the reason. */
  remove: z.boolean().default(false),
  reason: z.string().optional(),
  version: seenField,
});
type Input = z.output<typeof input>;

/** Adds a member to a case's household, changes one, or takes one out. */
export const setMember: Command<typeof input> = {
  input,
  async run(deps, actor, said) {
    const located = await locateForStaff(deps, actor, 'case', said.case);
    if (!located.ok) return located;
    const one = located.value;
    const impossible = impossibleIn(one, said, dayOf(deps.clock.now()));
    if (impossible !== undefined) return refuse(impossible);
    const trace = { at: deps.clock.now(), by: actor.id };
    const changed = said.remove ? without(one, said, trace) : withSaid(one, said);
    if (!changed.ok) return changed;
    const unfit = staleRefusal(said.version, one, changed.value) ?? refusalOfTooMany(changed.value);
    const closed = unfit ?? (await refusalOfNewlyDiscussed(deps, one, changed.value));
    if (closed !== undefined) return refuse(closed);
    return save(deps, actor, { command: 'member', town: one.town, id: one.id, put: [changed.value] });
  },
};

function impossibleIn(one: Case, said: Input, today: Day): Refused | undefined {
  return birthRefusal(said.born, today) ?? (said.remove ? undefined : refusalOfAnother(one, [said]));
}

/** Somebody who left and is named again comes back with what was known of them. */
function withSaid(
  one: Case,
  { case: _case, remove: _remove, reason: _reason, version: _seen, ...said }: Input,
): Result<Case, Refused> {
  const former = one.formerMembers?.find(({ id }) => id === said.id);
  const known = one.members.some(({ id }) => id === said.id);
  if (!known && former === undefined && said.name === undefined)
    return refuse({ code: 'reason-missing', field: '氏名' });
  const back = former === undefined ? one.members : withMember(one.members, memberSchema.parse(former));
  const rest = one.formerMembers?.filter(({ id }) => id !== said.id);
  return ok({ ...one, members: withMember(back, said), ...(rest === undefined ? {} : { formerMembers: rest }) });
}

type Trace = { readonly at: Instant; readonly by: string };

function without(one: Case, { id, reason = '' }: Input, { at, by }: Trace): Result<Case, Refused> {
  const member = one.members.find((each) => each.id === id);
  // Taken out already, as when the same row is sent again.
  if (member === undefined && one.formerMembers?.some((each) => each.id === id) === true) return ok(one);
  if (member === undefined) return refuse({ code: 'unknown-member', id });
  if (reason.trim() === '') return refuse({ code: 'reason-missing', field: '世帯員から外す理由' });
  const members = one.members.filter((each) => each !== member);
  const formerMembers = [...(one.formerMembers ?? []), { ...member, leftAt: at, reason, by }];
  return ok(
    withChange(
      { ...one, ...consentsEnded(one, id, at), members, formerMembers },
      { at, by, of: 'member', about: id, was: member.name, reason },
    ),
  );
}
