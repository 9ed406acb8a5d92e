import type { Invitation } from '../../invitation/model.ts';
import { withReply } from '../../invitation/rules.ts';
import { withCurrentState } from '../../meeting/convening.ts';
import { toldTo } from '../../meeting/settling.ts';
import type { Appointment, ConvenedMeeting, PollingMeeting } from '../../meeting/model.ts';
import { markOf } from '../../poll/best-slot.ts';
import type { Poll } from '../../poll/model.ts';
import { type Known, lastHeard } from '../../message/last-heard.ts';
import { withheld } from '../../message/withheld.ts';
import { saidIn } from '../../poll/rules.ts';
import type { Versioned } from '../../records.ts';
import type { Refused } from '../../refusal.ts';
import { ok, type Result } from '../../result.ts';
import { settingsOf } from '../../settings/rules.ts';
import type { Instant } from '../../time.ts';
import type { OutboxEntry } from '../../workflow/model.ts';
import { conveningOf, signal } from '../../workflow/rules.ts';
import type { Deps } from '../command.ts';
import { afterChange } from '../meeting/after-change.ts';
import { convened } from '../meeting/convened.ts';
import { rearranged } from '../meeting/rearranging.ts';
import { decided } from '../request/host-decision.ts';
import { tasksClosed } from '../task/tasks-closed.ts';

type Fix = { readonly slot: Instant; readonly by: string; readonly reason?: string | undefined };
type Saved = { readonly put: readonly Versioned[]; readonly outbox: readonly OutboxEntry[] };

/**
 * The meeting with the date that was fixed: from here on it is an ordinary convened one. Whoever said ○ of the slot comes, and is not asked
 * twice; all others are asked. A meeting that had a date before tells 変更 to those who knew it, under the same entry in their calendars.
 */
export async function fixed(deps: Deps, meeting: PollingMeeting, fix: Fix): Promise<Result<Saved, Refused>> {
  const { slot, by, reason } = fix;
  const at = deps.clock.now();
  const poll: Poll = {
    ...meeting.poll,
    fixed: { slot, at, by, ...(reason === undefined ? {} : { reason }) },
  };
  const asked = await tasksClosed(deps, meeting, closing, by);
  const { former } = meeting.poll;
  const saved =
    former === undefined
      ? await fixedFirst(deps, { ...meeting, poll }, slot, by)
      : ok(await fixedAnew(deps, { ...meeting, poll }, former, { slot, by }));
  if (!saved.ok) return saved;
  const known = new Set(saved.value.put.map(({ id }) => id));
  const unsent = await withheld(deps, meeting, () => true);
  const questions = unsent.filter(({ mailKind }) => mailKind === 'poll' || mailKind === 'reminder');
  const closed = [...asked, ...questions].filter(({ id }) => !known.has(id));
  return ok({ ...saved.value, put: [...saved.value.put, ...closed] });
}

/** What was asked about dates is asked no longer; a mail that did not arrive is still to be seen to. */
const closing = ['fix-date', 'overdue', 'phone', 'fax', 'post', 'confirm-reply'] as const;

async function fixedFirst(deps: Deps, meeting: PollingMeeting, slot: Instant, by: string) {
  const { convener, round: _round, slots: _slots, askedAt: _asked, replyBy: _by, auto: _auto, ...dated } = meeting.poll;
  const { slotChanges: _changes, ...kept } = dated;
  const invitations = meeting.invitations.map((one) => coming(meeting.poll, one, slot));
  const { quorum } = meeting;
  const proposal = { ...kept, ...(quorum === undefined ? {} : { quorum }), date: slot, invitations };
  return convened(deps, meeting, proposal, { convener, by });
}

async function fixedAnew(
  deps: Deps,
  meeting: PollingMeeting,
  former: Appointment,
  { slot, by }: { readonly slot: Instant; readonly by: string },
): Promise<Saved> {
  const { convener } = meeting.poll;
  const before: ConvenedMeeting = { ...decided(meeting), state: 'inviting', appointment: { ...former, convener } };
  const news = { startsAt: slot, added: [], removed: [] };
  const now = deps.clock.now();
  const moved = rearranged(before, news, await settingsOf(deps, meeting.town), now);
  const knows = await lastHeard(deps, meeting);
  const invitations = moved.invitations.map((one) => toBeTold(coming(meeting.poll, one, slot), former, knows(one)));
  const after = withCurrentState({ ...moved, invitations });
  // Asking for other dates has dropped the word of every change before.
  const unsent = { mails: [], tasks: [], gathering: false };
  const follows = await afterChange(deps, { before, after, unsent, changed: [after], leaving: new Map() }, news, by);
  const woken = signal({ town: meeting.town, subject: meeting.id, at: now }, conveningOf(meeting));
  return { put: [after, ...follows.put], outbox: [...follows.outbox, woken] };
}

/** Whoever knew a former date is told against the last it knew, also when that is taken after all (ADR 0031). */
function toBeTold(invitation: Invitation, former: Appointment, knows: Known): Invitation {
  const { invitedAt, withdrawn, askedAt, repliesBefore, replies, unsettled } = invitation;
  if (invitedAt === undefined || withdrawn !== undefined) return invitation;
  if (knows !== 'date') return uncalled(invitation);
  if (unsettled !== undefined) return { ...invitation, unsettled: { ...unsettled, replies: replies.length } };
  const asked = askedAt === undefined ? {} : { askedAt };
  const before = repliesBefore === undefined ? {} : { repliesBefore };
  return { ...invitation, unsettled: { ...toldTo(invitation, former), replies: replies.length, ...asked, ...before } };
}

/** The word of the former date never reached it: it is invited, as if for the first time. */
function uncalled({ invitedAt: _never, unsettled: _nothing, ...rest }: Invitation): Invitation {
  return { ...rest, generation: rest.generation + 1 };
}

/** ○ of the very date is 出席; nothing is said twice (BRIEF §2.16). */
function coming(poll: Poll, invitation: Invitation, slot: Instant): Invitation {
  const said = saidIn(poll, invitation);
  if (said === undefined || invitation.withdrawn !== undefined || markOf(poll, invitation, slot) !== '○')
    return invitation;
  const { at, source, enteredBy } = said;
  const by = enteredBy === undefined ? {} : { enteredBy };
  return withReply(invitation, { answer: '出席', at, source, ...by, polled: true, unconfirmed: false });
}
