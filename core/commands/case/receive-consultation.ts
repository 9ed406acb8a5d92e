import * as z from 'zod';
import type { Actor } from '../../access/model.ts';
import { issueNames } from '../../case/issues.ts';
import type { Case } from '../../case/model.ts';
import { handedToNames, householdParts, routes } from '../../consultation/codes.ts';
import { readHousehold } from '../../consultation/household.ts';
import { type Consultation, consultationSchema, type ConsultationState } from '../../consultation/model.ts';
import { defined } from '../../defined.ts';
import { caseIdSchema, personIdSchema, townCodeSchema } from '../../ids.ts';
import type { Refused } from '../../refusal.ts';
import { ok, refuse, type Result } from '../../result.ts';
import { type Day, dayOf } from '../../time.ts';
import type { Command, Deps } from '../command.ts';
import { caseFrom } from './consultation-case.ts';
import { codeField, dayField, dayOfMomentField, textField } from '../fields.ts';
import { birthRefusal, takenPlaceRefusal } from './possible-days.ts';
import { save } from '../save.ts';
import { seenField, staleRefusal } from '../seen.ts';
import { isAnother } from '../taken.ts';
import { storedAt } from '../workplace.ts';

/** 対応結果; the last word of each is how case states name it. */
const outcomes = {
  受付: 'received',
  情報提供: 'informed',
  情報提供で終了: 'informed',
  つなぎ: 'referred',
  継続: 'continued',
} as const satisfies Readonly<Record<string, ConsultationState>>;
const codesOf = (names: Readonly<Record<number, string>>) => Object.keys(names).map(Number);
const householdField = z.union([
  z.string().transform(readHousehold),
  z.strictObject({
    size: z.number().int().min(1).max(30).optional(),
    who: z.array(z.enum(householdParts)).default([]),
    unknown: z.boolean().default(false),
  }),
]);

const input = z.strictObject({
  id: caseIdSchema,
  town: townCodeSchema.optional(),
  kana: z.string().optional(),
  name: textField.optional(),
  on: dayOfMomentField.optional(),
  born: dayField.optional(),
  phone: z.string().optional(),
  address: z.string().optional(),
  household: householdField.optional(),
  section: z.string().optional(),
  staff: z.string().optional(),
  mayShare: z.boolean().optional(),
  text: z.string().optional(),
  route: z.enum(routes).optional(),
  issues: z.array(codeField(codesOf(issueNames))).optional(),
  otherIssue: z.string().optional(),
  outcome: z.enum(['受付', '情報提供', '情報提供で終了', 'つなぎ', '継続']).optional(),
  handedTo: z.array(codeField(codesOf(handedToNames))).optional(),
  /** The case it joins; a new one under its own number when left out. */
  case: caseIdSchema.optional(),
  fresh: z.boolean().default(false),
  version: seenField,
});
type Input = z.output<typeof input>;

/** 相談受付: one quick record, without any workflow; 継続 makes it a case in the same commit, with nothing typed again (BRIEF §2.16). */
export const receiveConsultation: Command<typeof input> = {
  input,
  async run(deps, actor, said) {
    const found = await storedAt(deps, actor, 'consultation', said);
    if (!found.ok) return found;
    const { town, stored } = found.value;
    const changed = consultationFrom(said, stored ?? newConsultation(deps, actor, said, town));
    if (!changed.ok) return changed;
    const refusal = refusalOf(said, stored, changed.value) ?? impossibleDay(said, dayOf(deps.clock.now()));
    if (refusal !== undefined) return refuse(refusal);

    const followed = await caseFrom(deps, actor, changed.value, said.case);
    if (!followed.ok) return followed;
    const { consultation, put } = followed.value;
    return save(deps, actor, { command: 'consultation', town, id: said.id, put: [consultation, ...put] });
  },
};

type Blank = Omit<Consultation, 'name'> & { readonly name?: string };

function newConsultation(deps: Deps, actor: Actor, said: Input, town: Case['town']): Blank {
  const empty = { version: 0, state: 'received', mayShare: false, handedTo: [], issues: [] } as const;
  return {
    kind: 'consultation',
    town,
    id: said.id,
    ...empty,
    on: dayOf(deps.clock.now()),
    by: personIdSchema.parse(actor.id),
    handedTo: [],
    issues: [],
  };
}

/** What is left out stays as it was. */
function consultationFrom(said: Input, before: Blank): Result<Consultation, Refused> {
  const { outcome, case: _case, fresh: _fresh, town: _town, version: _seen, ...fields } = said;
  const state = outcome === undefined ? before.state : outcomes[outcome];
  const read = consultationSchema.safeParse({ ...before, ...defined(fields), state });
  return read.success ? ok(read.data) : refuse({ code: 'reason-missing', field: '氏名' });
}

function refusalOf(
  { fresh, id, version }: Input,
  stored: Consultation | undefined,
  next: Consultation,
): Refused | undefined {
  // Sent again after a batch was cut off, it is the same one; anything else would overwrite somebody's consultation.
  if (fresh && isAnother(stored, { ...next, case: stored?.case })) return { code: 'already-exists', id };
  const stale = staleRefusal(version, stored, next);
  if (stale !== undefined) return stale;
  if (stored?.state === 'continued' && next.state !== 'continued') return { code: 'already-closed', state: '継続' };
  return nowhere(next);
}

function impossibleDay({ born, on }: Input, today: Day): Refused | undefined {
  return birthRefusal(born, today) ?? takenPlaceRefusal(on, today);
}

function nowhere({ state, handedTo }: Consultation): Refused | undefined {
  if (state === 'referred' && handedTo.length === 0)
    return { code: 'bad-input', field: 'handedTo', problem: 'つないだ先を、01から25の番号で入れてください。' };
  return undefined;
}
