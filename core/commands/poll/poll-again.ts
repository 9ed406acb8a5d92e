import * as z from 'zod';
import type { Actor } from '../../access/model.ts';
import { meetingIdSchema } from '../../ids.ts';
import { isConvened } from '../../meeting/convening.ts';
import { type ConvenedMeeting, type Meeting, meetingStates, type PollingMeeting } from '../../meeting/model.ts';
import { lastTold } from '../../meeting/settling.ts';
import { agenciesIn, unsentChanges } from '../../message/unsent-changes.ts';
import { calledStill, withheld } from '../../message/withheld.ts';
import type { Poll } from '../../poll/model.ts';
import type { Refused } from '../../refusal.ts';
import { refuse } from '../../result.ts';
import { settingsOf } from '../../settings/rules.ts';
import type { Instant } from '../../time.ts';
import { conveningOf, signal } from '../../workflow/rules.ts';
import { casesOf } from '../case/cases-of.ts';
import type { Command, Deps } from '../command.ts';
import { instantField } from '../fields.ts';
import { locateAsHost } from '../locate-as-host.ts';
import { apartRefusal } from '../meeting/apart.ts';
import { writtenRefusal } from '../meeting/meet-in-writing.ts';
import { decided } from '../request/host-decision.ts';
import { save } from '../save.ts';
import { tasksClosed } from '../task/tasks-closed.ts';
import { gateForSlot, timedSlots } from './polled.ts';

const input = z.strictObject({
  meeting: meetingIdSchema,
  slots: z.array(instantField).min(1, '候補を一つ以上入れてください。'),
  /** The best slot is fixed by itself at the deadline; as before when left out. */
  auto: z.boolean().optional(),
  /** For the office only. */
  reason: z.string().trim().max(10_000).optional(),
});

/** 再調整: asks about other slots, while a date is sought, or of a meeting whose date does not hold. Everybody is asked once more. */
export const pollAgain: Command<typeof input> = {
  input,
  async run(deps, actor, said) {
    const located = await locateAsHost(deps, actor, said.meeting);
    if (!located.ok) return located;
    const { meeting } = located.value;
    const now = deps.clock.now();
    if (!isOpen(meeting, now)) return refuse({ code: 'wrong-state', state: meetingStates[meeting.state] });
    const bound = await closedRefusal(deps, meeting);
    if (bound !== undefined) return refuse(bound);
    const asked = meeting.state === 'polling' ? meeting.poll : pollOf(meeting);
    const timed = await timedSlots(deps, meeting, said.slots, asked.urgent);
    if (!timed.ok) return timed;
    const { rules, ...times } = timed.value;
    const known = meeting.state === 'polling' ? meeting : await asLastTold(deps, meeting);
    const next = again(known, { ...asked, ...times, ...auto(said), reason: said.reason });
    const closed = await closedTo(deps, actor, next);
    if (closed !== undefined) return refuse(closed);
    const { town, id } = meeting;
    const tasks = await tasksClosed(deps, meeting, 'all', actor.id);
    const unsent = await withheld(deps, meeting, calledStill(meeting));
    const put = [{ ...next, rules }, ...tasks, ...unsent];
    const outbox = [signal({ town, subject: id, at: now }, conveningOf(meeting))];
    return save(deps, actor, { command: 'poll', town, id, put, outbox });
  },
};

/** While a date is sought, or before the meeting begins. */
function isOpen(meeting: Meeting, now: Instant): meeting is PollingMeeting | ConvenedMeeting {
  return meeting.state === 'polling' || (isConvened(meeting) && now < meeting.appointment.startsAt);
}

/** Word of a change that has not gone out never will: each agency is left with what it was last told (ADR 0031). */
async function asLastTold(deps: Deps, meeting: ConvenedMeeting): Promise<ConvenedMeeting> {
  const unsent = await unsentChanges(deps, meeting, await settingsOf(deps, meeting.town), deps.clock.now());
  const waiting = agenciesIn(unsent);
  const invitations = meeting.invitations.map((one) => {
    const { unsettled: _former, ...rest } = one;
    const unsettled = lastTold(one, waiting);
    return unsettled === undefined ? rest : { ...rest, unsettled };
  });
  return { ...meeting, invitations };
}

function auto({ auto: said }: { readonly auto?: boolean | undefined }): { readonly auto?: boolean } {
  return said === undefined ? {} : { auto: said };
}

/** The gates, as of the last day that may come of it. */
async function closedTo(deps: Deps, actor: Actor, next: PollingMeeting): Promise<Refused | undefined> {
  const found = await casesOf(deps, actor, next.cases);
  if (!found.ok) return found.error;
  const { slots, askedAt } = next.poll;
  return gateForSlot(deps, next, found.value.cases, slots.at(-1) ?? askedAt);
}

function again(meeting: PollingMeeting | ConvenedMeeting, poll: Poll): PollingMeeting {
  const { fixed: _fixed, slotChanges: _earlier, ...open } = poll;
  const next = { ...decided(meeting), state: 'polling', poll: { ...open, round: poll.round + 1 } } as const;
  if (!('appointment' in next)) return next;
  const { appointment: _former, ...rest } = next;
  return rest;
}

/** The poll of a meeting that has a date: what it keeps of it until there is another one. */
function pollOf({ appointment, poll }: ConvenedMeeting): Poll {
  const { place, outlook, preparation, urgent, mode, url, placeInside, agenda, convener } = appointment;
  const { startsAt, convenedAt, replyBy } = appointment;
  return {
    ...{ place, outlook, preparation, urgent, mode, url, placeInside, agenda, convener, replyBy },
    ...{ without: [], designate: [], statutory: false, auto: false },
    round: poll?.round ?? 0,
    slots: [startsAt],
    askedAt: convenedAt,
    former: appointment,
  };
}

async function closedRefusal(deps: Deps, meeting: Meeting): Promise<Refused | undefined> {
  return writtenRefusal(meeting) ?? apartRefusal(deps, meeting);
}
