import * as z from 'zod';
import type { Case } from '../../case/model.ts';
import { agencyIdSchema } from '../../ids.ts';
import type { Invitation } from '../../invitation/model.ts';
import { preparationFor } from '../../invitation/preparation.ts';
import { isTellingRequest } from '../../message/mail-safe.ts';
import { unsafeForMail } from '../../message/safe-text.ts';
import type { Refused } from '../../refusal.ts';

/** ご準備: one line of a mail, in general words (BRIEF §2.4). An empty text takes it away. */
export const preparationField = z.string().trim().max(200, '200字までで書いてください。');

/** What is to be prepared other than before: by all, and by some in place of that. */
export const preparationsInput = {
  preparation: preparationField.optional(),
  /** Agency → its own words; empty: again those to all. */
  preparations: z.record(agencyIdSchema, preparationField).default({}),
};
type Said = z.output<z.ZodObject<typeof preparationsInput>>;

/** As it is kept: nothing, where nothing was written. */
export function preparationOf(text: string | undefined): { readonly preparation?: string } {
  return text === undefined || text === '' ? {} : { preparation: text };
}

type Household = Pick<Case, 'members' | 'formerMembers'>;

/** Neither names nor troubles: it stands in the mail. */
export function unsafePreparation(
  { preparation = '', preparations }: Said,
  cases: readonly Household[],
): Refused | undefined {
  const own = Object.entries(preparations).map(([id, text]) => [`invite.${id}.preparation`, text] as const);
  const texts = { preparation, ...Object.fromEntries(own) };
  return unsafeForMail(texts, cases) ?? tellingRefusal(texts);
}

const TELLING =
  'メールに載ります。病気や困りごとがわかることばは書かないでください。例: 最近のかかわりがわかるもの。詳しくは「招集の目的」に書くと、守秘義務の確認のあとに開きます。';

function tellingRefusal(texts: Readonly<Record<string, string>>): Refused | undefined {
  const field = Object.keys(texts).find((one) => isTellingRequest(texts[one] ?? ''));
  return field === undefined ? undefined : { code: 'bad-input', field, problem: TELLING };
}

type Prepared = { readonly preparation?: string | undefined; readonly invitations: readonly Invitation[] };

/** The words to all and to each, after what was said. */
export function preparedAnew(before: Prepared, { preparation = before.preparation, preparations }: Said) {
  const invitations = before.invitations.map((one) => withOwn(one, preparations[one.agency]));
  return { preparation: preparation === '' ? undefined : preparation, invitations };
}

function withOwn(invitation: Invitation, said: string | undefined): Invitation {
  if (said === undefined || invitation.withdrawn !== undefined) return invitation;
  const { preparation: _former, ...rest } = invitation;
  return { ...rest, ...preparationOf(said) };
}

/** Whether somebody is to prepare something else than it was told. */
export function preparesOtherwise(before: Prepared, after: Prepared): boolean {
  return after.invitations.some((one, index) => {
    const was = before.invitations[index];
    return was !== undefined && preparationFor(before, was) !== preparationFor(after, one);
  });
}

/** Own words of agencies, as they would be said. */
export function ownPreparations(
  invitations: readonly Pick<Invitation, 'agency' | 'preparation'>[],
): Said['preparations'] {
  const own = invitations.flatMap(({ agency, preparation }) =>
    preparation === undefined ? [] : [[agency, preparation] as const],
  );
  return Object.fromEntries(own);
}

/** Nobody is told to prepare for a meeting to which it is not called. */
export function preparationStranger(invitations: readonly Invitation[], { preparations }: Said): Refused | undefined {
  const stands = (id: string) => invitations.some(({ agency, withdrawn }) => agency === id && withdrawn === undefined);
  const stranger = Object.keys(preparations).find((id) => !stands(id));
  return stranger === undefined ? undefined : { code: 'not-invited', agency: stranger };
}
