import type { PollingMeeting } from '../../meeting/model.ts';
import type { Invitation } from '../../invitation/model.ts';
import { lettersToMembers } from '../../message/letters.ts';
import { lettersToPolled } from '../../message/poll-letters.ts';
import { lastHeard } from '../../message/last-heard.ts';
import { calledStill, withheld } from '../../message/withheld.ts';
import { together } from '../../message/envelope.ts';
import { conveningOf, signal } from '../../workflow/rules.ts';
import type { Deps } from '../command.ts';

/** 中止 while a date is sought: to everybody who was asked, and out of the calendars of those who knew an earlier date. */
export async function cancelledPoll(deps: Deps, meeting: PollingMeeting) {
  const { former } = meeting.poll;
  const unsent = await withheld(deps, meeting, calledStill(meeting));
  const knows = await lastHeard(deps, meeting);
  const dated = former === undefined ? {} : { appointment: { ...former, sequence: former.sequence + 1 } };
  const knew = (one: Invitation) => former !== undefined && one.withdrawn === undefined && knows(one) === 'date';
  const asked = (one: Invitation) => one.withdrawn === undefined && !knew(one) && knows(one) !== 'nothing';
  const letters = together([
    await lettersToPolled(deps, meeting, 'cancel', { occasion: 'all', only: asked }),
    ...(dated.appointment === undefined
      ? []
      : [
          await lettersToMembers(deps, { ...meeting, appointment: dated.appointment }, 'cancel', {
            occasion: 'all',
            only: knew,
            known: ({ unsettled }) => unsettled,
          }),
        ]),
  ]);
  const woken = signal({ town: meeting.town, subject: meeting.id, at: deps.clock.now() }, conveningOf(meeting));
  return {
    dated,
    put: [...unsent, ...letters.messages, ...letters.tasks],
    outbox: [...letters.outbox, woken],
  };
}
