import * as z from 'zod';
import { type Agency, belongsTo } from '../../agency/model.ts';
import { typeOf } from '../../agency/read-type.ts';
import { issueCodes } from '../../case/issues.ts';
import { unaskedRefusal } from '../../case/home-town.ts';
import type { Case } from '../../case/model.ts';
import { memberRef, refersTo } from '../../case/member-ref.ts';
import { taxPurposeSchema } from '../../consent/tax-data.ts';
import { type AgencyId, agencyIdSchema, caseIdSchema } from '../../ids.ts';
import type { Invitation } from '../../invitation/model.ts';
import { roleClasses } from '../../invitation/role-class.ts';
import type { Refused } from '../../refusal.ts';
import { ok, refuse, type Result } from '../../result.ts';
import type { Deps } from '../command.ts';
import { codeField, textField } from '../fields.ts';
import { ownIn } from '../../own.ts';
import { preparationField, preparationOf, unsafePreparation } from './preparations.ts';

/** Members named in the purposes of those who are invited. */
export function discussedIn(invitations: readonly Invitation[]): readonly string[] {
  const standing = invitations.filter((one) => one.withdrawn === undefined);
  return standing.flatMap((one) => one.purposes.flatMap((purpose) => purpose.members));
}

// All invitations are kept in the record of their meeting, which is one item of at most 400 kB (docs/access-patterns.md).
export const MOST_AGENCIES = 60;

/** 役割区分 that may stand in a mail (BRIEF §2.4), with the short forms people use. */
const classes: Readonly<Record<string, string>> = { 助言: '医療面の助言' };
export const classSchema = z
  .string()
  .transform((text) => ownIn(classes, text) ?? text)
  .pipe(z.enum(roleClasses, '役割区分は一覧から選んでください。'));

type Purpose = {
  readonly text: string;
  readonly members?: readonly string[] | undefined;
  readonly class?: string | undefined;
};

/** A purpose in a word, or one of several: about other members, in another part. */
const purposeField = z.union([
  z.string().transform((text): Purpose => ({ text })),
  z.strictObject({ text: textField, members: z.array(z.string()).optional(), class: classSchema.optional() }),
]);
const purposesField = z
  .union([purposeField.transform((one) => [one]), z.array(purposeField)])
  .transform((all) => all.map((one): Purpose => ({ ...one, text: one.text.trim() })).filter(({ text }) => text !== ''));

/** Agency → its class, its purpose (or several) and the members it is about; all covered members when none is named. */
export const inviteInput = z.record(
  agencyIdSchema,
  z.strictObject({
    class: classSchema,
    purpose: purposesField,
    /** ご準備: in place of what all are to prepare. */
    preparation: preparationField.optional(),
    /** Of a meeting about several cases, those it is called for: it hears and sees nothing of the others. */
    cases: z.array(caseIdSchema).min(1, '呼ぶケースを一つ以上選んでください。').optional(),
    /** Ids of members; `C-2/A` where a meeting has several cases. */
    members: z.array(z.string()).optional(),
    /** Issues it may hear of; all of them, or those of its type, when left out. */
    issues: z.array(codeField(issueCodes)).optional(),
    /** For which purposes it is told of the arrears: 1–3 of the tax consent. */
    tax: z.union([taxPurposeSchema.transform((one) => [one]), z.array(taxPurposeSchema)]).optional(),
  }),
);

const without = (agency: AgencyId) => ({ agency, reason: '' });
/** Agencies that are not called, or no longer, with the reason of each where there is one. */
export const leavingInput = z.union([
  agencyIdSchema.transform((agency) => [without(agency)]),
  z.array(agencyIdSchema).transform((agencies) => agencies.map(without)),
  z
    .record(agencyIdSchema, z.string())
    .transform((reasons) =>
      Object.entries(reasons).map(([id, reason]) => ({ agency: agencyIdSchema.parse(id), reason })),
    ),
]);

export type Invite = z.output<typeof inviteInput>;

