import * as z from 'zod';
import type { Actor } from '../../access/model.ts';
import { meetingIdSchema } from '../../ids.ts';
import { meetingStates, type PollingMeeting } from '../../meeting/model.ts';
import { type SlotsAfter, slotsAfter } from '../../poll/slot-changes.ts';
import type { Refused } from '../../refusal.ts';
import { ok, refuse, type Result } from '../../result.ts';
import { settingsOf } from '../../settings/rules.ts';
import type { Task } from '../../task/model.ts';
import { conveningOf, signal } from '../../workflow/rules.ts';
import { casesOf } from '../case/cases-of.ts';
import type { Command, Deps, Done } from '../command.ts';
import { instantField } from '../fields.ts';
import { locateAsHost } from '../locate-as-host.ts';
import { decided } from '../request/host-decision.ts';
import { save } from '../save.ts';
import { tasksClosed } from '../task/tasks-closed.ts';
import { gateForSlot } from './polled.ts';
import { tellSlots } from './tell-slots.ts';

const input = z.strictObject({
  meeting: meetingIdSchema,
  /** Slots that are asked about no more. */
  drop: z.array(instantField).default([]),
  /** Slots that are asked about besides. */
  more: z.array(instantField).default([]),
});

/**
 * 候補の取りやめ・追加 while a date is sought (日程調整中). Answers about the other slots stand; whoever knew the slots hears once what is other
 * now (ADR 0057); a slot that was taken back is never proposed nor fixed.
 */
export const changeSlots: Command<typeof input> = {
  input,
  async run(deps, actor, said) {
    const located = await locateAsHost(deps, actor, said.meeting);
    if (!located.ok) return located;
    const { meeting, officer } = located.value;
    if (meeting.state !== 'polling') return refuse({ code: 'wrong-state', state: meetingStates[meeting.state] });
    const settings = await settingsOf(deps, meeting.town);
    const after = slotsAfter(meeting.poll, said, settings, deps.clock.now());
    if (!after.ok) return after;
    const { added, withdrawn } = after.value;
    if (added.length + withdrawn.length === 0) return ok({ town: meeting.town, id: meeting.id });

    const next = withSlots(meeting, after.value, { at: deps.clock.now(), by: officer.id });
    const closed = added.length === 0 ? undefined : await closedTo(deps, actor, next);
    return closed === undefined ? saveSlots(deps, actor, meeting, next) : refuse(closed);
  },
};

type By = Pick<NonNullable<PollingMeeting['poll']['slotChanges']>[number], 'at' | 'by'>;

/** Who asks about more has to decide anew once that is answered. */
function withSlots(meeting: PollingMeeting, { slots, replyBy, added, withdrawn }: SlotsAfter, by: By): PollingMeeting {
  const { slotChanges = [] } = meeting.poll;
  const change = { ...by, added: [...added], withdrawn: [...withdrawn] };
  const poll = { ...meeting.poll, slots: [...slots], replyBy, slotChanges: [...slotChanges, change] };
  return added.length === 0 ? { ...meeting, poll } : { ...meeting, ...decided(meeting), state: 'polling', poll };
}

/** The gates, as of the last day that may come of it. */
async function closedTo(deps: Deps, actor: Actor, next: PollingMeeting): Promise<Refused | undefined> {
  const found = await casesOf(deps, actor, next.cases);
  if (!found.ok) return found.error;
  return gateForSlot(deps, next, found.value.cases, next.poll.slots.at(-1) ?? next.poll.askedAt);
}

async function saveSlots(
  deps: Deps,
  actor: Actor,
  before: PollingMeeting,
  next: PollingMeeting,
): Promise<Result<Done, Refused>> {
  const { town, id } = next;
  const told = await tellSlots(deps, { before, next, by: actor.id });
  const asks = (next.poll.slotChanges?.at(-1)?.added.length ?? 0) > 0;
  const answered: readonly Task[] = asks ? await tasksClosed(deps, next, ['fix-date', 'overdue'], actor.id) : [];
  const put = [told.meeting, ...told.put, ...answered];
  const outbox = [...told.outbox, signal({ town, subject: id, at: deps.clock.now() }, conveningOf(next))];
  return save(deps, actor, { command: 'slots', town, id, put, outbox });
}
