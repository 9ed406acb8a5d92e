import type { Invitation } from '../../invitation/model.ts';
import type { PollingMeeting } from '../../meeting/model.ts';
import { type Letters, noLetters, together } from '../../message/envelope.ts';
import { lastHeard } from '../../message/last-heard.ts';
import { lettersToMembers } from '../../message/letters.ts';
import { lettersToPolled } from '../../message/poll-letters.ts';
import type { Poll } from '../../poll/model.ts';
import type { Deps } from '../command.ts';

/** 取消 to who leaves while a date is sought: about the date it knew, else about the slots; nothing to who has heard of neither. */
export async function tellLeaving(
  deps: Deps,
  meeting: PollingMeeting,
  leaves: (agency: string) => boolean,
): Promise<{ readonly letters: Letters; readonly dated: Pick<Poll, 'former'> }> {
  const standing = meeting.invitations.filter(({ withdrawn }) => withdrawn === undefined);
  if (!standing.some(({ agency }) => leaves(agency))) return { letters: noLetters, dated: {} };
  const { former } = meeting.poll;
  const knows = await lastHeard(deps, meeting);
  const goes = (one: Invitation) => one.withdrawn === undefined && leaves(one.agency);
  const dated = former === undefined ? undefined : { ...former, sequence: former.sequence + 1 };
  const knew = (one: Invitation) => goes(one) && dated !== undefined && knows(one) === 'date';
  const polled = await lettersToPolled(deps, meeting, 'off', {
    occasion: `off-${String(meeting.poll.round)}-${deps.clock.now()}`,
    only: (one) => goes(one) && !knew(one) && knows(one) !== 'nothing',
  });
  if (dated === undefined) return { letters: polled, dated: {} };
  const occasion = {
    occasion: `off-${String(dated.sequence)}`,
    only: knew,
    known: ({ unsettled }: Invitation) => unsettled,
  };
  const called = await lettersToMembers(deps, { ...meeting, appointment: dated }, 'cancel', occasion);
  return { letters: together([polled, called]), dated: { former: dated } };
}
