import * as z from 'zod';
import type { Actor } from '../../access/model.ts';
import { agencyIdSchema, meetingIdSchema } from '../../ids.ts';
import { answerSchema, type Invitation, type Reply, sourceSchema } from '../../invitation/model.ts';
import { isDoubtful, withReply } from '../../invitation/rules.ts';
import { isConvened, withCurrentState } from '../../meeting/convening.ts';
import { type ConvenedMeeting, meetingStates } from '../../meeting/model.ts';
import { callOf, replyElsewhere } from '../../meeting/together.ts';
import { mayAnswer } from '../../meeting/in-writing.ts';
import { shortfallOf } from '../../meeting/shortfall.ts';
import { tasksClosed } from '../task/tasks-closed.ts';
import { othersFor, standingParts } from '../../message/parts.ts';
import { noticeId } from '../../message/rules.ts';
import type { Versioned } from '../../records.ts';
import type { Refused } from '../../refusal.ts';
import { refuse, type Result } from '../../result.ts';
import type { Task } from '../../task/model.ts';
import { closedTask, newTask, openTasks } from '../../task/rules.ts';
import { conveningOf, signal } from '../../workflow/rules.ts';
import type { Command, Deps, Done } from '../command.ts';
import { invitedFor, withInvitation } from '../meeting/own-invitation.ts';
import { saveTogether, type Saving } from '../save.ts';

const input = z
  .strictObject({
    meeting: meetingIdSchema,
    /** Staff say whose answer they type in; an agency answers for itself. */
    agency: agencyIdSchema.optional(),
    answer: answerSchema,
    source: sourceSchema.optional(),
    deputy: z.string().trim().max(100, '100字までで書いてください。').optional(),
    text: z.string().trim().max(10_000, '1万字までで書いてください。').optional(),
  })
  // An answer nobody can do anything with is none: the page asks for the same.
  .refine(({ answer, deputy = '' }) => answer !== '代理出席' || deputy !== '', {
    path: ['deputy'],
    params: { refusal: 'bad-input' },
    message: '代わりに出席する人の名前か役職を書いてください。',
  })
  .refine(({ answer, text = '' }) => answer !== '意見書提出' || text !== '', {
    path: ['text'],
    params: { refusal: 'bad-input' },
    message: '意見を書いてください。紙で届いたときは、要点を写してください。',
  })
  .refine(({ answer, text = '' }) => answer !== '日程変更希望' || text !== '', {
    path: ['text'],
    params: { refusal: 'bad-input' },
    message: '出られる日時を書いてください。例: 16日の午後なら出られます',
  });
type Input = z.output<typeof input>;

/** 出欠回答, by link or typed in; the last answer counts until the meeting starts, and every one is kept. */
export const recordReply: Command<typeof input> = {
  input,
  async run(deps, actor, said) {
    const invited = await invitedFor(deps, actor, said);
    if (!invited.ok) return invited;
    const { meeting, invitation } = invited.value;
    const now = deps.clock.now();
    if (meeting.state === 'polling') return refuse({ code: 'wrong-state', state: meetingStates.polling });
    const startsAt = 'appointment' in meeting ? meeting.appointment?.startsAt : undefined;
    if (!isConvened(meeting) || now >= meeting.appointment.startsAt)
      return refuse({ code: 'replies-closed', startsAt });

    if (!mayAnswer(meeting, said.answer)) return refuse(onlyOpinions);
    const reply = await judged(deps, meeting, invitation, replyOf(said, actor, now));
    return saveReply(deps, actor, { meeting, invitation, reply });
  },
};

const onlyOpinions = {
  code: 'bad-input',
  field: 'answer',
  problem: '書面開催になりました。集まりません。意見書提出か、欠席（意見なし）でお答えください。',
} as const;

type Saying = {
  readonly meeting: ConvenedMeeting;
  readonly invitation: Invitation;
  readonly reply: Reply;
  /** Saved with it: the mail it came by. */
  readonly more?: readonly Versioned[];
  /** Why it is 未確認, for whoever makes sure. */
  readonly doubt?: string | undefined;
};

