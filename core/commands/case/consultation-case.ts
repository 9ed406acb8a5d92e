import { hostedBy } from '../../access/keeper.ts';
import type { Actor } from '../../access/model.ts';
import { mayOn } from '../../access/on-record.ts';
import { type Case, caseSchema } from '../../case/model.ts';
import type { Consultation } from '../../consultation/model.ts';
import { type CaseId, memberIdSchema } from '../../ids.ts';
import type { Versioned } from '../../records.ts';
import type { Refused } from '../../refusal.ts';
import { ok, refuse, type Result } from '../../result.ts';
import type { Deps } from '../command.ts';
import { reopened } from '../../case/rules.ts';
import { unsafeNumbers } from '../../message/safe-text.ts';
import { refusalOfNewlyDiscussed } from '../meeting/newly-discussed.ts';
import { refusalOfAnother } from './another-person.ts';
import { withMember } from './set-member.ts';

type Followed = { readonly consultation: Consultation; readonly put: readonly Versioned[] };

/** The case a consultation that goes on opens, joins, or keeps up to date. Others come back as they are. */
export async function caseFrom(
  deps: Deps,
  actor: Actor,
  consultation: Consultation,
  named: CaseId | undefined,
): Promise<Result<Followed, Refused>> {
  if (consultation.state !== 'continued') return ok({ consultation, put: [] });
  const { town } = consultation;
  const id = consultation.case ?? named ?? consultation.id;
  const stored = await deps.store.get('case', town, id);
  const isMeant = consultation.case !== undefined || named !== undefined;
  const not = stored === undefined ? undefined : await refusalOfStored(deps, actor, stored, isMeant);
  if (not !== undefined) return refuse(not);

  const known = { ...consultation, case: id };
  const one = caseWorkedOn(deps, actor, known, stored);
  const next = joined(one, known);
  const refusal = await refusalOf(deps, { one, next, known, named });
  return refusal === undefined ? ok({ consultation: known, put: [next] }) : refuse(refusal);
}

/** A case that happens to bear the number of this consultation is not meant, unless it was named. */
async function refusalOfStored(deps: Deps, actor: Actor, stored: Case, isMeant: boolean): Promise<Refused | undefined> {
  if (!isMeant) return { code: 'already-exists', id: stored.id };
  return (await mayOn(deps, actor, stored, 'edit')) ? undefined : { code: 'forbidden' };
}

function caseWorkedOn(
  { clock }: Deps,
  actor: Actor,
  known: Consultation & { readonly case: CaseId },
  stored?: Case,
): Case {
  return stored === undefined ? opened(known, known.case, actor) : reopened(stored, actor.id, clock.now());
}

type Joining = {
  readonly one: Case;
  readonly next: Case;
  readonly known: Consultation;
  readonly named: CaseId | undefined;
};

async function refusalOf(deps: Deps, { one, next, known, named }: Joining): Promise<Refused | undefined> {
  return refusalOfNumber(next, named) ?? refusalOfMember(deps, one, known, next);
}

/** A number of its own may have been given before anybody thought of a case; as a case's, mails repeat it. */
function refusalOfNumber(next: Case, named: CaseId | undefined): Refused | undefined {
  return next.version === 0 ? unsafeNumbers({ [named === undefined ? 'id' : 'case']: next.id }, [next]) : undefined;
}

/** What the form of a household member asks: a consultation renames nobody whom a consent or a meeting is about either. */
async function refusalOfMember(
  deps: Deps,
  before: Case,
  consultation: Consultation,
  next: Case,
): Promise<Refused | undefined> {
  const another = refusalOfAnother(before, [memberIn(before, consultation)]);
  return another ?? refusalOfNewlyDiscussed(deps, before, next);
}

function opened(consultation: Consultation, id: CaseId, actor: Actor): Case {
  return caseSchema.parse({
    kind: 'case',
    town: consultation.town,
    id,
    version: 0,
    state: 'received',
    openedOn: consultation.on,
    issues: [],
    ...(consultation.text === undefined ? {} : { summary: consultation.text }),
    members: [],
    consents: [],
    triggers: [],
    leads: [],
    worker: actor.id,
    consultation: consultation.id,
    ...(consultation.mayShare ? {} : { withinTown: true }),
    ...hostedBy(actor),
  });
}

/** Who consulted us is a member; what is known of them goes along. 情報提供同意 given later opens the case to those who host it. */
function joined(one: Case, consultation: Consultation): Case {
  const { issues, otherIssue } = consultation;
  const { withinTown, ...rest } = one;
  const member = memberIn(one, consultation);
  const left = one.formerMembers?.some(({ id }) => id === member.id) === true;
  return {
    ...rest,
    ...(withinTown === true && !consultation.mayShare ? { withinTown } : {}),
    issues: [...new Set([...one.issues, ...issues])],
    ...(otherIssue === undefined ? {} : { otherIssue }),
    // Whoever left the household comes back by the form of its members, not by a telephone number put right.
    members: left ? one.members : withMember(one.members, member),
  };
}

function memberIn(one: Case, consultation: Consultation) {
  const { name, kana, born, address, phone } = consultation;
  return { id: memberIdIn(one, consultation), name, kana, born, address, phone };
}

/** 「相談者」 of the case it grew into; elsewhere the member of the same name, else 「相談者」, else 「相談者」 with the number of the consultation where that is somebody else. */
function memberIdIn({ members, consultation }: Case, { id, name }: Consultation): Case['members'][number]['id'] {
  if (consultation === id) return memberIdSchema.parse('相談者');
  const plain = (text: string) => text.normalize('NFKC').replaceAll(/\s/g, '');
  const same = members.find((member) => plain(member.name) === plain(name));
  const taken = members.some((member) => member.id === '相談者');
  return same?.id ?? memberIdSchema.parse(taken ? `相談者-${id}`.slice(0, 40) : '相談者');
}
