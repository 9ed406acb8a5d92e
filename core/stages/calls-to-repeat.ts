import type { Invitation } from '../invitation/model.ts';
import { isConvened } from '../meeting/convening.ts';
import type { ConvenedMeeting, Meeting } from '../meeting/model.ts';
import { callOf, isInvitedElsewhere, isToldOf, toldKey } from '../meeting/together.ts';
import { hearersOf } from '../message/last-heard.ts';
import { standingParts } from '../message/parts.ts';
import { noticeId } from '../message/rules.ts';
import type { Store } from '../ports.ts';
import { timeToAnswer } from '../settings/rules.ts';
import type { Settings } from '../settings/model.ts';
import type { Instant } from '../time.ts';

type Reader = { readonly store: Store; readonly clock: { readonly now: () => Instant } };

/**
 * A part of a sitting (合同の席) as its run has to see it. Whoever was to hear of it by the notice of another part, and never will, since that part
 * was called off or no longer calls it before its notice went out, is still to be invited. And a notice that still waits for office hours while
 * it tells of a part that is off gives way to one that does not.
 */
export async function withCallsToRepeat(deps: Reader, meeting: Meeting, settings: Settings): Promise<Meeting> {
  if (meeting.together === undefined || meeting.poll !== undefined || !isConvened(meeting)) return meeting;
  const parts = await standingParts(deps, meeting);
  const knows = await hearersOf(deps, meeting);
  const isLost = (one: Invitation) =>
    one.leftToOthers === true && !isInvitedElsewhere(meeting, parts, one) && !knows(one);
  const invitations: Invitation[] = [];
  for (const one of meeting.invitations) {
    if (!isCalled(one)) invitations.push(one);
    else if (isLost(one)) invitations.push(uninvited(one));
    else if (await isWrong(deps, meeting, parts, one)) invitations.push(anew(one));
    else invitations.push(one);
  }
  return repeated(deps, meeting, invitations, settings);
}

const isCalled = ({ withdrawn, held, invitedAt }: Invitation) =>
  withdrawn === undefined && held === undefined && invitedAt !== undefined;

/** Its own notice has not left, and names a part to which the agency is not called, or not any more. */
async function isWrong(
  { store }: Reader,
  meeting: ConvenedMeeting,
  parts: readonly ConvenedMeeting[],
  { agency, generation, toldOf = [] }: Invitation,
): Promise<boolean> {
  const stands = (told: string) =>
    parts.some((part) => {
      const call = isToldOf(told, part) ? callOf(part, agency) : undefined;
      return call !== undefined && toldKey(part, call) === told;
    });
  if (toldOf.every(stands)) return false;
  const mail = await store.get('message', meeting.town, noticeId(meeting, 'invitation', agency, generation));
  return mail?.state === 'created';
}

function uninvited({ invitedAt: _never, leftToOthers: _left, ...one }: Invitation): Invitation {
  return one;
}

/** Under a new link: the mail that waits bears the old one, and its id. */
function anew({ invitedAt: _never, toldOf: _wrong, ...one }: Invitation): Invitation {
  return { ...one, generation: one.generation + 1 };
}

/** With their step still ahead, and time enough to answer. */
function repeated(
  { clock }: Reader,
  meeting: ConvenedMeeting,
  invitations: Invitation[],
  settings: Settings,
): ConvenedMeeting {
  const again = invitations.filter((one) => !meeting.invitations.includes(one));
  if (again.length === 0) return meeting;
  const keys = again.map(({ agency, generation }) => `invite-${agency}-${String(generation)}`);
  const done = Object.fromEntries(Object.entries(meeting.done).filter(([key]) => !keys.includes(key)));
  const replyBy = timeToAnswer(settings, meeting.appointment, clock.now());
  return { ...meeting, invitations, done, appointment: { ...meeting.appointment, replyBy } };
}
