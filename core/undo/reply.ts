import type { Deps } from '../commands/command.ts';
import { withInvitation } from '../commands/meeting/own-invitation.ts';
import { isConvened, withCurrentState } from '../meeting/convening.ts';
import type { ConvenedMeeting } from '../meeting/model.ts';
import type { Restorable, Step } from './model.ts';

type Restored = { readonly put: readonly Restorable[]; readonly forget: readonly Restorable[] };

/**
 * A reply that was typed in for the wrong agency is taken out again, though others have answered since: until the meeting starts, and as
 * long as it is that agency's last word. Tasks it closed are open again. Undefined when it is too late for that.
 */
export function withoutReply(
  { clock }: Pick<Deps, 'clock'>,
  step: Step,
  current: readonly (Restorable | undefined)[],
): Restored | undefined {
  const meeting = current.find((one) => one?.kind === 'meeting');
  if (meeting?.kind !== 'meeting' || !isConvened(meeting) || meeting.appointment.startsAt <= clock.now())
    return undefined;
  const invitation = meeting.invitations.find(
    ({ replies }) => replies.at(-1)?.at === step.at && isTypedIn(step, replies),
  );
  if (invitation === undefined) return undefined;
  const answered = withInvitation<ConvenedMeeting>(meeting, invitation, {
    ...invitation,
    replies: invitation.replies.slice(0, -1),
  });
  const tasks = step.written.flatMap(({ kind, before, version }, index) => {
    const now = current[index];
    return kind === 'task' && before !== undefined && now?.version === version ? [{ ...before, version }] : [];
  });
  return { put: [withCurrentState(answered), ...tasks], forget: [] };
}

function isTypedIn({ id }: Step, replies: readonly { readonly enteredBy?: string | undefined }[]): boolean {
  return replies.at(-1)?.enteredBy === id;
}
