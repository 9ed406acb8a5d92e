import type { Case } from '../../case/model.ts';
import { gateRefusal } from '../../framework/gate.ts';
import { unsafeForMail } from '../../message/safe-text.ts';
import type { Meeting, PollingMeeting } from '../../meeting/model.ts';
import type { Poll } from '../../poll/model.ts';
import { slotsRefusal } from '../../poll/rules.ts';
import type { Versioned } from '../../records.ts';
import type { Refused } from '../../refusal.ts';
import { ok, refuse, type Result } from '../../result.ts';
import { rulesForMeeting } from '../../settings/kept.ts';
import { mailableFrom, replyDue, settingsOf } from '../../settings/rules.ts';
import { dayOf, type Instant } from '../../time.ts';
import type { OutboxEntry } from '../../workflow/model.ts';
import type { Deps } from '../command.ts';
import { overRefusal } from '../case/cases-of.ts';
import { plannedFor } from '../meeting/basis.ts';
import type { Proposal, Who } from '../meeting/convened.ts';
import { ownPreparations, unsafePreparation } from '../meeting/preparations.ts';
import { afterDecision, decided, lookedAtAnew } from '../request/host-decision.ts';

type Saved = { readonly put: readonly Versioned[]; readonly outbox: readonly OutboxEntry[] };

/** The meeting asks which of these dates would do; the workflow sends it, chases it and sees to its deadline. */
export async function polled(
  deps: Deps,
  meeting: Meeting,
  proposal: Proposal,
  { convener, by }: Who,
): Promise<Result<Saved, Refused>> {
  const { date, slots = [date], auto, invitations, quorum, ...kept } = proposal;
  const urgent = proposal.urgent || meeting.emergency;
  const timed = await timedSlots(deps, meeting, slots, urgent);
  if (!timed.ok) return timed;
  const { rules, ...times } = timed.value;
  const round = (meeting.poll?.round ?? 0) + 1;
  const poll: Poll = { ...kept, ...times, urgent, convener, round, auto: auto === true };
  const body = proposal.body === undefined ? {} : { body: proposal.body };
  const next: PollingMeeting = {
    ...decided(meeting),
    ...body,
    state: 'polling',
    ...(quorum === undefined ? {} : { quorum }),
    rules,
    invitations,
    poll,
  };
  const put = [next, ...(await afterDecision(deps, meeting, by))];
  return ok({ put, outbox: await lookedAtAnew(deps, next) });
}

/** Slots in order, with the moment they are asked about and until when to answer; refused where that cannot be. */
export async function timedSlots(deps: Deps, meeting: Meeting, asked: readonly Instant[], urgent: boolean) {
  const settings = await settingsOf(deps, meeting.town);
  const askedAt = deps.clock.now();
  const slots = asked.toSorted();
  const sentAt = mailableFrom(settings, askedAt, urgent);
  const refusal = slotsRefusal(slots, settings, { now: askedAt, sentAt });
  if (refusal !== undefined) return refuse(refusal);
  const { replyBy } = replyDue(settings, sentAt, slots[0] ?? askedAt);
  return ok({ slots, askedAt, replyBy, rules: rulesForMeeting(settings) });
}

/** The gates a date passes, now and again when it is fixed: a consent may have gone, a person may have been added (BRIEF §2.1). */
export async function gateForSlot(
  deps: Deps,
  meeting: PollingMeeting,
  cases: readonly Case[],
  slot: Instant,
): Promise<Refused | undefined> {
  const planned = await plannedFor(deps, dayOf(slot), meeting.invitations);
  const { place, outlook, preparation } = meeting.poll;
  return (
    overRefusal(cases) ??
    gateRefusal(meeting, cases, dayOf(deps.clock.now()), planned) ??
    unsafeForMail({ 場所: place, 見通し: outlook }, cases) ??
    unsafePreparation({ preparation, preparations: ownPreparations(meeting.invitations) }, cases)
  );
}
