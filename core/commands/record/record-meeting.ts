import * as z from 'zod';
import { type Case, triggerSchema } from '../../case/model.ts';
import { agencyIdSchema, caseIdSchema, meetingIdSchema } from '../../ids.ts';
import { type HeldMeeting, type Meeting, meetingStates } from '../../meeting/model.ts';
import { finalise, isHeld, timesSaved } from '../../meeting/recording.ts';
import { lettersToMembers } from '../../message/letters.ts';
import type { MeetingRecord } from '../../record/model.ts';
import type { Refused } from '../../refusal.ts';
import { ok, refuse, type Result } from '../../result.ts';
import type { Instant } from '../../time.ts';
import { signal, recordingOf } from '../../workflow/rules.ts';
import { casesAfter } from './cases-after.ts';
import { casesOf } from '../case/cases-of.ts';
import type { Command, Deps } from '../command.ts';
import { dayField, textField, textsField } from '../fields.ts';
import { locateForStaff } from '../locate.ts';
import { planNeeds } from './plan-needs.ts';
import { tasksClosed } from '../task/tasks-closed.ts';
import { save } from '../save.ts';
import { judgedMinutes, passedIn } from './judged-minutes.ts';

const itemInput = z.union([
  textField.transform((topic) => ({ topic })),
  z.strictObject({
    topic: textField,
    case: caseIdSchema.optional(),
    discussed: z.string().optional(),
    conclusion: z.string().optional(),
    remaining: z.string().optional(),
    dissent: z.string().optional(),
  }),
]);
const watchInput = z.union([
  textField,
  z
    .strictObject({ frequency: textField, contact: textField, moves: textField })
    .transform(({ frequency, contact, moves }) => `頻度: ${frequency} / 連絡先: ${contact} / 動き方: ${moves}`),
]);

/** The fields of 会議録, shared with its correction. */
export const recordInput = {
  attendance: z.array(agencyIdSchema).default([]),
  items: z.array(itemInput).default([]),
  outcome: z.enum(['decided', 'undecided']).default('decided'),
  watch: watchInput.optional(),
  triggers: z.array(triggerSchema.omit({ firedAt: true })).default([]),
  missing: z.array(z.string()).default([]),
  next: dayField.optional(),
  /** 同席者: who was there without an invitation, by name. */
  guests: textsField.optional(),
  /** Why the minutes may name a member without consent; the supervisor's to say. */
  override: z.string().optional(),
};

const input = z.strictObject({
  meeting: meetingIdSchema,
  ...recordInput,
  final: z.boolean().default(false),
  /** How often the draft on screen had been saved; refused when somebody saved meanwhile. */
  version: z.number().int().optional(),
});

type Input = z.output<typeof input>;

/** Writes the minutes; `final` fixes them, and from then on they are only corrected. */
export const recordMeeting: Command<typeof input> = {
  input,
  async run(deps, actor, said) {
    const located = await locateForStaff(deps, actor, 'meeting', said.meeting);
    if (!located.ok) return located;
    const held = recordable(located.value, said);
    if (!held.ok) return held;
    const found = await casesOf(deps, actor, held.value.cases);
    if (!found.ok) return found;

    const now = deps.clock.now();
    const { cases } = found.value;
    const judged = await judgedMinutes(deps, actor, said, { meeting: held.value, cases, final: said.final });
    if (!judged.ok) return judged;
    const written = {
      ...held.value,
      records: [{ ...recordOf(said, actor.id, now), ...judged.value, saved: timesSaved(held.value) + 1 }],
    };
    const done = said.final ? await finished(deps, written, cases, actor.id) : { put: [written], outbox: [] };
    const put = [...done.put, ...casesAfter(cases, said)];
    const { town, id } = written;
    const woken = signal({ town, subject: id, at: now }, recordingOf(written));
    return save(deps, actor, {
      command: 'record',
      town,
      id,
      put,
      outbox: [...done.outbox, woken],
      noted: passedIn(judged.value),
    });
  },
};

function recordOf(
  { meeting: _meeting, triggers: _triggers, version: _seen, override: _judged, ...said }: Input,
  by: string,
  now: Instant,
): MeetingRecord {
  return { ...said, edition: 1, by, ...(said.final ? { finalAt: now } : {}) };
}

/** Final minutes end the chasing, go to the members, and close the meeting or leave it to the support decision. */
async function finished(deps: Deps, written: HeldMeeting, cases: readonly Case[], by: string) {
  const meeting = await finalise(deps, written);
  const tasks = await tasksClosed(deps, meeting, ['record', 'overdue'], by);
  const letters = await lettersToMembers(deps, meeting, 'record', { occasion: 1 });
  const needs = await planNeeds(deps, meeting, cases, by);
  return { put: [meeting, ...tasks, ...needs, ...letters.messages, ...letters.tasks], outbox: letters.outbox };
}

/** A meeting that has begun and whose minutes are not final yet; 方針未定 needs its watch-over plan. */
function recordable(meeting: Meeting, said: Input): Result<HeldMeeting, Refused> {
  if (!isHeld(meeting)) return refuse({ code: 'wrong-state', state: meetingStates[meeting.state] });
  if (meeting.records.some((record) => record.final)) return refuse({ code: 'already-closed', state: '会議録確定' });
  const [sent = timesSaved(meeting), stored] = [said.version, timesSaved(meeting)];
  if (sent !== stored) return refuse({ code: 'stale-version', sent, stored });
  const missing = missingIn(said);
  return missing === undefined ? ok(meeting) : refuse(missing);
}

function missingIn({ outcome, watch }: Input): Refused | undefined {
  return watch === undefined && outcome === 'undecided' ? { code: 'watch-missing' } : undefined;
}
