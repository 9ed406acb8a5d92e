import type { Reply } from '../invitation/model.ts';
import { attends, currentReply, haveAllAnswered } from '../invitation/rules.ts';
import type { Instant } from '../time.ts';
import type { ConvenedMeeting } from './model.ts';
import { isOverruled, overruledFor, shortfallAtDeadline, situationOf } from './shortfall.ts';

type Answered = Pick<ConvenedMeeting, 'quorum' | 'invitations' | 'appointment' | 'done'>;

/** How many said what of those who were asked; ○ of a poll counts as 出席. */
export type Answers = {
  readonly come: number;
  readonly decline: number;
  readonly other: number;
  readonly left: number;
};

/**
 * Names the occasion on which the convener hears that all have answered: once for each date and round of invitations, and not where what
 * the meeting lacks says so already, or where nobody answered since the date was fixed from a poll.
 */
export function allAnswered(meeting: Answered): string | undefined {
  const { appointment, invitations } = meeting;
  const last = lastReply(meeting);
  if (!haveAllAnswered(invitations) || last === undefined) return undefined;
  if (isTakenBackSince(meeting, last.at) || isToldShort(meeting, last.at)) return undefined;
  const asked = invitations.reduce((sum, { generation }) => sum + generation, 0);
  return `answered-${appointment.startsAt}-${String(invitations.length)}.${String(asked)}`;
}

/** The last answer given to the invitation itself. */
export function lastReply({ invitations }: Pick<Answered, 'invitations'>): Reply | undefined {
  return invitations
    .flatMap((one) => currentReply(one) ?? [])
    .filter(({ polled }) => polled !== true)
    .toSorted((a, b) => (a.at < b.at ? -1 : 1))
    .at(-1);
}

/** The host made the answers complete itself, by asking somebody no more. */
function isTakenBackSince({ invitations }: Answered, answeredAt: Instant): boolean {
  return invitations.some(
    ({ withdrawn }) => withdrawn !== undefined && withdrawn.own !== true && withdrawn.at >= answeredAt,
  );
}

/** Short of its quorum, and the convener is asked about just this answer, or has decided since. */
function isToldShort(meeting: Answered, answeredAt: Instant): boolean {
  const short = shortfallAtDeadline(meeting);
  if (short === undefined) return false;
  if (isOverruled(meeting, short)) return (overruledFor(meeting)?.at ?? '') >= answeredAt;
  const told = meeting.done[situationOf(meeting, short)];
  return told === undefined || told >= answeredAt;
}

export function answersOf({ invitations }: Pick<Answered, 'invitations'>): Answers {
  const standing = invitations.filter(({ withdrawn }) => withdrawn === undefined);
  const come = standing.filter(attends).length;
  const decline = standing.filter((one) => currentReply(one)?.answer === '欠席').length;
  const left = invitations.filter(({ withdrawn }) => withdrawn?.own === true).length;
  return { come, decline, other: standing.length - come - decline, left };
}
