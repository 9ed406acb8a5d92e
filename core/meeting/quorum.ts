import * as z from 'zod';
import { agencyIdSchema } from '../ids.ts';

/** 定足数: who must come, and how many at least. Nobody and no number: the meeting has none. */
export const quorumSchema = z.object({
  required: z.array(agencyIdSchema),
  least: z.number().int().min(1).max(30).optional(),
});
export type Quorum = z.infer<typeof quorumSchema>;

export const noQuorum: Quorum = { required: [] };
