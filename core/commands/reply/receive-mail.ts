import * as z from 'zod';
import type { Actor } from '../../access/model.ts';
import type { Invitation, Reply } from '../../invitation/model.ts';
import { currentReply } from '../../invitation/rules.ts';
import { isConvened } from '../../meeting/convening.ts';
import { isInWriting, mayAnswer } from '../../meeting/in-writing.ts';
import type { ConvenedMeeting } from '../../meeting/model.ts';
import { holdsMyNumber } from '../../my-number.ts';
import { entrySequence, partsOf } from '../../message/parts.ts';
import { type Heard, hearing } from '../../received/hearing.ts';
import { type IncomingMail, incomingMailSchema, type Received } from '../../received/model.ts';
import type { Refused } from '../../refusal.ts';
import { ok, refuse, type Result } from '../../result.ts';
import type { Task } from '../../task/model.ts';
import type { Command, Deps, Done } from '../command.ts';
import { save } from '../save.ts';
import { keptMail, tooManyOf, withoutNumbers } from './keep-mail.ts';
import { confirmTask, myNumberTask } from './mail-tasks.ts';
import { recordReply, saveReply } from './record-reply.ts';
import { type Route, routeOf } from './route-mail.ts';

const input = z.strictObject({ mail: incomingMailSchema });

/**
 * A mail comes in. A calendar's answer, or one clear answer in words from whom we wrote to, counts as メール返信; anything else becomes a task
 * for the convener with its words, so that no answer is lost and none is guessed. Every mail is kept on the meeting's page, once. A My
 * Number in it is struck out before anything is kept, and a task says so (BRIEF §2.17).
 */
export const receiveMail: Command<typeof input> = {
  input,
  async run(deps, actor, { mail: received }) {
    const mail = withoutNumbers(received);
    const route = await routeOf(deps, mail);
    if (route === undefined) return refuse({ code: 'unknown-mail', id: '返信コード' });
    const { town, id } = route.meeting;
    const kept = keptMail(deps, route, mail);
    if ((await deps.store.get('received', town, kept.id)) !== undefined) return ok({ town, id });
    const many = await tooManyOf(deps, kept);
    if (many !== undefined) return refuse(many);

    const { invitation } = route;
    const by: Actor = invitation === undefined ? actor : { kind: 'agency', id: invitation.agency };
    const told = holdsNumber(received) ? await myNumberTask(deps, route) : [];
    const registered = invitation && (await deps.store.get('agency', deps.prefecture, invitation.agency))?.mail;
    const listening = { ...route, meeting: await appointed(deps, route), own: kept.own, registered };
    return takeUp(deps, by, { route, kept, told, heard: hearing(mail, listening) });
  },
};

function holdsNumber({ subject, text, calendar }: IncomingMail): boolean {
  const pressed = calendar === undefined ? [] : [calendar.comment, ...calendar.attendees.map(({ deputy }) => deputy)];
  return [subject, text, ...pressed].some((one) => holdsMyNumber(one ?? ''));
}

/** With the version its calendar entry has by now. */
async function appointed(deps: Deps, { meeting, invitation }: Route) {
  const appointment = 'appointment' in meeting ? meeting.appointment : undefined;
  if (appointment === undefined || invitation === undefined) return { state: meeting.state, appointment };
  const sequence = entrySequence({ ...meeting, appointment }, await partsOf(deps, meeting), invitation);
  return { state: meeting.state, appointment: { sequence } };
}

type TakingUp = {
  readonly route: Route;
  readonly kept: Received;
  readonly told: readonly Task[];
  readonly heard: Heard;
};

async function takeUp(deps: Deps, by: Actor, taking: TakingUp): Promise<Result<Done, Refused>> {
  const { route, kept, told, heard } = taking;
  const answering = answerable(deps, taking);
  if (answering === undefined || 'words' in answering) {
    const tasks = answering === undefined ? [] : await confirmTask(deps, route, answering.words);
    const put = [{ ...kept, became: answering?.became ?? ('kept' as const) }, ...tasks, ...told];
    const { town, id } = route.meeting;
    return save(deps, by, { command: 'inbound', town, id, put });
  }
  const doubt = heard.hears === 'answer' ? heard.doubt : undefined;
  const became = doubt === undefined ? ('answered' as const) : ('doubtful' as const);
  return saveReply(deps, by, { ...answering, more: [{ ...kept, became }, ...told], doubt });
}

type Answering = { readonly meeting: ConvenedMeeting; readonly invitation: Invitation; readonly reply: Reply };
type Reading = { readonly words: string; readonly became: 'to-read' | 'doubtful' };

/** The answer to be recorded, or the words a person has to read; undefined where there is nothing to do. */
function answerable(deps: Deps, { route, kept, heard }: TakingUp): Answering | Reading | undefined {
  if (heard.hears === 'nothing') return undefined;
  const toRead: Reading = { words: wordsFor(kept, heard), became: 'to-read' };
  if (heard.hears === 'words') return toRead;
  const open = openTo(deps, route);
  if (!isStillAsked(open, heard)) return isAsOfItself(route, heard) ? undefined : toRead;
  // An answer that says too little (代理出席 of nobody, an opinion without words) is asked about by a person.
  if (!recordReply.input.safeParse({ meeting: open.meeting.id, ...heard.answer }).success) return toRead;
  // What nobody is sure of never takes the place of what somebody is.
  if (heard.doubt !== undefined && isSure(open.invitation)) return { ...toRead, became: 'doubtful' };
  return {
    ...open,
    reply: { ...heard.answer, at: kept.at, source: 'メール返信', unconfirmed: heard.doubt !== undefined },
  };
}

type HeardAnswer = Extract<Heard, { hears: 'answer' }>;

/** A calendar answers a cancellation, or its owner tidies up, when all is over; only what somebody wrote is read. */
function isAsOfItself({ invitation }: Route, { pressed, answer }: HeardAnswer): boolean {
  return invitation !== undefined && pressed && answer.text === undefined;
}

type Open = Omit<Answering, 'reply'>;

/** 書面開催: calendars answer for the day that was taken back, and 出席 is no answer any more. */
function isStillAsked(open: Open | undefined, { pressed, answer }: HeardAnswer): open is Open {
  if (open === undefined) return false;
  return !isInWriting(open.meeting) || (!pressed && mayAnswer(open.meeting, answer.answer));
}

function isSure(invitation: Invitation): boolean {
  return currentReply(invitation)?.unconfirmed === false;
}

/** The invitation, while its answer can still be recorded. */
function openTo({ clock }: Deps, { meeting, invitation }: Route): Open | undefined {
  if (invitation === undefined || invitation.withdrawn !== undefined || !isConvened(meeting)) return undefined;
  return clock.now() < meeting.appointment.startsAt ? { meeting, invitation } : undefined;
}

/** What somebody has to read about it, in a task. */
function wordsFor({ own, attachments }: Received, heard: Heard): string {
  const why = heard.hears === 'answer' ? pressedWords(heard) : heard.hears === 'words' ? heard.why : undefined;
  const files =
    attachments.length === 0 ? undefined : `（添付 ${String(attachments.length)}件。中身は保存していません）`;
  const said = why === undefined || own === '' ? own : `本文: ${own}`;
  return [why, said, files].filter(Boolean).join('\n') || '（本文がありません）';
}

function pressedWords({ answer, pressed, doubt }: HeardAnswer): string | undefined {
  if (!pressed) return undefined;
  const who = answer.deputy === undefined ? '' : `（${answer.deputy}）`;
  return [doubt, `カレンダーの返答: ${answer.answer}${who}`, answer.text].filter(Boolean).join('\n');
}
