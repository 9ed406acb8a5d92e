import * as z from 'zod';
import type { Actor, Staff } from '../../access/model.ts';
import { nameOf } from '../../access/rules.ts';
import { gateRefusal } from '../../framework/gate.ts';
import { meetingIdSchema } from '../../ids.ts';
import { type Draft, type DraftedMeeting, type Meeting, meetingStates } from '../../meeting/model.ts';
import type { Refused } from '../../refusal.ts';
import { ok, refuse, type Result } from '../../result.ts';
import { dayOf } from '../../time.ts';
import { plannedFor, withOwnJudgement } from '../meeting/basis.ts';
import { casesOf } from '../case/cases-of.ts';
import type { Command, Deps } from '../command.ts';
import { convened } from '../meeting/convened.ts';
import { polled } from '../poll/polled.ts';
import { textField } from '../fields.ts';
import { afterDecision, decided, lookedAtAnew } from './host-decision.ts';
import { locateAsHost } from '../locate-as-host.ts';
import { save } from '../save.ts';

const input = z.strictObject({ meeting: meetingIdSchema });

/** 決裁: a supervisor of the host approves a 起案, and from this moment it is convened: replies are due from now. */
export const approveDraft: Command<typeof input> = {
  input,
  async run(deps, actor, said) {
    const located = await draftFor(deps, actor, said.meeting);
    if (!located.ok) return located;
    const { meeting, draft, officer } = located.value;
    if (officer.role !== 'supervisor') return refuse({ code: 'not-supervisor' });
    if (draft.sentBack !== undefined) return refuse({ code: 'wrong-state', state: '差戻し' });
    const judged = await throughGate(deps, actor, meeting, draft);
    if (!judged.ok) return judged;

    const approved = { by: officer.id, at: deps.clock.now() };
    const settle = draft.slots === undefined ? convened : polled;
    const saved = await settle(deps, { ...judged.value, approved }, draft, { convener: draft.by, by: officer.id });
    if (!saved.ok) return saved;
    return save(deps, actor, { command: 'approve', town: meeting.town, id: meeting.id, ...saved.value });
  },
};

/** While it lay, its date may have come and a consent may have gone. What is the supervisor's to judge, this judges. */
async function throughGate(
  deps: Deps,
  actor: Actor,
  meeting: Meeting,
  draft: Draft,
): Promise<Result<Meeting, Refused>> {
  const now = deps.clock.now();
  if (draft.date <= now) return refuse({ code: 'too-late', date: draft.date });
  const found = await casesOf(deps, actor, meeting.cases);
  if (!found.ok) return found;
  const { cases } = found.value;
  const planned = await plannedFor(deps, dayOf(draft.slots?.toSorted().at(-1) ?? draft.date), draft.invitations);
  const judged = withOwnJudgement(deps, actor, meeting, { cases, planned });
  const closed = gateRefusal(judged, cases, dayOf(now), planned);
  return closed === undefined ? ok(judged) : refuse(closed);
}

const backInput = z.strictObject({ meeting: meetingIdSchema, reason: textField });

/** 差戻し: the supervisor sends a 起案 back to whoever drafted it, with the reason; it is kept as it stands. */
export const sendBackDraft: Command<typeof backInput> = {
  input: backInput,
  async run(deps, actor, said) {
    const located = await draftFor(deps, actor, said.meeting);
    if (!located.ok) return located;
    const { meeting, draft, officer } = located.value;
    if (officer.role !== 'supervisor') return refuse({ code: 'not-supervisor' });

    const sentBack = { by: officer.id, at: deps.clock.now(), reason: said.reason };
    const next: Meeting = { ...decided(meeting), state: 'drafted', draft: { ...draft, sentBack } };
    const put = [next, ...(await afterDecision(deps, meeting, actor.id))];
    const outbox = await lookedAtAnew(deps, next);
    return save(deps, actor, { command: 'send-back', town: meeting.town, id: meeting.id, put, outbox });
  },
};

/** 起案の取下げ: what was asked for is asked for again as it was; what nobody asked for is 中止. */
export const withdrawDraft: Command<typeof input> = {
  input,
  async run(deps, actor, said) {
    const located = await draftFor(deps, actor, said.meeting);
    if (!located.ok) return located;
    const { meeting } = located.value;
    const at = deps.clock.now();
    const next: Meeting =
      meeting.requestedAt === undefined
        ? { ...decided(meeting), state: 'cancelled', cancelled: { by: nameOf(actor), at, reason: '起案の取下げ' } }
        : { ...decided(meeting), state: 'requested' };
    const put = [next, ...(await afterDecision(deps, meeting, actor.id))];
    const outbox = await lookedAtAnew(deps, next);
    return save(deps, actor, { command: 'withdraw-draft', town: meeting.town, id: meeting.id, put, outbox });
  },
};

type Drafted = { readonly meeting: DraftedMeeting; readonly draft: Draft; readonly officer: Staff };

async function draftFor(deps: Deps, actor: Actor, id: Meeting['id']): Promise<Result<Drafted, Refused>> {
  const located = await locateAsHost(deps, actor, id);
  if (!located.ok) return located;
  const { meeting, officer } = located.value;
  if (meeting.state !== 'drafted' || meeting.draft === undefined)
    return refuse({ code: 'wrong-state', state: meetingStates[meeting.state] });
  return ok({ meeting, draft: meeting.draft, officer });
}
