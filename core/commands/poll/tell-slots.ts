import type { Invitation } from '../../invitation/model.ts';
import type { PollingMeeting } from '../../meeting/model.ts';
import type { Message } from '../../message/model.ts';
import { paperFor } from '../../message/papers-by-hand.ts';
import { lettersToPolled } from '../../message/poll-letters.ts';
import { owesMarks } from '../../poll/rules.ts';
import type { Versioned } from '../../records.ts';
import type { Task } from '../../task/model.ts';
import { openTasks, overtakenTask } from '../../task/rules.ts';
import { dayOf, type Instant } from '../../time.ts';
import type { OutboxEntry } from '../../workflow/model.ts';
import type { Deps } from '../command.ts';
import { linksBeyond } from '../meeting/personal-links.ts';

type Change = { readonly before: PollingMeeting; readonly next: PollingMeeting; readonly by: string };
type Told = {
  readonly meeting: PollingMeeting;
  readonly put: readonly Versioned[];
  readonly outbox: readonly OutboxEntry[];
};

/** Word of slots that has not gone out: mails that wait, and papers that nobody has brought yet. */
type Unsent = { readonly mails: readonly Message[]; readonly papers: readonly Task[]; readonly calls: readonly Task[] };

/** What an agency hears: nothing new, the slots as they are when it is asked for the first time, or what is other than it was told. */
type Hearing = { readonly invitation: Invitation; readonly hears: 'nothing' | 'when-asked' | 'news' };

/**
 * Whoever was asked hears once what is other than it was last told, gathered with what comes within some minutes (ADR 0031). A question
 * that has not gone out yet asks about the slots as they are now; so does a paper that nobody has brought.
 */
export async function tellSlots(deps: Deps, { before, next, by }: Change): Promise<Told> {
  const unsent = await unsentTo(deps, before);
  const now = deps.clock.now();
  const heard = next.invitations.map((one) => hearingOf(one, { before, next, unsent, now }));
  const meeting = { ...next, invitations: heard.map(({ invitation }) => invitation) };
  const hearers = heard.filter(({ hears }) => hears === 'news').map(({ invitation }) => invitation.agency);
  const byPaper = unsent.papers.map(({ about }) => about);
  const { round, slotChanges = [] } = next.poll;
  const letters = await lettersToPolled(deps, meeting, 'slots', {
    occasion: `slots-${String(round)}-${String(slotChanges.length)}`,
    only: (one) => isAsked(next, one) && hearers.includes(one.agency) && !byPaper.includes(one.agency),
  });
  const last = next.poll.slots.at(-1) ?? next.poll.replyBy;
  const links = await linksBeyond(
    deps,
    next,
    meeting.invitations.filter((one) => isAsked(next, one)),
    dayOf(last),
  );
  const stale = [...needless(unsent, heard), ...answeredCalls(unsent, before, meeting)];
  return {
    meeting,
    put: [
      ...unsent.mails.map((mail) => ({ ...mail, state: 'dropped' as const })),
      ...stale.map((task) => overtakenTask(task, now, by)),
      ...redated(unsent, stale, next),
      ...letters.messages,
      ...letters.tasks,
      ...links,
    ],
    outbox: letters.outbox,
  };
}

async function unsentTo(deps: Deps, { town, id }: PollingMeeting): Promise<Unsent> {
  const mails = await deps.store.list('message', town, `${id}/poll/`);
  const papers = (await openTasks(deps, town, id)).filter((task) => paperFor(task)?.kind === 'poll');
  const isCall = (task: Task) => paperFor(task)?.occasion.startsWith('phone-') === true;
  return {
    mails: mails.filter(({ state }) => state === 'created'),
    papers: papers.filter((task) => !isCall(task)),
    calls: papers.filter(isCall),
  };
}

const isAsked = ({ poll }: PollingMeeting, { withdrawn, polled }: Invitation) =>
  withdrawn === undefined && polled?.round === poll.round;

type Known = Omit<Change, 'by'> & { readonly unsent: Unsent; readonly now: Instant };

function hearingOf(invitation: Invitation, known: Known): Hearing {
  const { polled, ...unasked } = invitation;
  if (polled === undefined || !isAsked(known.before, invitation)) return { invitation, hears: 'nothing' };
  const waits = waitingFor(invitation, known.unsent);
  if (polled.told === undefined && waits === 'paper') return { invitation, hears: 'when-asked' };
  if (polled.told === undefined && waits === 'mail')
    return { invitation: { ...unasked, generation: unasked.generation + 1 }, hears: 'when-asked' };
  const slots = toldSlots(invitation, known, waits !== undefined);
  const { told: _former, ...asked } = polled;
  if (isSame(slots, known.next.poll.slots)) return { invitation: { ...unasked, polled: asked }, hears: 'nothing' };
  const told = { slots: [...slots], said: countOf(invitation) };
  return { invitation: { ...unasked, polled: { ...asked, told } }, hears: 'news' };
}

/** What is still to reach it; a question or news, as `told` says. */
function waitingFor({ agency }: Invitation, { mails, papers }: Unsent): 'paper' | 'mail' | undefined {
  if (papers.some(({ about }) => about === agency)) return 'paper';
  return mails.some(({ to }) => to === agency) ? 'mail' : undefined;
}

const countOf = ({ availabilities = [] }: Invitation) => availabilities.length;

/** The slots still to come that it was last told of; whoever answered since has seen them on the page. */
function toldSlots(invitation: Invitation, { before, now }: Known, waits: boolean): readonly Instant[] {
  const told = invitation.polled?.told;
  const known = waits && told?.said === countOf(invitation) ? told.slots : before.poll.slots;
  return known.filter((slot) => slot > now);
}

function isSame(one: readonly Instant[], other: readonly Instant[]): boolean {
  return one.length === other.length && one.every((slot) => other.includes(slot));
}

/** Papers that would bring nothing new. */
function needless({ papers }: Unsent, heard: readonly Hearing[]): readonly Task[] {
  const unmoved = heard.filter(({ hears }) => hears === 'nothing').map(({ invitation }) => invitation.agency);
  return papers.filter(({ about }) => unmoved.some((agency) => agency === about));
}

/** Calls to who has said of every slot that is left. */
function answeredCalls({ calls }: Unsent, before: PollingMeeting, { poll, invitations }: PollingMeeting) {
  return calls.filter(({ about }) =>
    invitations.some((one) => one.agency === about && owesMarks(before.poll, one) && !owesMarks(poll, one)),
  );
}

/** Papers that are still to be brought: never after the deadline as it is now. */
function redated({ papers }: Unsent, stale: readonly Task[], { poll: { replyBy } }: PollingMeeting): readonly Task[] {
  const late = papers.filter((task) => !stale.includes(task) && (task.dueAt === undefined || task.dueAt > replyBy));
  return late.map((task) => ({ ...task, dueAt: replyBy }));
}