/** Turns what was said into invitations, when every agency, case and member is known. */
export async function newInvitations(
  deps: Deps,
  invite: Invite,
  cases: readonly Case[],
): Promise<Result<Invitation[], Refused>> {
  const entries = Object.entries(invite).map(([id, said]) => ({ id: agencyIdSchema.parse(id), said }));
  if (entries.length > MOST_AGENCIES)
    return refuse({ code: 'too-many', received: entries.length, limit: MOST_AGENCIES });
  const invitations: Invitation[] = [];
  const unasked = await unaskedRefusal(deps, cases, Object.keys(invite));
  if (unasked !== undefined) return refuse(unasked);
  for (const { id, said } of entries) {
    const agency = await deps.store.get('agency', deps.prefecture, id);
    const own = cases.filter((one) => said.cases?.includes(one.id) !== false);
    const members = membersOf(own, cases.length > 1);
    const refusal =
      refusalOf(id, agency, cases) ?? refusalOfCases(said, own) ?? refusalOfWords(id, said, members, cases);
    if (refusal !== undefined) return refuse(refusal);
    if (agency !== undefined) invitations.push(invitationOf(agency, said, own, members));
  }
  return ok(invitations);
}

type Said = Invite[AgencyId];
type Members = ReturnType<typeof membersOf>;

/** How the members of the cases an agency is called for are meant and written. */
function membersOf(cases: readonly Case[], ofSeveral: boolean) {
  const household = cases.flatMap((one) => one.members.map((member) => ({ one, member })));
  const refsOf = (some: typeof household) => some.map(({ one, member }) => memberRef(one, member, ofSeveral));
  const covered = refsOf(household.filter(({ member }) => member.covered));
  return {
    /** Whom a purpose is about when nobody is named. */
    discussed: covered.length > 0 ? covered : refsOf(household),
    meant: (ref: string) => refsOf(household.filter(({ one, member }) => refersTo(ref, one, member))),
  };
}

/** Another town's own entry is as good as unknown. */
function refusalOf(id: AgencyId, agency: Agency | undefined, [one]: readonly Case[]): Refused | undefined {
  if (agency === undefined || (one !== undefined && !belongsTo(agency, one.town)))
    return { code: 'unknown-agency', id };
  return agency.ended === undefined ? undefined : { code: 'agency-ended', id };
}

/** An agency is called for cases of the meeting, for one at least. */
function refusalOfCases({ cases: said = [] }: Said, own: readonly Case[]): Refused | undefined {
  const stranger = said.find((id) => !own.some((one) => one.id === id));
  if (stranger !== undefined) return { code: 'unknown-case', id: stranger };
  return own.length === 0 ? { code: 'unknown-case', id: '' } : undefined;
}

function refusalOfWords(id: AgencyId, said: Said, members: Members, cases: readonly Case[]): Refused | undefined {
  const preparations = said.preparation === undefined ? {} : { [id]: said.preparation };
  return refusalOfPurposes(id, said, members) ?? unsafePreparation({ preparations }, cases);
}

function refusalOfPurposes(id: AgencyId, said: Said, { meant }: Members): Refused | undefined {
  if (said.purpose.length === 0) return { code: 'reason-missing', field: `「${id}」を招集する目的` };
  const named = [...(said.members ?? []), ...said.purpose.flatMap(({ members = [] }) => members)];
  const stranger = named.find((ref) => meant(ref).length === 0);
  return stranger === undefined ? undefined : { code: 'unknown-member', id: stranger };
}

function invitationOf(agency: Agency, said: Said, cases: readonly Case[], { meant, discussed }: Members): Invitation {
  const purposes = said.purpose.map(({ text, members = said.members, class: own }) => ({
    text,
    members: members?.flatMap(meant) ?? discussed,
    ...(own === undefined || own === said.class ? {} : { class: own }),
  }));
  const issues = said.issues ?? issuesFor(agency, cases);
  const scope = issues === undefined ? {} : { issues };
  const tax = said.tax === undefined || said.tax.length === 0 ? {} : { tax: said.tax };
  const called = said.cases === undefined ? {} : { cases: cases.map(({ id }) => id) };
  const asked = { class: said.class, purposes, ...preparationOf(said.preparation), ...called, ...scope, ...tax };
  return { agency: agency.id, ...asked, generation: 1, replies: [] };
}

/** A type that is called for some matters only hears of those of them that the cases have. */
function issuesFor(agency: Agency, cases: readonly Case[]): number[] | undefined {
  const { only } = typeOf(agency);
  return only?.filter((code) => cases.some(({ issues }) => issues.includes(code)));
}
