import type { Invitation } from '../../invitation/model.ts';
import { isConvened } from '../../meeting/convening.ts';
import type { Meeting } from '../../meeting/model.ts';
import { withheld } from '../../message/withheld.ts';
import { isToBePolled, owesMarks } from '../../poll/rules.ts';
import type { Versioned } from '../../records.ts';
import { openTasks, overtakenTask } from '../../task/rules.ts';
import type { OutboxEntry } from '../../workflow/model.ts';
import { conveningOf, signal } from '../../workflow/rules.ts';
import type { Deps } from '../command.ts';
import { withInvitation } from './own-invitation.ts';

const replaced: ReadonlySet<string> = new Set(['bounce', 'fax', 'post']);

type Again = { readonly put: readonly Versioned[]; readonly outbox: readonly OutboxEntry[] };

/** The invitation, or the question about the slots, once more with a new link; what stood in for it or waited is overtaken. */
export async function sentAgain(
  deps: Deps,
  meeting: Meeting,
  invitation: Invitation,
  noted: { readonly by: string; readonly note: string },
): Promise<Again> {
  const { town, id } = meeting;
  const { agency, generation } = invitation;
  const now = deps.clock.now();
  const open = (await openTasks(deps, town, id)).filter((one) => one.about === agency && replaced.has(one.taskKind));
  return {
    put: [
      withInvitation(meeting, invitation, { ...unsent(meeting, invitation), generation: generation + 1 }),
      ...(await withheld(deps, meeting, (one) => one === agency)),
      ...open.map((task) => overtakenTask(task, now, noted.by, noted.note)),
    ],
    outbox: [signal({ town, subject: id, at: now }, conveningOf(meeting))],
  };
}

/** Whoever was told of a former date keeps that while another one is sought. */
function unsent(meeting: Meeting, { code: _void, ...invitation }: Invitation): Invitation {
  const { polled: _asked, ...unasked } = invitation;
  if (meeting.state === 'polling') return unasked;
  const { invitedAt: _before, unsettled: _unsettled, ...uninvited } = invitation;
  return uninvited;
}

/** Sent to an address that was wrong, and its answer still matters: nobody there has answered, and the meeting is ahead. */
export function isUnansweredYet({ clock }: Pick<Deps, 'clock'>, meeting: Meeting, invitation: Invitation): boolean {
  if (meeting.state === 'polling')
    return owesMarks(meeting.poll, invitation) && !isToBePolled(meeting.poll, invitation);
  if (!isConvened(meeting) || invitation.invitedAt === undefined || invitation.held !== undefined) return false;
  return invitation.replies.length === 0 && clock.now() < meeting.appointment.startsAt;
}
