import * as z from 'zod';
import type { Actor } from '../../access/model.ts';
import type { Case } from '../../case/model.ts';
import { type TaxConsent, taxPurposeSchema } from '../../consent/tax-data.ts';
import { caseIdSchema, memberIdSchema } from '../../ids.ts';
import type { Refused } from '../../refusal.ts';
import { ok, refuse, type Result } from '../../result.ts';
import { dayOf } from '../../time.ts';
import type { Command, Deps, Done } from '../command.ts';
import { textField, textsField } from '../fields.ts';
import { locateForStaff } from '../locate.ts';
import { givingInput, givingOf, givingRefused, withdrawn } from './record-consent.ts';
import { save } from '../save.ts';
import { afterTaxWithdrawal } from '../meeting/after-withdrawal.ts';

const MOST_YEN = 10_000_000_000;
const about = { case: caseIdSchema, member: memberIdSchema };

const taxInput = z.strictObject({
  ...about,
  /** 滞納額, in yen. */
  arrears: z
    .number()
    .int('円の整数で入れてください。')
    .min(0, '0円からの数で入れてください。')
    .max(MOST_YEN, '金額が大きすぎます。'),
  /** 税目など. */
  what: textField.max(200, '200字までで書いてください。').optional(),
  /** 対応課 that tells of it. */
  section: textField.max(100, '100字までで書いてください。').default('税務課'),
  /** The town knows of the household by this alone. */
  only: z.boolean().default(false),
});

/** A tax section of the town tells of arrears; they stay in the town until a consent of their own is there (R12). */
export const recordTax: Command<typeof taxInput> = {
  input: taxInput,
  async run(deps, actor, said) {
    const located = await memberInTown(deps, actor, said);
    if (!located.ok) return located;
    const { member, arrears, what, section, only } = said;
    const tax = { member, arrears, section, only, at: deps.clock.now(), ...(what === undefined ? {} : { what }) };
    const one = located.value;
    return save(deps, actor, { command: 'tax', town: one.town, id: one.id, put: [{ ...one, tax }] });
  },
};

const consentInput = z.strictObject({
  ...about,
  /** 目的: 1–3 of taxPurposes. */
  purposes: z.union([taxPurposeSchema.transform((one) => [one]), z.array(taxPurposeSchema)]).default([]),
  /** 部署 inside the town. */
  sections: textsField.default([]),
  /** Types, names or ids of agencies outside, or 開催主体. */
  outside: textsField.default([]),
  ...givingInput,
});

/** 税務情報の取り扱いに関する同意, with its purposes and recipients, or its withdrawal. */
export const recordTaxConsent: Command<typeof consentInput> = {
  input: consentInput,
  async run(deps, actor, said) {
    const located = await memberInTown(deps, actor, said);
    if (!located.ok) return located;
    const one = located.value;
    if (said.withdraw) return withdrawal(deps, actor, one, said.member);
    const today = dayOf(deps.clock.now());
    const member = one.members.find(({ id }) => id === said.member);
    const refusal = emptyIn(said) ?? (member === undefined ? undefined : givingRefused(said, member, today));
    if (refusal !== undefined) return refuse(refusal);
    const { purposes, sections, outside } = said;
    const consent: TaxConsent = {
      ...givingOf(said, said.on ?? today),
      member: said.member,
      purposes,
      sections,
      outside,
    };
    const put = [{ ...one, taxConsents: [...(one.taxConsents ?? []), consent] }];
    return save(deps, actor, { command: 'tax-consent', town: one.town, id: one.id, put });
  },
};

/** Whoever signs must know what for and to whom (総務省 H23.3.3: explain fully). */
function emptyIn({ purposes, sections, outside }: z.output<typeof consentInput>): Refused | undefined {
  if (purposes.length === 0) return { code: 'bad-input', field: '目的', problem: '一つ以上選んでください。' };
  const nobody = sections.length === 0 && outside.length === 0;
  return nobody
    ? { code: 'bad-input', field: '提供先', problem: '部署か外部の機関を、一つ以上書いてください。' }
    : undefined;
}

async function withdrawal(deps: Deps, actor: Actor, one: Case, member: string): Promise<Result<Done, Refused>> {
  const changed = { ...one, taxConsents: withdrawn(deps, one.taxConsents ?? [], member) };
  const put = [changed, ...(await afterTaxWithdrawal(deps, changed))];
  return save(deps, actor, { command: 'tax-consent-withdrawal', town: one.town, id: one.id, put });
}

/** Tax data are the town's: its own staff record them, and what was consented to. */
async function memberInTown(
  deps: Deps,
  actor: Actor,
  said: { readonly case: string; readonly member: string },
): Promise<Result<Case, Refused>> {
  const located = await locateForStaff(deps, actor, 'case', said.case);
  if (!located.ok) return located;
  if (actor.kind !== 'staff' || actor.serves === undefined) return refuse({ code: 'forbidden' });
  const known = located.value.members.some(({ id }) => id === said.member);
  return known ? ok(located.value) : refuse({ code: 'unknown-member', id: said.member });
}
