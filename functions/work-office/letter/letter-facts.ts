import type { Invitation } from '../../../core/invitation/model.ts';
import { preparationFor } from '../../../core/invitation/preparation.ts';
import type { Meeting } from '../../../core/meeting/model.ts';
import type { LetterFacts } from '../../../core/message/letter-text.ts';
import type { MailKind, Message } from '../../../core/message/model.ts';
import type { PollLetterFacts } from '../../../core/message/poll-letters.ts';
import type { Asked } from '../../../core/message/monitoring-letters.ts';
import type { Plan } from '../../../core/plan/model.ts';
import { datePaper, type Paper, wasBrought } from '../../../core/message/papers-by-hand.ts';
import type { Task } from '../../../core/task/model.ts';

/** A letter as a paper, with the plan it may be about and the mails that tell what was said before. */
export type PaperFacts = Omit<LetterFacts, 'occasion' | 'former'> & {
  readonly plan?: Plan | undefined;
  /** All plans it asks for reports on, its own first; none where it is about one. */
  readonly several: readonly Asked[];
  readonly messages: readonly Message[];
  readonly paper: Paper;
  /** Pages of the other parts of a joint sitting of which it tells. */
  readonly links: NonNullable<Message['links']>;
};

/** A letter about a poll, or one to somebody who was told of a date. */
export type SheetFacts = PaperFacts | PollFacts;
export type PollFacts = PollLetterFacts & { readonly paper: Paper };

const afterwards: readonly MailKind[] = [
  'record',
  'record-changed',
  'role-confirm',
  'plan',
  'monitoring-request',
  'trigger',
  'handover',
];

/** The paper that is right now: nobody is asked to come to a meeting that is cancelled, or to which they are no longer called. */
export function paperNow(asked: Paper | undefined, meeting: Meeting, invitation: Invitation): Paper {
  if (asked !== undefined && 'records' in meeting && afterwards.includes(asked.kind)) return asked;
  if (invitation.withdrawn !== undefined) return { kind: 'cancel', occasion: 'off' };
  if (meeting.state === 'cancelled') return { kind: 'cancel', occasion: 'all' };
  if (asked === undefined || asked.kind === 'cancel') return { kind: 'invitation', occasion: '1' };
  return asked;
}

/** What a change replaced: as this agency was told, else as the calendar entries of earlier mails say. */
export function beforeChange({ meeting, messages, paper, invitation }: PaperFacts) {
  const { unsettled } = invitation;
  if (unsettled !== undefined && paper.kind === 'change')
    return { ...otherThan(unsettled, meeting.appointment), ...preparedBefore(meeting, invitation, unsettled) };
  const was = messages
    .flatMap(({ calendar }) => (calendar === undefined || calendar.method === 'CANCEL' ? [] : [calendar]))
    .filter(({ sequence }) => sequence < Number(paper.occasion))
    .toSorted((a, b) => a.sequence - b.sequence)
    .at(-1);
  if (was === undefined) return {};
  return otherThan({ startsAt: was.meetingAt ?? was.startsAt, place: was.place }, meeting.appointment);
}

function preparedBefore(
  { appointment }: PaperFacts['meeting'],
  invitation: Invitation,
  { preparation: was }: NonNullable<Invitation['unsettled']>,
) {
  return was === preparationFor(appointment, invitation) ? {} : { preparation: was ?? '' };
}

type DateAndPlace = Pick<PaperFacts['meeting']['appointment'], 'startsAt' | 'place'>;

function otherThan(was: DateAndPlace, { startsAt, place }: DateAndPlace) {
  return {
    ...(was.startsAt === startsAt ? {} : { startsAt: was.startsAt }),
    ...(was.place === place ? {} : { place: was.place }),
  };
}

/** 中止 names what this agency was told: where the paper of the last change was brought to nobody, what was before it. */
export function asToldOf(meeting: PaperFacts['meeting'], invitation: Invitation, tasks: readonly Task[]) {
  const changes = tasks.filter((task) => task.about === invitation.agency && datePaper(task) === 'change');
  const last = changes.toSorted((a, b) => (a.openedAt < b.openedAt ? -1 : 1)).at(-1);
  const { unsettled } = invitation;
  if (last === undefined || wasBrought(last) || unsettled === undefined) return meeting;
  const { startsAt, place } = unsettled;
  return { ...meeting, appointment: { ...meeting.appointment, startsAt, place } };
}
