import * as z from 'zod';
import type { Actor } from '../../access/model.ts';
import { nameOf } from '../../access/rules.ts';
import { meetingIdSchema } from '../../ids.ts';
import { isConvened } from '../../meeting/convening.ts';
import { type Meeting, meetingStates } from '../../meeting/model.ts';
import { partKey } from '../../meeting/together.ts';
import { lastTold } from '../../meeting/settling.ts';
import type { Invitation } from '../../invitation/model.ts';
import { lettersToMembers } from '../../message/letters.ts';
import { hearersOf } from '../../message/last-heard.ts';
import { agenciesIn, unsentChanges } from '../../message/unsent-changes.ts';
import { calledStill, withheld } from '../../message/withheld.ts';
import type { Versioned } from '../../records.ts';
import { ok, refuse } from '../../result.ts';
import { settingsOf } from '../../settings/rules.ts';
import type { OutboxEntry } from '../../workflow/model.ts';
import { conveningOf, recordingOf, signal } from '../../workflow/rules.ts';
import type { Command, Deps } from '../command.ts';
import { textField } from '../fields.ts';
import { locateAsHost } from '../locate-as-host.ts';
import { cancelledPoll } from '../poll/cancelled-poll.ts';
import { goneFrom, toldAnew, withoutTwice } from './told-anew.ts';
import { tasksClosed } from '../task/tasks-closed.ts';
import { saveTogether, type Saving } from '../save.ts';
import { othersAsHost, othersWoken } from './whole-sitting.ts';

const input = z.strictObject({
  meeting: meetingIdSchema,
  reason: textField,
  /** true: with all other parts of its sitting (合同の席). */
  whole: z.boolean().default(false),
});

/** Of the other parts: why, was written for one town. */
const WHOLE = '同じ席の会議をすべて中止';

/** 中止. Invitees are told only that it is cancelled, never why. */
export const cancelMeeting: Command<typeof input> = {
  input,
  async run(deps, actor, said) {
    const located = await locateAsHost(deps, actor, said.meeting);
    if (!located.ok) return located;
    const { meeting } = located.value;
    if (!mayBeCancelled(meeting)) return refuse({ code: 'already-closed', state: meetingStates[meeting.state] });

    const { reason, whole } = said;
    const others = whole ? await othersAsHost(deps, actor, meeting) : ok([]);
    if (!others.ok) return others;
    const all = [{ part: meeting, reason }, ...others.value.map((part) => ({ part, reason: WHOLE }))];
    const together = whole ? all.map(({ part, reason: why }) => stoppedOf(deps, actor, part, why)) : undefined;
    const savings: Saving[] = [];
    for (const { part, reason: why } of all) {
      const { put, outbox } = await cancellation(deps, actor, part, { reason: why, together });
      const there = savings.flatMap((one) => one.put);
      savings.push({ command: 'cancel', town: part.town, id: part.id, put: withoutTwice(put, there), outbox });
    }
    return saveTogether(deps, actor, savings);
  },
};

/** Until minutes are written: a meeting whose day came and nobody met is cancelled afterwards. */
function mayBeCancelled(meeting: Meeting): boolean {
  if (
    isConvened(meeting) ||
    meeting.state === 'polling' ||
    meeting.state === 'requested' ||
    meeting.state === 'drafted'
  )
    return true;
  return meeting.state === 'recording' && meeting.records.length === 0;
}

type How = {
  readonly reason: string;
  /** All parts of its sitting, which are called off in the same commit. */
  readonly together?: readonly Meeting[] | undefined;
};

function stoppedOf(deps: Pick<Deps, 'clock'>, actor: Actor, meeting: Meeting, reason: string): Meeting {
  const { lateness: _lateness, ...rest } = meeting;
  const cancelled = { by: nameOf(actor), at: deps.clock.now(), reason };
  if (!isConvened(meeting)) return { ...rest, state: 'cancelled', cancelled };
  const appointment = { ...meeting.appointment, sequence: meeting.appointment.sequence + 1 };
  return { ...rest, state: 'cancelled', appointment, cancelled };
}

/** The cancelled meeting and all that follows: 中止 to everybody who has heard of it, tasks closed, mail held back, the run ended. */
export async function cancellation(
  deps: Deps,
  actor: Actor,
  meeting: Meeting,
  { reason, together }: How,
): Promise<{ readonly put: readonly Versioned[]; readonly outbox: readonly OutboxEntry[] }> {
  const now = deps.clock.now();
  const { town, id } = meeting;
  const stopped = stoppedOf(deps, actor, meeting, reason);
  const tasks = await tasksClosed(deps, meeting, 'all', actor.id);
  if (meeting.state === 'polling') {
    const told = await cancelledPoll(deps, meeting);
    return {
      put: [{ ...stopped, ...told.dated }, ...told.put, ...tasks],
      outbox: told.outbox,
    };
  }
  if (!isConvened(meeting)) {
    const run = meeting.state === 'recording' ? recordingOf(meeting) : conveningOf(meeting);
    const outbox = [signal({ town, subject: id, at: now }, run)];
    return { put: [stopped, ...tasks], outbox };
  }

  const appointment = { ...meeting.appointment, sequence: meeting.appointment.sequence + 1 };
  const unsent = await withheld(deps, meeting, calledStill(meeting));
  const hasHeard = await hearersOf(deps, meeting);
  const changes = await unsentChanges(deps, meeting, await settingsOf(deps, town), now);
  const waiting = agenciesIn(changes);
  const standing = meeting.invitations.filter((one) => one.withdrawn === undefined);
  const gone = goneFrom(meeting, standing, hasHeard, waiting);
  const anew = await toldAnew(deps, { part: stopped, changed: together ?? [stopped], gone }, actor.id);
  const heard = (one: Invitation) => one.withdrawn === undefined && hasHeard(one) && !anew.told.has(one.agency);
  const letters = await lettersToMembers(deps, { ...meeting, appointment }, 'cancel', {
    occasion: 'all',
    whole: together === undefined ? undefined : await heardIn(deps, together),
    only: heard,
    known: (one) => lastTold(one, waiting),
    off: anew.alsoOff,
  });
  const put = [stopped, ...unsent, ...letters.messages, ...letters.tasks, ...tasks];
  return {
    put: [...put, ...withoutTwice(anew.put, put), ...anew.letters.messages, ...anew.letters.tasks],
    outbox: [
      ...letters.outbox,
      ...anew.letters.outbox,
      signal({ town, subject: id, at: now }, conveningOf(meeting)),
      ...(await othersWoken(deps, meeting)),
    ],
  };
}

/** Of which of these parts an agency has heard that it is called to them. */
async function heardIn(deps: Deps, parts: readonly Meeting[]) {
  const heard = new Map<string, Awaited<ReturnType<typeof hearersOf>>>();
  for (const part of parts) heard.set(partKey(part), await hearersOf(deps, part));
  return (part: Meeting, invitation: Invitation) => heard.get(partKey(part))?.(invitation) ?? false;
}
