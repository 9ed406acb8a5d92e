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
import type { MinutesRest } from '../minutes-part.ts';

const restSchema = z.strictObject({
  own: z.array(z.number().int()),
  attendance: z.array(z.string()),
  guests: z.array(z.string()),
  missing: z.array(z.string()),
}) satisfies z.ZodType<MinutesRest>;
const input = z.strictObject({
  meeting: meetingIdSchema,
  ...recordInput,
  final: z.boolean(),
  /** Several rows may say the minutes of one meeting: what the other ones say of it. */
  rest: restSchema.optional(),
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
    const { reason, final: isFinal, ...minutes } = withRest(said, records.at(-1));
    if (final !== undefined && isWritten(final, minutes)) return ok({ town: meeting.town, id: meeting.id });
    const { triggers: _triggers, ...corrected } = minutes;
    if (final !== undefined && reason !== undefined) return doing(correctRecord, deps, actor, { ...corrected, reason });
    return doing(recordMeeting, deps, actor, { ...minutes, final: isFinal });
  },
};

/** The minutes as a whole: what this row says in the place of what it said before, and the rest as it is stored. */
function withRest({ rest, ...said }: z.output<typeof input>, stored: MeetingRecord | undefined) {
  const { items = [] } = stored ?? {};
  if (rest === undefined || stored === undefined) return { ...said, items: withUnsaid(said.items, items) };
  const own = new Set(rest.own);
  const at = rest.own[0] ?? items.length;
  const mine = withUnsaid(
    said.items,
    rest.own.flatMap((place) => items[place] ?? []),
  );
  const kept = (from: number, to: number) => items.slice(from, to).filter((_, index) => !own.has(from + index));
  return {
    ...said,
    items: [...kept(0, at), ...mine, ...kept(at, items.length)],
    attendance: together(stored.attendance, rest.attendance, said.attendance),
    guests: together(stored.guests ?? [], rest.guests, said.guests ?? []),
    missing: together(stored.missing, rest.missing, said.missing),
  };
}

/** In the order they are stored in, what is new behind. */
function together<One extends string>(stored: readonly One[], rest: readonly string[], said: readonly One[]): One[] {
  const kept = stored.filter((one) => rest.includes(one) || said.includes(one));
  return [...kept, ...said.filter((one) => !stored.includes(one))];
}

type Minutes = Pick<MeetingRecord, 'attendance' | 'guests' | 'items' | 'outcome' | 'watch' | 'missing' | 'next'>;

function isWritten(record: Minutes, said: Minutes): boolean {
  return written(record) === written(said);
}

/** The same for the same minutes, in whatever order they were put together. */
function written({ attendance, guests = [], items, outcome, watch, missing, next }: Minutes): string {
  const ordered = items.map((item) => Object.entries(item).toSorted());
  return JSON.stringify([attendance, guests, ordered, outcome, watch, missing, next]);
}
