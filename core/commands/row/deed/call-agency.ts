import * as z from 'zod';
import type { Actor } from '../../../access/model.ts';
import { agencyIdSchema, meetingIdSchema } from '../../../ids.ts';
import { answerSchema, type Invitation, type Reply, sourceSchema } from '../../../invitation/model.ts';
import type { Meeting } from '../../../meeting/model.ts';
import type { Refused } from '../../../refusal.ts';
import { ok, refuse, type Result } from '../../../result.ts';
import { casesOf } from '../../case/cases-of.ts';
import type { Command, Deps, Done } from '../../command.ts';
import { defined } from '../../../defined.ts';
import { locateForStaff } from '../../locate.ts';
import { changeMeeting } from '../../meeting/change-meeting.ts';
import { inviteInput, newInvitations } from '../../meeting/invitations.ts';
import { preparationField } from '../../meeting/preparations.ts';
import { readInput } from '../../refusal-of-input.ts';
import { recordReply } from '../../reply/record-reply.ts';
import { doing } from './doing.ts';

const input = z.strictObject({
  meeting: meetingIdSchema,
  agency: agencyIdSchema,
  class: z.string().optional(),
  purpose: z.string().optional(),
  members: z.array(z.string()).optional(),
  /** ご準備: what this agency alone is to prepare; empty: what all are. */
  preparation: preparationField.optional(),
  /** 必須: read from the rows when the meeting is convened. */
  required: z.boolean(),
  answer: answerSchema.optional(),
  source: sourceSchema.optional(),
  deputy: z.string().optional(),
  text: z.string().optional(),
  /** Why it is not called, or no longer. */
  leave: z.string().optional(),
});
type Input = z.output<typeof input>;

/**
 * A row of 招集. Before its meeting is convened it is kept, and read when somebody convenes; then it invites who is not invited yet, takes
 * back an invitation, and takes an answer that somebody gave by telephone.
 */
export const callAgency: Command<typeof input> = {
  input,
  async run(deps, actor, said) {
    const located = await locateForStaff(deps, actor, 'meeting', said.meeting);
    if (!located.ok) return located;
    const meeting = located.value;
    if (meeting.state === 'requested') return wished(deps, actor, meeting, said);
    const before = meeting.invitations.find(({ agency }) => agency === said.agency);
    return said.leave === undefined
      ? called(deps, actor, meeting, { said, before })
      : left(deps, actor, meeting, { said, before });
  },
};

async function called(deps: Deps, actor: Actor, meeting: Meeting, { said, before }: Called) {
  if (before?.withdrawn !== undefined) return refuse(gone(said));
  const there = before === undefined ? await invited(deps, actor, said) : await prepared(deps, actor, meeting, said);
  return !there.ok || said.answer === undefined ? there : answered(deps, actor, meeting, { said, before });
}

const doneOf = ({ town, id }: Meeting): Done => ({ town, id });

/** The entry of a convening's `invite` that a row makes. */
export function callIn(said: Pick<Input, 'agency' | 'class' | 'purpose' | 'members' | 'preparation'>) {
  const { agency, class: part, purpose = '', members, preparation } = said;
  return { [agency]: { class: part ?? '', purpose, ...defined({ members, preparation }) } };
}

/** Nobody is invited yet: the agency and the members must be there all the same. */
async function wished(deps: Deps, actor: Actor, meeting: Meeting, said: Input): Promise<Result<Done, Refused>> {
  if (said.answer !== undefined) return refuse({ code: 'not-invited', agency: said.agency });
  if (said.leave !== undefined) return ok(doneOf(meeting));
  const found = await casesOf(deps, actor, meeting.cases);
  if (!found.ok) return found;
  const invite = readInput(inviteInput, callIn(said));
  const made = invite.ok ? await newInvitations(deps, invite.value, found.value.cases) : invite;
  return made.ok ? ok(doneOf(meeting)) : made;
}

async function invited(deps: Deps, actor: Actor, said: Input): Promise<Result<Done, Refused>> {
  return doing(changeMeeting, deps, actor, { meeting: said.meeting, add: callIn(said) });
}

/** 案内 is out: what the agency is to prepare now is told to it alone. */
async function prepared(deps: Deps, actor: Actor, meeting: Meeting, said: Input): Promise<Result<Done, Refused>> {
  const { agency, preparation } = said;
  const before = meeting.invitations.find((one) => one.agency === agency)?.preparation ?? '';
  if (preparation === undefined || preparation === before) return ok(doneOf(meeting));
  return doing(changeMeeting, deps, actor, { meeting: meeting.id, preparations: { [agency]: preparation } });
}

type Called = { readonly said: Input; readonly before: Invitation | undefined };

async function left(deps: Deps, actor: Actor, meeting: Meeting, { said, before }: Called) {
  if (before === undefined || before.withdrawn !== undefined) return ok(doneOf(meeting));
  const remove = { [said.agency]: said.leave };
  return doing(changeMeeting, deps, actor, { meeting: said.meeting, remove });
}

/** The row would call again whoever left, by an edit of some other cell. */
function gone({ agency }: Input): Refused {
  const problem = `「${agency}」は招集を取りやめたか、辞退しています。もう一度呼ぶときは、役所の画面の会議のページで加えてください。`;
  return { code: 'bad-input', field: 'agency', problem };
}

/** An answer that was typed in already is not taken again over a newer one, nor for another date than it was given for. */
async function answered(
  deps: Deps,
  actor: Actor,
  meeting: Meeting,
  { said, before }: Called,
): Promise<Result<Done, Refused>> {
  const { agency, answer, source, deputy, text } = said;
  const { replies = [], repliesBefore = 0 } = before ?? {};
  const last = replies.findLastIndex(({ enteredBy }) => enteredBy !== undefined);
  if (saysTheSame(replies[last], said)) return last < repliesBefore ? refuse(ofOldDate) : ok(doneOf(meeting));
  return doing(recordReply, deps, actor, { meeting: meeting.id, agency, answer, source, deputy, text });
}

const words = ({ answer, deputy = '', text = '' }: Pick<Input, 'answer' | 'deputy' | 'text'>) =>
  JSON.stringify([answer, deputy, text]);

function saysTheSame(reply: Reply | undefined, said: Input): boolean {
  return reply !== undefined && words(reply) === words(said);
}

const ofOldDate: Refused = {
  code: 'bad-input',
  field: 'answer',
  problem:
    'この回答は、日時が変わる前にいただいたものです。新しい日時への回答は、役所の画面の会議のページで入れてください。',
};
