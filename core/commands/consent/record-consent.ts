import * as z from 'zod';
import type { Actor } from '../../access/model.ts';
import type { Case, Member } from '../../case/model.ts';
import { type Consent, giverSchema } from '../../consent/model.ts';
import { isStanding } from '../../consent/rules.ts';
import { caseIdSchema, memberIdSchema } from '../../ids.ts';
import type { Refused } from '../../refusal.ts';
import { refuse, type Result } from '../../result.ts';
import { addMonths, type Day, dayOf } from '../../time.ts';
import { endingAnsweredBy, endingsAhead } from './ending-consents.ts';
import { afterWithdrawal } from '../meeting/after-withdrawal.ts';
import type { Command, Deps, Done } from '../command.ts';
import { dayField, textField, textsField } from '../fields.ts';
import { locateForStaff } from '../locate.ts';
import { save } from '../save.ts';

/** Who gave a consent, when, how and until when: the same for 本人同意 and 税務情報の同意. */
export const givingInput = {
  on: dayField.optional(),
  until: dayField.optional(),
  by: giverSchema.default('本人'),
  /** Their name and relation, where it was not the person. */
  giver: textField.max(100, '100字までで書いてください。').optional(),
  method: textField.max(100, '100字までで書いてください。').default('書面'),
  withdraw: z.boolean().default(false),
};

const textList = textsField.optional();
const input = z.strictObject({
  case: caseIdSchema,
  member: memberIdSchema,
  /** 範囲: in words, or the recipients (提供先) and items (提供する項目) it is for. */
  scope: z
    .union([
      textsField.transform((texts) => ({ words: texts.join('、'), recipients: undefined, items: undefined })),
      z
        .strictObject({ recipients: textList, items: textList })
        .transform(({ recipients, items }) => ({ words: '', recipients, items })),
    ])
    .default({ words: '会議の構成員', recipients: undefined, items: undefined }),
  ...givingInput,
});
type Input = z.output<typeof input>;

/** Records a consent (本人同意) or its withdrawal, which stops what rests on it. */
export const recordConsent: Command<typeof input> = {
  input,
  async run(deps, actor, said) {
    const located = await locateForStaff(deps, actor, 'case', said.case);
    if (!located.ok) return located;
    const one = located.value;
    const member = one.members.find(({ id }) => id === said.member);
    if (member === undefined) return refuse({ code: 'unknown-member', id: said.member });
    const today = dayOf(deps.clock.now());
    if (said.withdraw) return withdrawal(deps, actor, one, said.member);
    const refusal = givingRefused(said, member, today);
    if (refusal !== undefined) return refuse(refusal);
    const after = given(one, said, today);
    const put = [after, ...(await endingAnsweredBy(deps, after, actor.id))];
    return save(deps, actor, {
      command: 'consent',
      town: one.town,
      id: one.id,
      put,
      outbox: endingsAhead(deps, after),
    });
  },
};

/** A consent withdrawn already stays so: pressed twice, nothing more happens. */
async function withdrawal(deps: Deps, actor: Actor, one: Case, member: string): Promise<Result<Done, Refused>> {
  const standing = one.consents.filter((consent) => consent.member === member && isStanding(consent));
  const consents = withdrawn(deps, one.consents, member);
  const after = standing.length === 0 ? { put: [] } : await afterWithdrawal(deps, actor, { ...one, consents });
  return save(deps, actor, { command: 'consent-withdrawal', town: one.town, id: one.id, ...after });
}

// 民法4条.
const OF_AGE_MONTHS = 18 * 12;
type Giving = Pick<Input, 'on' | 'until' | 'by'>;

/** What cannot be: given tomorrow, over before it was given, or by the parents of an adult. */
export function givingRefused({ on, until, by }: Giving, { born }: Member, today: Day): Refused | undefined {
  const day = on ?? today;
  if (day > today)
    return { code: 'bad-date', field: 'on', received: day, why: 'きょうより後です。同意を受けた日を書いてください。' };
  if (until !== undefined && until < day)
    return {
      code: 'bad-date',
      field: 'until',
      received: until,
      why: '同意の日より前です。同意の日より後の日にしてください。',
    };
  const adult = born !== undefined && addMonths(born, OF_AGE_MONTHS) <= day;
  const problem = '親権者が同意できるのは18歳になるまでです。本人か法定代理人の同意を記録してください。';
  return by === '親権者' && adult ? { code: 'bad-input', field: '同意した人', problem } : undefined;
}

type Withdrawable = { readonly member: string } & Pick<Consent, 'withdrawnAt' | 'endedAt'>;
export function withdrawn<One extends Withdrawable>(deps: Deps, consents: readonly One[], member: string): One[] {
  const withdrawnAt = deps.clock.now();
  return consents.map((consent) =>
    consent.member === member && isStanding(consent) ? { ...consent, withdrawnAt } : consent,
  );
}

function given(one: Case, said: Input, today: Day): Case {
  const { member, scope, on = today } = said;
  const { recipients = [], items = [] } = scope;
  const consent: Consent = {
    ...givingOf(said, on),
    member,
    scope: scope.words === '' ? inWords(recipients, items) : scope.words,
    ...(recipients.length === 0 ? {} : { recipients }),
    ...(items.length === 0 ? {} : { items }),
  };
  const state = one.state === 'awaiting-consent' ? 'assessing' : one.state;
  return { ...one, state, consents: [...one.consents, consent] };
}

export function givingOf({ by, giver, method, until }: Omit<Giving, 'on'> & Pick<Input, 'giver' | 'method'>, on: Day) {
  return { on, by, method, ...(giver === undefined ? {} : { giver }), ...(until === undefined ? {} : { until }) };
}

const orAll = (texts: readonly string[], all: string) => (texts.length === 0 ? all : texts.join('、'));

function inWords(recipients: readonly string[], items: readonly string[]): string {
  return `提供先: ${orAll(recipients, '会議の関係機関')}／項目: ${orAll(items, '支援に必要な情報')}`;
}
