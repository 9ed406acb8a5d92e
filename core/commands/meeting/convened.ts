import { approverFor } from '../../access/host-people.ts';
import type { Staff } from '../../access/model.ts';
import type { Body } from '../../body/model.ts';
import { hostCodeOf } from '../../body/rules.ts';
import type { PersonId } from '../../ids.ts';
import { appoint, withCurrentState } from '../../meeting/convening.ts';
import type { ConvenedMeeting, Draft, DraftedMeeting, Meeting } from '../../meeting/model.ts';
import type { Versioned } from '../../records.ts';
import type { Refused } from '../../refusal.ts';
import { ok, refuse, type Result } from '../../result.ts';
import { rulesForMeeting } from '../../settings/kept.ts';
import type { Settings } from '../../settings/model.ts';
import { mailableFrom, settingsOf } from '../../settings/rules.ts';
import type { Instant } from '../../time.ts';
import type { OutboxEntry } from '../../workflow/model.ts';
import type { Deps } from '../command.ts';
import { withHeld } from './held-invitations.ts';
import { afterDecision, decided, lookedAtAnew } from '../request/host-decision.ts';
import { markedByBody } from './under-body.ts';

/** What somebody of the host wants to convene: when, where, for how long, whom, and how the body's rules are used. */
export type Proposal = Omit<Draft, 'by' | 'at' | 'sentBack'>;

/** Whose convening it is, and who pressed the button: the supervisor who approves makes nobody else the convener. */
export type Who = { readonly convener: PersonId; readonly by: string };
type Saved = { readonly put: readonly Versioned[]; readonly outbox: readonly OutboxEntry[] };

/** The meeting as convened: the reply deadline counts from this moment, its number is taken, and the workflow invites. */
export async function convened(
  deps: Deps,
  meeting: Meeting,
  proposal: Proposal,
  { convener, by }: Who,
): Promise<Result<Saved, Refused>> {
  const body = await bodyOf(deps, meeting, proposal);
  const under = { ...(body === undefined ? {} : { body }), invite: {} };
  const marked = await markedByBody(
    deps,
    under,
    { ...proposal, invite: {} },
    { invitations: proposal.invitations, by: convener },
  );
  if (!marked.ok) return marked;
  const settings = await settingsOf(deps, meeting.town);
  const appointment = appointmentOf({ meeting, proposal, convener }, settings, deps.clock.now());
  const marks = { ...marked.value.marks, rules: rulesForMeeting(settings) };
  const quorum = proposal.quorum === undefined ? {} : { quorum: proposal.quorum };
  const dated: ConvenedMeeting = { ...decided(meeting), state: 'inviting', ...quorum, ...marks, appointment };
  const { meeting: held, tasks } = await withHeld(deps, dated);
  // Whoever said ○ of a date that was polled for comes already.
  const next = withCurrentState(held);
  const put = [next, ...tasks, ...marked.value.put, ...(await afterDecision(deps, meeting, by))];
  return ok({ put, outbox: await lookedAtAnew(deps, next) });
}

type Convening = { readonly meeting: Meeting; readonly proposal: Proposal; readonly convener: PersonId };

function appointmentOf({ meeting, proposal, convener }: Convening, settings: Settings, convenedAt: Instant) {
  const { date: startsAt, outlook, preparation, place, mode, url, placeInside, agenda } = proposal;
  const urgent = proposal.urgent || meeting.emergency;
  const gathering = { startsAt, place, mode, url, placeInside, agenda };
  const made = { ...gathering, outlook, preparation, convenedAt, convener, urgent };
  return appoint(made, settings, mailableFrom(settings, convenedAt, urgent));
}

async function bodyOf(deps: Deps, { town }: Meeting, { body }: Proposal): Promise<Body | undefined> {
  return body === undefined ? undefined : deps.store.get('body', await hostCodeOf(deps, town), body);
}

/** 起案: everything is kept as typed, and nobody hears of it before 決裁. */
export async function drafted(
  deps: Deps,
  meeting: Meeting,
  proposal: Proposal,
  { convener, by }: Who,
): Promise<Result<Saved, Refused>> {
  const draft = { by: convener, at: deps.clock.now(), ...proposal };
  const next: DraftedMeeting = { ...decided(meeting), state: 'drafted', draft };
  const put = [next, ...(await afterDecision(deps, meeting, by))];
  return ok({ put, outbox: await lookedAtAnew(deps, next) });
}

/**
 * Whether a convening waits for 決裁: the body says so, nobody is in danger, and it is no supervisor who convenes. Refused when nobody
 * could ever approve it.
 */
export async function needsApproval(
  deps: Deps,
  meeting: Meeting,
  actor: Staff,
  body: Body | undefined,
): Promise<Result<boolean, Refused>> {
  if (body?.approval !== true || meeting.emergency || actor.role === 'supervisor') return ok(false);
  return (await approverFor(deps, meeting.town)) === undefined ? refuse({ code: 'approver-missing' }) : ok(true);
}
