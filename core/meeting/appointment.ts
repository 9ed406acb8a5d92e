import * as z from 'zod';
import { personIdSchema } from '../ids.ts';
import { keptMeetingRulesSchema } from '../settings/model.ts';
import { instantSchema } from '../time.ts';
import { gatheringFields } from './gathering.ts';

/** When and where a convened meeting is held (開催日時・場所). */
export const appointmentSchema = z.object({
  startsAt: instantSchema,
  place: z.string(),
  /** 見通し: for how long and how many times people will meet. Mandatory. */
  outlook: z.string(),
  /** ご準備, of all who are called and have no words of their own. */
  preparation: z.string().optional(),
  replyBy: instantSchema,
  convenedAt: instantSchema,
  convener: personIdSchema,
  /** Waives quiet hours. */
  urgent: z.boolean(),
  /** Goes up with every change an agency was told of; it is the calendar entry's SEQUENCE. */
  sequence: z.number().int(),
  /** While changes are gathered that nobody has heard of yet: what they would go back to (ADR 0031). */
  settling: z
    .object({ startsAt: instantSchema, replyBy: instantSchema, rules: keptMeetingRulesSchema.optional() })
    .optional(),
  /** 書面開催: nobody meets; opinions are awaited until `startsAt`, which is the reply deadline, too (ADR 0042). */
  written: z.object({ reason: z.string(), by: personIdSchema, at: instantSchema }).optional(),
  ...gatheringFields,
});
export type Appointment = z.infer<typeof appointmentSchema>;
