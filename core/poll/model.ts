import * as z from 'zod';
import { personIdSchema } from '../ids.ts';
import { sourceSchema } from '../invitation/source.ts';
import { appointmentSchema } from '../meeting/appointment.ts';
import { proposalFields } from '../meeting/proposal.ts';
import { instantSchema } from '../time.ts';

export const MOST_SLOTS = 10;

/** ○ comes, △ may come or could with difficulty, × cannot. */
export const markSchema = z.enum(['○', '△', '×']);
export type Mark = z.infer<typeof markSchema>;

/** What one agency said of all slots of one round. */
export const availabilitySchema = z.object({
  round: z.number().int(),
  /** By slot. */
  marks: z.record(instantSchema, markSchema),
  at: instantSchema,
  source: sourceSchema,
  /** Staff who typed it in; absent when the agency answered itself. */
  enteredBy: z.string().optional(),
  /** For the office only. */
  note: z.string().optional(),
  /** 未確認: too fast to be a person, or against another one. Counts as unanswered (BRIEF §2.5). */
  unconfirmed: z.boolean(),
});
export type Availability = z.infer<typeof availabilitySchema>;

/** Whom a round has reached, and when. */
export const polledSchema = z.object({
  round: z.number().int(),
  at: instantSchema,
  /** The slots it was last told, and how often it had answered then, while word of other ones is on its way (ADR 0057). */
  told: z.object({ slots: z.array(instantSchema), said: z.number().int() }).optional(),
});

/** 候補の取りやめ・追加 while the poll runs. */
export const slotChangeSchema = z.object({
  at: instantSchema,
  by: personIdSchema,
  added: z.array(instantSchema),
  withdrawn: z.array(instantSchema),
});

/** 候補日時, in order. */
export const slotsSchema = z.array(instantSchema).min(1).max(MOST_SLOTS);

/** 日程調整: agencies are asked which of some dates would do. It stays with the meeting once the date is fixed. */
export const pollSchema = z.object({
  ...proposalFields,
  convener: personIdSchema,
  /** Goes up when other slots are asked about. */
  round: z.number().int().min(1),
  slots: slotsSchema,
  /** How the slots of this round came to be other ones, in order. */
  slotChanges: z.array(slotChangeSchema).optional(),
  askedAt: instantSchema,
  replyBy: instantSchema,
  /** The best slot is fixed by itself at the deadline. */
  auto: z.boolean(),
  /** 再調整 of a meeting that had a date: what agencies have in their calendars until the next one is fixed. */
  former: appointmentSchema.optional(),
  /** Why it is asked again; for the office only. */
  reason: z.string().optional(),
  fixed: z
    .object({
      slot: instantSchema,
      at: instantSchema,
      /** `workflow` at the deadline. */
      by: z.string(),
      /** Why a slot that does not fit was taken. */
      reason: z.string().optional(),
    })
    .optional(),
});
export type Poll = z.infer<typeof pollSchema>;
