import type { Invitation } from '../../../core/invitation/model.ts';
import type { Meeting, PollingMeeting } from '../../../core/meeting/model.ts';
import type { LetterFacts } from '../../../core/message/letter-text.ts';
import type { MailKind, Message } from '../../../core/message/model.ts';
import type { PollLetterFacts } from '../../../core/message/poll-letters.ts';
import type { Plan } from '../../../core/plan/model.ts';
import type { Paper } from './paper.ts';

/** A letter as a paper, with the plan it may be about and the mails that tell what was said before. */
export type PaperFacts = Omit<LetterFacts, 'occasion' | 'former'> & {
  readonly plan?: Plan | undefined;
  readonly messages: readonly Message[];
  readonly paper: Paper;
};

/** A letter about a poll, or one to somebody who was told of a date. */
export type SheetFacts = PaperFacts | PollFacts;
export type PollFacts = Omit<PollLetterFacts, 'meeting'> & { readonly meeting: PollingMeeting; readonly paper: Paper };

const afterwards: readonly MailKind[] = [
  'record',
  'record-changed',
  'role-confirm',
  'plan',
  'monitoring-request',
  'trigger',
];

/** The paper that is right now: nobody is asked to come to a meeting that is cancelled, or to which they are no longer called. */
export function paperNow(asked: Paper | undefined, meeting: Meeting, invitation: Invitation): Paper {
  if (asked !== undefined && 'records' in meeting && afterwards.includes(asked.kind)) return asked;
  if (invitation.withdrawn !== undefined) return { kind: 'cancel', occasion: 'off' };
  if (meeting.state === 'cancelled') return { kind: 'cancel', occasion: 'all' };
  if (asked === undefined || asked.kind === 'cancel') return { kind: 'invitation', occasion: '1' };
  return asked;
}

/** What a change replaced, as the calendar entries of earlier mails say; nothing when no agency had mail. */
export function beforeChange({ meeting, messages, paper }: PaperFacts) {
  const { startsAt, place } = meeting.appointment;
  const was = messages
    .flatMap(({ calendar }) => (calendar === undefined || calendar.method === 'CANCEL' ? [] : [calendar]))
    .filter(({ sequence }) => sequence < Number(paper.occasion))
    .toSorted((a, b) => a.sequence - b.sequence)
    .at(-1);
  if (was === undefined) return {};
  const began = was.meetingAt ?? was.startsAt;
  return {
    ...(began === startsAt ? {} : { startsAt: began }),
    ...(was.place === place ? {} : { place: was.place }),
  };
}
