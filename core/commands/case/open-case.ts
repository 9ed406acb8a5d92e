import * as z from 'zod';
import type { Actor } from '../../access/model.ts';
import { hostedBy, keeperFor } from '../../access/keeper.ts';
import {
  caseSchema,
  caseStates,
  type Lead,
  leadSchema,
  triggerSchema,
  type Case,
  urgencies,
} from '../../case/model.ts';
import { featureNames } from '../../case/features.ts';
import { issueCodes } from '../../case/issues.ts';
import { defined } from '../../defined.ts';
import { caseIdSchema, personIdSchema, townCodeSchema } from '../../ids.ts';
import type { Refused } from '../../refusal.ts';
import { unsafeNumbers } from '../../message/safe-text.ts';
import { refuse } from '../../result.ts';
import { dayOf } from '../../time.ts';
import { afterClosing, endsSupport, planClosed, withEnding } from '../plan/closing.ts';
import { refusalOfAnother } from './another-person.ts';
import type { Command, Deps } from '../command.ts';
import { codeField, dayOfMomentField } from '../fields.ts';
import { latestMeetingOf } from '../meeting/latest-meeting.ts';
import { refusalOfNewlyDiscussed } from '../meeting/newly-discussed.ts';
import { birthsRefusal } from './possible-days.ts';
import { save } from '../save.ts';
import { seenField, staleRefusal } from '../seen.ts';
import { MOST_MEMBERS, refusalOfTooMany } from '../../case/household-size.ts';
import { memberInput, withMember } from './set-member.ts';
import { isAnother } from '../taken.ts';
import { storedAt } from '../workplace.ts';

const stateWords = z.enum(caseStates);
const input = z.strictObject({
  id: caseIdSchema,
  town: townCodeSchema.optional(),
  issues: z.array(codeField(issueCodes)).optional(),
  otherIssue: z.string().optional(),
  features: z.array(codeField(Object.keys(featureNames).map(Number))).optional(),
  urgency: z.enum(urgencies).optional(),
  summary: z.string().optional(),
  members: z
    .array(memberInput)
    .max(MOST_MEMBERS, `世帯員は${String(MOST_MEMBERS)}人までにしてください。`)
    .optional(),
  state: stateWords.optional(),
  residence: townCodeSchema.optional(),
  triggers: z.array(triggerSchema.omit({ firedAt: true })).optional(),
  leads: z.array(leadSchema.omit({ meeting: true })).optional(),
  openedOn: dayOfMomentField.optional(),
  version: seenField,
  /** A first consultation: refused when the number is taken by another. */
  fresh: z.boolean().default(false),
});

type Input = z.output<typeof input>;

/** Opens a case, or changes what is named of one that is there. What is left out stays, and so do members. */
export const openCase: Command<typeof input> = {
  input,
  async run(deps, actor, said) {
    const found = await storedAt(deps, actor, 'case', said);
    if (!found.ok) return found;
    const { town, stored } = found.value;
    const opened = stored ?? { ...newCase(said, town, dayOf(deps.clock.now())), ...hostedBy(actor) };
    const leads = await sorted(deps, opened, said.leads);
    const worker = await workerOf(deps, actor, opened);
    const changed = withChanges(askedAnew({ ...opened, worker }, said), { ...said, leads });
    const household = birthsIn(deps, said) ?? refusalOfHousehold(said, stored, changed);
    const refusal = household ?? (await refusalOfNewlyDiscussed(deps, opened, changed));
    if (refusal !== undefined) return refuse(refusal);
    const one = withEnding(opened, changed, deps);
    const after = stored !== undefined && endsSupport(stored, one) ? await ended(deps, actor, one) : nothing;
    return save(deps, actor, { command: 'case', town, id: said.id, put: [one, ...after.put], outbox: after.outbox });
  },
};

async function workerOf(deps: Deps, actor: Actor, { worker, town }: Case) {
  return worker ?? keeperFor(deps, town, personIdSchema.parse(actor.id));
}

function birthsIn({ clock }: Deps, { members = [] }: Input): Refused | undefined {
  return birthsRefusal(members, dayOf(clock.now()));
}

const nothing = { put: [], outbox: [] };

async function ended(deps: Deps, actor: Actor, one: Case) {
  const [plan, after] = [await planClosed(deps, one), await afterClosing(deps, actor, one)];
  return { put: [...plan.put, ...after.put], outbox: [...plan.outbox, ...after.outbox] };
}

/** Sent again after a batch was cut off, it is the same case; anything else would overwrite a household. */
function takenAlready({ fresh, id }: Input, stored: Case | undefined, changed: Case): Refused | undefined {
  return fresh && isAnother(stored, changed) ? { code: 'already-exists', id } : undefined;
}

/** 主担当 as they are named here, marked with the meeting that sorted them, where one was held. */
async function sorted(deps: Deps, one: Case, leads: readonly Lead[] | undefined): Promise<Lead[] | undefined> {
  const meeting = leads === undefined ? undefined : await latestMeetingOf(deps, one);
  return leads?.map((lead) => ({ ...lead, ...(meeting === undefined ? {} : { meeting: meeting.id }) }));
}

function refusalOfHousehold(said: Input, stored: Case | undefined, changed: Case): Refused | undefined {
  if (stored === undefined) return refusalOfTooMany(changed) ?? unsafeNumbers({ id: said.id }, [changed]);
  const taken = takenAlready(said, stored, changed) ?? staleRefusal(said.version, stored, changed);
  return taken ?? refusalOfTooMany(changed) ?? refusalOfAnother(stored, said.members ?? []);
}

function newCase(said: Input, town: Case['town'], openedOn: Case['openedOn']): Case {
  return {
    kind: 'case',
    town,
    id: said.id,
    version: 0,
    state: 'received',
    openedOn,
    issues: [],
    members: [],
    consents: [],
    triggers: [],
    leads: [],
  };
}

/** Another 住所地 is another question to the person (R15). */
function askedAnew(one: Case, { residence = one.residence }: Input): Case {
  if (residence === one.residence) return one;
  const { homeTown: _answered, ...rest } = one;
  return rest;
}

function withChanges(one: Case, said: Omit<Input, 'leads'> & { readonly leads: readonly Lead[] | undefined }): Case {
  const state = Object.entries(caseStates).find(([, word]) => word === said.state)?.[0];
  const urgency = Object.entries(urgencies).find(([, word]) => word === said.urgency)?.[0];
  const { issues, otherIssue, features, summary, leads, residence, openedOn } = said;
  return caseSchema.parse({
    ...one,
    ...defined({ issues, otherIssue, features, urgency, summary, leads, state, residence, openedOn }),
    members: (said.members ?? []).reduce(withMember, one.members),
    ...(said.triggers === undefined ? {} : { triggers: said.triggers.map((each) => ({ ...each, firedAt: [] })) }),
  });
}
