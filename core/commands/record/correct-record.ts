import * as z from 'zod';
import { defined } from '../../defined.ts';
import { meetingIdSchema } from '../../ids.ts';
import { type HeldMeeting, type Meeting, meetingStates } from '../../meeting/model.ts';
import { isHeld } from '../../meeting/recording.ts';
import { lettersToMembers } from '../../message/letters.ts';
import { type MeetingRecord, recordSchema } from '../../record/model.ts';
import type { Refused } from '../../refusal.ts';
import { ok, refuse, type Result } from '../../result.ts';
import { casesOf } from '../case/cases-of.ts';
import type { Command } from '../command.ts';
import { textField } from '../fields.ts';
import { locateForStaff } from '../locate.ts';
import { judgedMinutes, passedIn } from './judged-minutes.ts';
import { recordInput } from './record-meeting.ts';
import { save } from '../save.ts';

const input = z.strictObject({
  meeting: meetingIdSchema,
  reason: textField,
  attendance: recordInput.attendance.unwrap().optional(),
  items: recordInput.items.unwrap().optional(),
  outcome: recordInput.outcome.unwrap().optional(),
  watch: recordInput.watch,
  missing: recordInput.missing.unwrap().optional(),
  next: recordInput.next,
  guests: recordInput.guests,
  override: recordInput.override,
  /** The edition that was on screen; refused when somebody corrected it meanwhile. */
  version: z.number().int().optional(),
});

/** Corrects final minutes: a reason, a new edition, and a 「変更」 notice to those who had the old one (BRIEF §2.9). */
export const correctRecord: Command<typeof input> = {
  input,
  async run(deps, actor, { meeting: id, version, ...said }) {
    const located = await locateForStaff(deps, actor, 'meeting', id);
    const correctable = located.ok ? correctableAt(located.value, version) : located;
    if (!correctable.ok) return correctable;
    const { meeting, last } = correctable.value;
    const found = await casesOf(deps, actor, meeting.cases);
    if (!found.ok) return found;
    const { cases } = found.value;
    const edition = meeting.records.length + 1;
    const { override, ...changes } = said;
    const changed = recordSchema.parse({
      ...last,
      ...defined(changes),
      edition,
      by: actor.id,
      finalAt: deps.clock.now(),
    });
    const judged = await judgedMinutes(
      deps,
      actor,
      { ...changed, override },
      { meeting, cases, final: true, before: last },
    );
    if (!judged.ok) return judged;
    const next: MeetingRecord = { ...changed, ...judged.value };
    if (next.outcome === 'undecided' && next.watch === undefined) return refuse({ code: 'watch-missing' });
    const after = { ...meeting, records: [...meeting.records, next] };
    const letters = await lettersToMembers(deps, after, 'record-changed', { occasion: edition });
    return save(deps, actor, {
      command: 'correct',
      town: meeting.town,
      id,
      put: [after, ...letters.messages, ...letters.tasks],
      outbox: letters.outbox,
      noted: passedIn(judged.value),
    });
  },
};

/** Final minutes, as they were on screen. */
function correctableAt(
  meeting: Meeting,
  sent: number | undefined,
): Result<{ readonly meeting: HeldMeeting; readonly last: MeetingRecord }, Refused> {
  if (!isHeld(meeting)) return refuse({ code: 'wrong-state', state: meetingStates[meeting.state] });
  const last = meeting.records.findLast((record) => record.final);
  if (last === undefined) return refuse({ code: 'not-confirmed', what: '会議録の確定' });
  const stored = meeting.records.length;
  return sent === undefined || sent === stored
    ? ok({ meeting, last })
    : refuse({ code: 'stale-version', sent, stored });
}
