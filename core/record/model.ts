import * as z from 'zod';
import { agencyIdSchema, caseIdSchema, personIdSchema } from '../ids.ts';
import { daySchema, instantSchema } from '../time.ts';

/** 会議録, modelled on 「サービス担当者会議の要点」 (BRIEF §2.9). */
export const recordSchema = z.object({
  /** Who was there: agencies that were invited, the town, the host, or people of either. */
  attendance: z.array(agencyIdSchema),
  /** 同席者: who came without an invitation, by name; absent in older records. */
  guests: z.array(z.string()).optional(),
  items: z.array(
    z.object({
      topic: z.string(),
      /** Of a meeting about several cases, the one it is about: agencies called for that case read it. */
      case: caseIdSchema.optional(),
      discussed: z.string().optional(),
      conclusion: z.string().optional(),
      remaining: z.string().optional(),
      /** 異議 by agency. */
      dissent: z.string().optional(),
    }),
  ),
  /** 方針決定, or 方針未定 with a watch-over plan: no solution is a result. */
  outcome: z.enum(['decided', 'undecided']),
  watch: z.string().optional(),
  next: daySchema.optional(),
  /** 不足する社会資源. */
  missing: z.array(z.string()),
  edition: z.number().int(),
  /** How often it was saved while it was a draft. */
  saved: z.number().int().optional(),
  final: z.boolean(),
  finalAt: instantSchema.optional(),
  by: z.string(),
  /** The supervisor let minutes pass that name these members (`C-1/A`) although consent for them was required and missing. */
  override: z
    .object({ reason: z.string(), by: personIdSchema, at: instantSchema, members: z.array(z.string()) })
    .optional(),
  /** Why this edition differs from the one before it. */
  reason: z.string().optional(),
});
export type MeetingRecord = z.infer<typeof recordSchema>;
