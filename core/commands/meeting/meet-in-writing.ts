import * as z from 'zod';
import type { Actor } from '../../access/model.ts';
import { gateRefusal } from '../../framework/gate.ts';
import { meetingIdSchema, type PersonId } from '../../ids.ts';
import type { Invitation } from '../../invitation/model.ts';
import { isConvened, withCurrentState } from '../../meeting/convening.ts';
import { inWritingUntil } from '../../meeting/in-writing.ts';
import { type ConvenedMeeting, type Meeting, meetingStates } from '../../meeting/model.ts';
import { lettersToMembers } from '../../message/letters.ts';
import { agenciesIn, stillToBeCalled, unsentChanges } from '../../message/unsent-changes.ts';
import type { Versioned } from '../../records.ts';
import type { Refused } from '../../refusal.ts';
import { ok, refuse, type Result } from '../../result.ts';
import { mailableFrom, settingsOf } from '../../settings/rules.ts';
import { overtakenTask } from '../../task/rules.ts';
import { dayOf, type Instant } from '../../time.ts';
import type { OutboxEntry } from '../../workflow/model.ts';
import { conveningOf, signal } from '../../workflow/rules.ts';
import { redated } from './after-change.ts';
import { casesOf } from '../case/cases-of.ts';
import type { Command, Deps } from '../command.ts';
import { instantField, textField } from '../fields.ts';
import { locateAsHost } from '../locate-as-host.ts';
import { save } from '../save.ts';
import { tasksClosed } from '../task/tasks-closed.ts';
import { apartRefusal } from './apart.ts';
import { plannedFor } from './basis.ts';
import { linksBeyond } from './personal-links.ts';

const input = z.strictObject({
  meeting: meetingIdSchema,
  /** Until when opinions are awaited; until the meeting was to begin when left out. */
  until: instantField.optional(),
  /** For the office only. */
  reason: textField,
});

/** 書面開催: nobody meets, and every agency is asked for its written opinion instead. Said of such a meeting, it moves the deadline. */
export const inWriting: Command<typeof input> = {
  input,
  async run(deps, actor, said) {
    const located = await locateAsHost(deps, actor, said.meeting);
    if (!located.ok) return located;
    const { meeting, officer } = located.value;
    if (!isConvened(meeting)) return refuse({ code: 'wrong-state', state: meetingStates[meeting.state] });
    const { town, id, appointment } = meeting;
    const until = said.until ?? appointment.startsAt;
    const { written } = appointment;
    if (written !== undefined && until === appointment.startsAt)
      return written.reason === said.reason ? ok({ town, id }) : refuse({ code: 'already-closed', state: '書面開催' });
    const changed = await decided(deps, actor, meeting, { until, reason: said.reason, by: officer.id });
    if (!changed.ok) return changed;
    const { put, outbox } = await told(deps, meeting, changed.value, actor.id);
    return save(deps, actor, { command: 'in-writing', town, id, put, outbox });
  },
};

type Deciding = { readonly until: Instant; readonly reason: string; readonly by: PersonId };

/** The meeting in writing; refused when word of it would come too late, or the gates are closed on the last day. */
async function decided(
  deps: Deps,
  actor: Actor,
  meeting: ConvenedMeeting,
  deciding: Deciding,
): Promise<Result<ConvenedMeeting, Refused>> {
  const { until } = deciding;
  const at = deps.clock.now();
  const { startsAt, urgent } = meeting.appointment;
  if (startsAt <= at) return refuse({ code: 'too-late', date: startsAt });
  const settings = await settingsOf(deps, meeting.town);
  if (until <= at) return refuse({ code: 'too-late', date: until });
  if (until <= mailableFrom(settings, at, urgent))
    return refuse({
      code: 'bad-input',
      field: 'until',
      problem: '知らせが届く前に締め切りになります。後の日時にしてください。',
    });
  const apart = await apartRefusal(deps, meeting);
  if (apart !== undefined) return refuse(apart);
  const found = await casesOf(deps, actor, meeting.cases);
  if (!found.ok) return found;
  const planned = await plannedFor(deps, dayOf(until), meeting.invitations);
  const changed = withCurrentState(inWritingUntil(meeting, { ...deciding, at }));
  const closed = gateRefusal(changed, found.value.cases, dayOf(at), planned);
  return closed === undefined ? ok(changed) : refuse(closed);
}

type Told = { readonly put: readonly Versioned[]; readonly outbox: readonly OutboxEntry[] };

/** Each agency that was invited hears of it once, instead of any change it has not heard of yet; what was asked about the day is closed. */
async function told(deps: Deps, before: ConvenedMeeting, after: ConvenedMeeting, by: string): Promise<Told> {
  const at = deps.clock.now();
  const unsent = await unsentChanges(deps, before, await settingsOf(deps, before.town), at);
  const uncalled = await stillToBeCalled(deps, before);
  const reads = agenciesIn({ mails: [], tasks: uncalled });
  const letters = await lettersToMembers(deps, after, 'change', {
    occasion: after.appointment.sequence,
    only: (one) => stays(one) && !reads.has(one.agency),
  });
  const settled = await tasksClosed(deps, before, ['quorum', 'reschedule'], by);
  const heldOn = dayOf(after.appointment.startsAt);
  const links = await linksBeyond(deps, after, after.invitations.filter(stays), heldOn);
  return {
    put: [
      after,
      ...unsent.mails.map((mail) => ({ ...mail, state: 'dropped' as const })),
      ...unsent.tasks.map((task) => overtakenTask(task, at, by)),
      ...redated(uncalled, after),
      ...letters.messages,
      ...letters.tasks,
      ...settled,
      ...links,
    ],
    outbox: [...letters.outbox, signal({ town: after.town, subject: after.id, at }, conveningOf(after))],
  };
}

/** Whoever is still to be invited, also by a paper that nobody has brought yet, hears of it by the invitation. */
const stays = (one: Invitation) => one.withdrawn === undefined && one.invitedAt !== undefined;

/** Date and place of a meeting that nobody comes to are changed by nothing else. */
export function writtenRefusal(meeting: Meeting): Refused | undefined {
  const written = 'appointment' in meeting && meeting.appointment?.written !== undefined;
  return written ? { code: 'bad-input', field: '日時・場所', problem: ONLY_IN_WRITING } : undefined;
}
const ONLY_IN_WRITING =
  '書面開催を関係機関に知らせてあります。意見の期限は「書面開催」から変えられます。集まるときは、中止してから新しい会議を招集してください。';
