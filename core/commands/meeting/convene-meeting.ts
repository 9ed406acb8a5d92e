import * as z from 'zod';
import type { Actor, Staff } from '../../access/model.ts';
import { partnerRefusal } from '../../case/home-town.ts';
import type { Case } from '../../case/model.ts';
import { gateRefusal } from '../../framework/gate.ts';
import { offRefusal } from '../../framework/uses.ts';
import { agencyIdSchema, bodyIdSchema, meetingIdSchema } from '../../ids.ts';
import type { Invitation } from '../../invitation/model.ts';
import type { Meeting } from '../../meeting/model.ts';
import { unsafeForMail, unsafeNumbers } from '../../message/safe-text.ts';
import type { Refused } from '../../refusal.ts';
import { ok, refuse, type Result } from '../../result.ts';
import { dayOf, type Instant, instantSchema } from '../../time.ts';
import { askedMeeting } from './asked-meeting.ts';
import { basisInput, overridesIn, plannedFor, withOwnJudgement } from './basis.ts';
import { casesOf, overRefusal, released } from '../case/cases-of.ts';
import { withoutFactsOf } from '../case/without-facts.ts';
import type { Command, Deps } from '../command.ts';
import { convened, drafted, needsApproval, type Proposal } from './convened.ts';
import { instantField, textField } from '../fields.ts';
import { pollIn, pollInput, quorumIn } from './poll-input.ts';
import { polled } from '../poll/polled.ts';
import { inviteInput, leavingInput, newInvitations } from './invitations.ts';
import { agendaRefusal, gatheringInput, gatheringOf } from './gathering-input.ts';
import { hostOf } from '../locate-as-host.ts';
import { preparationField, preparationOf, unsafePreparation } from './preparations.ts';
import { casesInput } from '../request/request-meeting.ts';
import { save, type Saving } from '../save.ts';
import { type UnderBody, underBody } from './under-body.ts';

/** 指名 of those who are no constituents, all of them or some: papers stay closed to the others. */
export const designateField = z.union([z.literal('all'), z.array(agencyIdSchema)]).default([]);

const fields = z.strictObject({
  meeting: meetingIdSchema,
  date: instantField.optional(),
  ...pollInput,
  place: z.string().optional(),
  ...gatheringInput,
  outlook: textField,
  /** ご準備, of all who are called; an agency may have its own in `invite`. */
  preparation: preparationField.optional(),
  /** Besides the standing roster of the body. */
  invite: inviteInput.default({}),
  /** The body (会議体) it is convened under; the host's usual one when left out. */
  body: bodyIdSchema.optional(),
  /** Of the standing roster, who is left out, and why. */
  without: leavingInput.default([]),
  /** 文書番号 taken from the office's own book; the next one when left out. */
  number: z.number().int().min(1).max(99_999).optional(),
  designate: designateField,
  /** The plan to be discussed has services by statute (法定サービス). */
  statutory: z.boolean().default(false),
  urgent: z.boolean().default(false),
  /** Needed when no 開催依頼 came before. */
  cases: casesInput.optional(),
  ...basisInput,
  framework: basisInput.framework.optional(),
});
/** One date that is fixed, or some of which agencies say which would do (日程調整). */
export const conveneInput = fields.refine(({ date, slots }) => (date === undefined) !== (slots === undefined), {
  path: ['date'],
  params: { refusal: 'bad-input' },
  message: '開催日時か、日程調整の候補か、どちらか一方を入れてください。',
});
type Said = z.output<typeof conveneInput>;
/** `date` is the first of the slots where some are asked about. */
type Input = Omit<Said, 'date'> & { readonly date: Instant };

/**
 * Convenes a meeting, from a 開催依頼 or straight away; where the body requires 決裁 it becomes a 起案 first. The workflow then invites.
 * Convening names no lead (BRIEF §2.2).
 */
export const conveneMeeting: Command<typeof conveneInput> = {
  input: conveneInput,
  async run(deps, actor, typed) {
    const said = dated(typed);
    const asked = await askedMeeting(deps, actor, said);
    if (!asked.ok) return asked;
    const convener = await hostOf(deps, actor, asked.value.town);
    if (!convener.ok) return convener;
    const found = await casesOf(deps, actor, asked.value.cases);
    if (!found.ok) return found;
    const { cases } = found.value;
    const tried = await convening(deps, convener.value, asked.value, { said, cases });
    const made = await withoutFactsOf(deps, actor, cases, tried);
    return made.ok ? save(deps, actor, made.value) : made;
  },
};

type Convening = { readonly said: Input; readonly cases: readonly Case[] };

