import * as z from 'zod';
import { caseIdSchema, disposalIdSchema, personIdSchema, townCodeSchema } from '../ids.ts';
import { daySchema, instantSchema } from '../time.ts';

/** Why papers are kept although their time has run out. */
export const holdGroundSchema = z.enum(
  ['審査請求', '訴訟', 'その他'],
  '保存を続ける理由は、審査請求・訴訟・その他のどれかにしてください。',
);

/** 保存の継続: nothing of the case is disposed of until somebody releases it, with a reason (BRIEF §2.17). */
export const holdSchema = z.object({
  ground: holdGroundSchema,
  reason: z.string(),
  by: personIdSchema,
  at: instantSchema,
  released: z.object({ reason: z.string(), by: personIdSchema, at: instantSchema }).optional(),
});
export type Hold = z.infer<typeof holdSchema>;

/** What has a time to be kept for: a case with all that belongs to it, and a consultation that never became one. */
export const keptKindSchema = z.enum(['case', 'consultation']);
export type KeptKind = z.infer<typeof keptKindSchema>;

/** One of the papers a disposal is about, as it was when it was proposed: changed since, it is not disposed of. */
export const disposalItemSchema = z.object({
  of: keptKindSchema,
  id: caseIdSchema,
  version: z.number().int(),
  endedOn: daySchema,
});
export type DisposalItem = z.infer<typeof disposalItemSchema>;

/** 廃棄予定: one person proposes, another confirms. Only then is anything erased. */
export const disposalSchema = z.object({
  kind: z.literal('disposal'),
  town: townCodeSchema,
  id: disposalIdSchema,
  version: z.number().int(),
  by: personIdSchema,
  at: instantSchema,
  items: z.array(disposalItemSchema),
  confirmed: z.object({ by: personIdSchema, at: instantSchema }).optional(),
  withdrawn: z.object({ by: personIdSchema, at: instantSchema, reason: z.string() }).optional(),
  /** When the last of it was erased. */
  doneAt: instantSchema.optional(),
  /** Numbers of those that somebody changed at the very moment, and that were left. */
  left: z.array(z.string()).optional(),
});
export type Disposal = z.infer<typeof disposalSchema>;

/**
 * One line of the 廃棄簿: that there was such a number and who disposed of it, and nothing else of it. It stays, so that the number is not
 * given again, neither by hand nor by an old row of the sheet.
 */
export const disposedSchema = z.object({
  kind: z.literal('disposed'),
  town: townCodeSchema,
  /** `case/C-1` */
  id: z.string(),
  version: z.number().int(),
  endedOn: daySchema,
  disposal: disposalIdSchema,
  by: personIdSchema,
  confirmedBy: personIdSchema,
  at: instantSchema,
  /** What still has to be erased of it; absent when all of it is gone. */
  left: z
    .object({ meetings: z.array(z.string()), consultations: z.array(z.string()), roles: z.array(z.string()) })
    .optional(),
});
export type Disposed = z.infer<typeof disposedSchema>;

/** When a town's papers are looked through next. */
export const retentionSchema = z.object({
  kind: z.literal('retention'),
  town: townCodeSchema,
  id: z.literal('retention'),
  version: z.number().int(),
  next: instantSchema,
});
export type Retention = z.infer<typeof retentionSchema>;
