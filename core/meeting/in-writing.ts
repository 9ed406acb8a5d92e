import type { PersonId } from '../ids.ts';
import type { Answer, Invitation } from '../invitation/model.ts';
import { askedAgain, currentReply } from '../invitation/rules.ts';
import type { Instant } from '../time.ts';
import type { Appointment, ConvenedMeeting } from './model.ts';

type Dated = { readonly appointment: Pick<Appointment, 'written'> };

/** 書面開催: what an agency may answer is its opinion, or that it has none (欠席). */
export const writtenAnswers = ['意見書提出', '欠席'] as const satisfies readonly Answer[];

export function isInWriting({ appointment }: Dated): boolean {
  return appointment.written !== undefined;
}

export function mayAnswer(meeting: Dated, answer: Answer): boolean {
  return !isInWriting(meeting) || writtenAnswers.some((one) => one === answer);
}

/** Gave its opinion in writing, which is how one attends such a meeting (書面). */
export function gaveOpinion(invitation: Invitation): boolean {
  const reply = currentReply(invitation);
  // Of one given for another part of a sitting only the word is here (ADR 0060).
  const isHere = reply?.answer === '意見書提出' && reply.text !== undefined;
  return invitation.withdrawn === undefined && isHere && !reply.unconfirmed;
}

export type Opinion = { readonly agency: Invitation['agency']; readonly text: string };

/** The opinions that count, one of each agency, as they were sent. */
export function opinionsOf({ invitations }: { readonly invitations: readonly Invitation[] }): readonly Opinion[] {
  return invitations.filter(gaveOpinion).map((one) => ({ agency: one.agency, text: currentReply(one)?.text ?? '' }));
}

type Decided = { readonly until: Instant; readonly reason: string; readonly by: PersonId; readonly at: Instant };

/**
 * The meeting, held in writing from now on: opinions are awaited until then. An opinion given already stands, also when the deadline moves; 欠席
 * stands when only the deadline does, since it was of the day before.
 */
export function inWritingUntil(meeting: ConvenedMeeting, { until, reason, by, at }: Decided): ConvenedMeeting {
  const { settling: _unheard, agenda: _times, ...before } = meeting.appointment;
  const again = isInWriting(meeting);
  const appointment = {
    ...before,
    startsAt: until,
    replyBy: until,
    sequence: before.sequence + 1,
    written: { reason, by, at },
  };
  const invitations = meeting.invitations.map((one) =>
    one.withdrawn !== undefined || gaveOpinion(one) || again ? one : askedAgain(one, at),
  );
  return { ...meeting, appointment, invitations };
}
