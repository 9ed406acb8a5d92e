import * as z from 'zod';
import type { Actor } from '../../access/model.ts';
import { agencyIdSchema, meetingIdSchema } from '../../ids.ts';
import type { Invitation } from '../../invitation/model.ts';
import { sourceSchema } from '../../invitation/source.ts';
import { meetingStates, type PollingMeeting } from '../../meeting/model.ts';
import { type Availability, type Mark, markSchema } from '../../poll/model.ts';
import { areDoubtful, availabilityIn, withdrawnRefusal } from '../../poll/rules.ts';
import type { Refused } from '../../refusal.ts';
import { ok, refuse, type Result } from '../../result.ts';
import type { Task } from '../../task/model.ts';
import { closedTask, newTask, openTasks } from '../../task/rules.ts';
import { readMoment } from '../../dates/read-moment.ts';
import { type Instant, instantInJapanese } from '../../time.ts';
import { conveningOf, signal } from '../../workflow/rules.ts';
import type { Command, Deps, Done } from '../command.ts';
import { invitedFor, withInvitation } from '../meeting/own-invitation.ts';
import { save } from '../save.ts';

// People type the circle they find: 〇 (zero), ◯ (large), o; and × as x or ✕.
const signs: Readonly<Record<string, Mark>> = {
  〇: '○',
  '◯': '○',
  o: '○',
  O: '○',
  '▲': '△',
  x: '×',
  X: '×',
  '✕': '×',
  '☓': '×',
};
const markField = z
  .string()
  .transform((sign) => signs[sign.normalize('NFKC').trim()] ?? sign.trim())
  .pipe(z.enum(markSchema.options, '○、△、×のどれかにしてください。'));

const input = z.strictObject({
  meeting: meetingIdSchema,
  /** Staff say whose answer they type in; an agency answers for itself. */
  agency: agencyIdSchema.optional(),
  /** ○△× of every slot: in the order of the slots, or by slot. */
  marks: z.union([z.array(markField), z.record(z.string(), markField)]),
  source: sourceSchema.optional(),
  note: z.string().trim().max(500, '500字までで書いてください。').optional(),
});
type Input = z.output<typeof input>;

/** ○△× of all slots, by link or typed in; the last word counts until the date is fixed, and every one is kept. */
export const answerPoll: Command<typeof input> = {
  input,
  async run(deps, actor, said) {
    const invited = await invitedFor(deps, actor, said);
    if (!invited.ok) return invited;
    const { meeting, invitation } = invited.value;
    if (meeting.state !== 'polling') return refuse({ code: 'poll-closed', state: meetingStates[meeting.state] });
    const marks = marksFor(meeting, said.marks);
    if (!marks.ok) return marks;

    const availability = await judged(
      deps,
      meeting,
      invitation,
      availabilityOf(said, actor, deps.clock.now(), marks.value),
    );
    return saveMarks(deps, actor, { meeting, invitation, availability });
  },
};

type Answered = {
  readonly meeting: PollingMeeting;
  readonly invitation: Invitation;
  readonly availability: Availability;
};

/** ○△× join what this agency said before, and wake the run; they count in the round that goes on. */
export async function saveMarks(
  deps: Deps,
  actor: Actor,
  { meeting, invitation, availability }: Answered,
): Promise<Result<Done, Refused>> {
  const { town, id, poll } = meeting;
  const availabilities = [...(invitation.availabilities ?? []), { ...availability, round: poll.round }];
  const answered = withInvitation(meeting, invitation, { ...invitation, availabilities });
  const tasks = await tasksAfter(deps, meeting, { agency: invitation.agency, availability, by: actor.id });
  const outbox = [signal({ town, subject: id, at: availability.at }, conveningOf(meeting))];
  return save(deps, actor, { command: 'answer-poll', town, id, put: [answered, ...tasks], outbox });
}

type Marks = Readonly<Record<Instant, Mark>>;

/** Every slot has one mark, and nothing but slots has. */
function marksFor({ poll }: PollingMeeting, said: Input['marks']): Result<Marks, Refused> {
  const entries = Array.isArray(said)
    ? said.map((mark, index) => [poll.slots[index], mark] as const)
    : Object.entries(said).map(([slot, mark]) => [readMoment(slot), mark] as const);
  const marks = new Map(entries);
  const late = withdrawnRefusal(
    poll,
    entries.map(([slot]) => slot),
  );
  if (late !== undefined) return refuse(late);
  const stranger = [...marks.keys()].some((slot) => slot === undefined || !poll.slots.includes(slot));
  if (stranger) return bad('候補にない日時があります。画面を開き直して、いまの候補に○△×をつけてください。');
  const missing = poll.slots.find((slot) => !marks.has(slot));
  if (missing !== undefined)
    return bad(`${instantInJapanese(missing)}にまだ印がありません。すべての候補に○△×をつけてください。`);
  return ok(Object.fromEntries(entries));
}

const bad = (problem: string): Result<never, Refused> =>
  refuse({ code: 'bad-input', field: '候補ごとのご都合', problem });

function availabilityOf({ source, note = '' }: Input, actor: Actor, at: Instant, marks: Marks): Availability {
  return {
    round: 1,
    marks,
    at,
    source: source ?? (actor.kind === 'agency' ? 'リンク' : '電話'),
    ...(actor.kind === 'staff' ? { enteredBy: actor.id } : {}),
    ...(note === '' ? {} : { note }),
    unconfirmed: false,
  };
}

/** Marks it 未確認 when it came too fast after delivery, or took everything back in the same breath (BRIEF §2.5). */
async function judged(
  deps: Deps,
  meeting: PollingMeeting,
  invitation: Invitation,
  said: Availability,
): Promise<Availability> {
  const mails = await deps.store.list('message', meeting.town, `${meeting.id}/poll/`);
  const own = mails.filter(({ to }) => to === invitation.agency).flatMap(({ sentAt }) => sentAt ?? []);
  const before = availabilityIn(meeting.poll, invitation);
  return { ...said, unconfirmed: areDoubtful(said, before, own.toSorted().at(-1)) };
}

type Said = { readonly agency: Invitation['agency']; readonly availability: Availability; readonly by: string };

/** An answer closes what was open about this agency; a doubtful one asks staff to make sure. */
async function tasksAfter(
  deps: Deps,
  meeting: PollingMeeting,
  { agency, availability, by }: Said,
): Promise<readonly Task[]> {
  const { town, id, poll } = meeting;
  const { at, unconfirmed } = availability;
  const open = (await openTasks(deps, town, id)).filter((task) => task.about === agency);
  if (!unconfirmed) return open.map((task) => closedTask(task, at, by));
  if (open.some((task) => task.taskKind === 'confirm-reply')) return [];
  const subject = { kind: 'meeting', id } as const;
  const needed = { town, for: poll.convener, about: agency, subject, openedAt: at, occasion: at };
  return [newTask({ ...needed, taskKind: 'confirm-reply' })];
}
