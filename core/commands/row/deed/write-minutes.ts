import * as z from 'zod';
import { meetingIdSchema } from '../../../ids.ts';
import { isHeld } from '../../../meeting/recording.ts';
import type { MeetingRecord } from '../../../record/model.ts';
import { ok } from '../../../result.ts';
import type { Command } from '../../command.ts';
import { locateForStaff } from '../../locate.ts';
import { correctRecord } from '../../record/correct-record.ts';
import { recordInput, recordMeeting } from '../../record/record-meeting.ts';
import { doing } from './doing.ts';
import { withUnsaid } from '../minutes-cells.ts';

const input = z.strictObject({
  meeting: meetingIdSchema,
  ...recordInput,
  final: z.boolean(),
  /** Why final minutes are corrected. */
  reason: z.string().optional(),
});
/** A row of 会議録: a draft until 確定する says はい; after that it corrects, with its reason, and says again what is written already. */
export const writeMinutes: Command<typeof input> = {
  input,
  async run(deps, actor, said) {
    const located = await locateForStaff(deps, actor, 'meeting', said.meeting);
    if (!located.ok) return located;
    const meeting = located.value;
    const records = isHeld(meeting) ? meeting.records : [];
    const final = records.findLast((record) => record.final);
    const items = withUnsaid(said.items, records.at(-1)?.items);
    const { reason, final: isFinal, ...minutes } = { ...said, items };
    if (final !== undefined && isWritten(final, minutes)) return ok({ town: meeting.town, id: meeting.id });
    const { triggers: _triggers, ...corrected } = minutes;
    if (final !== undefined && reason !== undefined) return doing(correctRecord, deps, actor, { ...corrected, reason });
    return doing(recordMeeting, deps, actor, { ...minutes, final: isFinal });
  },
};

type Minutes = Pick<MeetingRecord, 'attendance' | 'guests' | 'items' | 'outcome' | 'watch' | 'missing' | 'next'>;

function isWritten(record: Minutes, said: Minutes): boolean {
  return written(record) === written(said);
}

/** The same for the same minutes, in whatever order they were put together. */
function written({ attendance, guests = [], items, outcome, watch, missing, next }: Minutes): string {
  const ordered = items.map((item) => Object.entries(item).toSorted());
  return JSON.stringify([attendance, guests, ordered, outcome, watch, missing, next]);
}
