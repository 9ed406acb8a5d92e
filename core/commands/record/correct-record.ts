import * as z from 'zod';
import { meetingIdSchema } from '../../ids.ts';
import { meetingStates } from '../../meeting/model.ts';
import { isHeld } from '../../meeting/recording.ts';
import { lettersToMembers } from '../../message/letters.ts';
import type { MeetingRecord } from '../../record/model.ts';
import { refuse } from '../../result.ts';
import type { Command } from '../command.ts';
import { textField } from '../fields.ts';
import { locateForStaff } from '../locate.ts';
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
});

/** Corrects final minutes: a reason, a new edition, and a 「変更」 notice to those who had the old one (BRIEF §2.9). */
export const correctRecord: Command<typeof input> = {
  input,
  async run(deps, actor, { meeting: id, ...said }) {
    const located = await locateForStaff(deps, actor, 'meeting', id);
    if (!located.ok) return located;
    const meeting = located.value;
    if (!isHeld(meeting)) return refuse({ code: 'wrong-state', state: meetingStates[meeting.state] });
    const last = meeting.records.findLast((record) => record.final);
    if (last === undefined) return refuse({ code: 'not-confirmed', what: '会議録の確定' });

    const now = deps.clock.now();
    const changes = Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined));
    const edition = meeting.records.length + 1;
    const next: MeetingRecord = { ...last, ...changes, edition, by: actor.id, finalAt: now };
    if (next.outcome === 'undecided' && next.watch === undefined) return refuse({ code: 'watch-missing' });
    const corrected = { ...meeting, records: [...meeting.records, next] };
    const letters = await lettersToMembers(deps, corrected, 'record-changed', { occasion: edition });
    return save(deps, actor, {
      command: 'correct',
      town: meeting.town,
      id,
      put: [corrected, ...letters.messages, ...letters.tasks],
      outbox: letters.outbox,
    });
  },
};