/** The answer, what it closes and opens, and the signal to the run, in one commit; in one sitting who comes counts for every part of it. */
export async function saveReply(deps: Deps, actor: Actor, saying: Saying): Promise<Result<Done, Refused>> {
  const parts = othersFor(saying.meeting, await standingParts(deps, saying.meeting), saying.invitation);
  const calls = parts.flatMap((meeting) => {
    const invitation = callOf(meeting, saying.invitation.agency);
    const open = invitation !== undefined && deps.clock.now() < meeting.appointment.startsAt;
    return open ? [{ meeting, invitation, reply: replyElsewhere(saying.reply, invitation), doubt: saying.doubt }] : [];
  });
  return saveTogether(deps, actor, await Promise.all([saying, ...calls].map((one) => replySaving(deps, actor, one))));
}

async function replySaving(deps: Deps, actor: Actor, saying: Saying): Promise<Saving> {
  const { meeting, invitation, reply, more = [], doubt } = saying;
  const replied = withCurrentState(withInvitation(meeting, invitation, withReply(invitation, reply)));
  const met = shortfallOf(replied, reply.at) === undefined;
  const quorum = met ? await tasksClosed(deps, meeting, ['quorum'], actor.id) : [];
  const occasion = `${reply.at}-${String(invitation.replies.length)}`;
  const tasks = await tasksAfter(deps, meeting, {
    agency: invitation.agency,
    reply,
    by: actor.id,
    doubt,
    occasion,
  });
  return {
    command: 'reply',
    town: meeting.town,
    id: meeting.id,
    put: [replied, ...tasks, ...quorum, ...more],
    outbox: [signal({ town: meeting.town, subject: meeting.id, at: reply.at }, conveningOf(meeting))],
  };
}

function replyOf(said: Input, actor: Actor, at: Reply['at']): Reply {
  return {
    answer: said.answer,
    at,
    source: said.source ?? (actor.kind === 'agency' ? 'リンク' : '電話'),
    ...(actor.kind === 'staff' ? { enteredBy: actor.id } : {}),
    ...(said.deputy === undefined ? {} : { deputy: said.deputy }),
    ...(said.text === undefined ? {} : { text: said.text }),
    unconfirmed: false,
  };
}

/** Marks an answer 未確認 when it came too fast after delivery, or against another one (BRIEF §2.5). */
async function judged(deps: Deps, meeting: ConvenedMeeting, invitation: Invitation, reply: Reply): Promise<Reply> {
  const id = noticeId(meeting, 'invitation', invitation.agency, invitation.generation);
  const delivered = await deps.store.get('message', meeting.town, id);
  return { ...reply, unconfirmed: isDoubtful(invitation, reply, delivered?.sentAt) };
}

type Answered = Pick<Saying, 'reply' | 'doubt'> & {
  readonly agency: Invitation['agency'];
  readonly by: string;
  /** Which answer it is: two may come at one moment. */
  readonly occasion: string;
};

/** An answer closes what was open about this agency; a doubtful one asks staff to make sure. */
async function tasksAfter(
  deps: Deps,
  meeting: ConvenedMeeting,
  { agency, reply, by, doubt, occasion }: Answered,
): Promise<readonly Task[]> {
  const { town } = meeting;
  // That somebody tells them not to write numbers is not answered by another answer.
  const open = (await openTasks(deps, town, meeting.id)).filter(
    (task) => task.about === agency && task.taskKind !== 'my-number',
  );
  const subject = { kind: 'meeting', id: meeting.id } as const;
  const needed = { town, for: meeting.appointment.convener, about: agency, subject, openedAt: reply.at } as const;
  if (reply.unconfirmed) {
    if (open.some((task) => task.taskKind === 'confirm-reply')) return [];
    return [newTask({ ...needed, taskKind: 'confirm-reply', occasion, said: doubt })];
  }
  const closed = open.map((task) => closedTask(task, reply.at, by));
  if (reply.answer !== '日程変更希望') return closed;
  // The convener decides whether the day moves; what was wished stands on the office's page only.
  return [...closed, newTask({ ...needed, taskKind: 'reschedule', occasion, said: reply.text })];
}
