import * as z from 'zod';
import { agencyIdSchema, personIdSchema } from '../ids.ts';
import { instantSchema } from '../time.ts';

/** 定足数: who must come, and how many at least. Nobody and no number: the meeting has none. */
export const quorumSchema = z.object({
  required: z.array(agencyIdSchema),
  least: z.number().int().min(1).max(30).optional(),
  /** Held although it is short: of this date, for this reason, without these. */
  overruled: z
    .object({
      startsAt: instantSchema,
      missed: z.array(agencyIdSchema),
      few: z.boolean(),
      /** How many came, or still might, by what was known then. */
      coming: z.number().int().optional(),
      reason: z.string(),
      by: personIdSchema,
      at: instantSchema,
    })
    .optional(),
});
export type Quorum = z.infer<typeof quorumSchema>;

export const noQuorum: Quorum = { required: [] };