/** Everything that convening a meeting saves, once every gate is open; nothing is saved yet. */
export async function convening(
  deps: Deps,
  convener: Staff,
  meeting: Meeting,
  { said, cases }: Convening,
): Promise<Result<Saving, Refused>> {
  const under = await underBody(deps, meeting, said);
  if (!under.ok) return under;
  const opened = await throughGate(deps, convener, meeting, { said, cases, under: under.value });
  if (!opened.ok) return opened;
  const { judged, invitations } = opened.value;

  const quorum = quorumIn(said, under.value.body, invitations);
  if (!quorum.ok) return quorum;
  const poll = await pollIn(deps, meeting, said);
  const proposal = { ...proposalOf(said, under.value, invitations), ...quorum.value, ...poll };
  const ready = await readied(deps, convener, judged, { proposal, body: under.value.body });
  if (!ready.ok) return ready;
  const { town, id } = judged;
  const put = [...ready.value.put, ...released(cases)];
  const noted = overridesIn({ emergency: false, judgements: meeting.judgements }, judged);
  return ok({ ...ready.value, town, id, put, noted });
}

export function dated(said: Said): Input {
  const { date, slots = [], ...rest } = said;
  const [first] = slots.toSorted();
  const asked = slots.length === 0 ? {} : { slots };
  // The schema asks for one of them; a poll about no slot at all is refused as one in the past.
  return { ...rest, ...asked, date: date ?? first ?? instantSchema.parse('1970-01-01T00:00:00.000Z') };
}

type Readied = { readonly proposal: Proposal; readonly body: UnderBody['body'] };

/** Convened at once, or a 起案 where the body requires 決裁. */
async function readied(deps: Deps, convener: Staff, meeting: Meeting, { proposal, body }: Readied) {
  const waits = await needsApproval(deps, meeting, convener, body);
  if (!waits.ok) return waits;
  const who = { convener: convener.id, by: convener.id };
  const settle = proposal.slots === undefined ? convened : polled;
  const saved = await (waits.value ? drafted : settle)(deps, meeting, proposal, who);
  return saved.ok ? ok({ ...saved.value, command: waits.value ? 'draft' : 'convene' }) : saved;
}

type Around = { readonly said: Input; readonly cases: readonly Case[]; readonly under: UnderBody };
type Opened = { readonly judged: Meeting; readonly invitations: Invitation[] };

/** The invitations, once every gate is open, and the meeting with what a supervisor judged by convening it. */
async function throughGate(
  deps: Deps,
  actor: Actor,
  meeting: Meeting,
  { said, cases, under }: Around,
): Promise<Result<Opened, Refused>> {
  const now = deps.clock.now();
  const off = await offRefusal(deps, meeting.town, meeting.framework);
  const refusal = off ?? refusalOf(meeting, { ...said, place: under.place }, cases, now);
  if (refusal !== undefined) return refuse(refusal);
  const invitations = await newInvitations(deps, under.invite, cases);
  if (!invitations.ok) return invitations;
  // A consent must hold on the last day that may come of it.
  const planned = await plannedFor(deps, dayOf(said.slots?.toSorted().at(-1) ?? said.date), invitations.value);
  const judged = withOwnJudgement(deps, actor, meeting, { cases, planned });
  const partners = await partnerRefusal(deps, cases, Object.keys(under.invite));
  const closed = gateRefusal(judged, cases, dayOf(now), planned) ?? partners;
  return closed === undefined ? ok({ judged, invitations: invitations.value }) : refuse(closed);
}

function refusalOf(meeting: Meeting, said: Input, cases: readonly Case[], now: Instant): Refused | undefined {
  if (said.date <= now) return { code: 'too-late', date: said.date };
  const numbers = { 会議番号: meeting.id, ケース番号: meeting.cases.join('、') };
  const printed = { 場所: gatheringOf(said, said.place).place, 見通し: said.outlook };
  const unsafe = unsafeNumbers(numbers, cases) ?? unsafeForMail(printed, cases);
  const unsafeToo = unsafe ?? unsafePreparation({ preparation: said.preparation, preparations: {} }, cases);
  return overRefusal(cases) ?? agendaRefusal(meeting, said) ?? unsafeToo;
}

function proposalOf(said: Input, { body, place, without }: UnderBody, invitations: Invitation[]): Proposal {
  const { date, outlook, number, designate, statutory } = said;
  return {
    date,
    ...gatheringOf(said, place),
    outlook,
    ...preparationOf(said.preparation),
    urgent: said.urgent,
    invitations,
    without: [...without],
    designate,
    statutory,
    ...(body === undefined ? {} : { body: body.id }),
    ...(number === undefined ? {} : { number }),
  };
}
