import * as z from 'zod';
import { meetingIdSchema, townCodeSchema } from '../ids.ts';

const partSchema = z.object({
  town: townCodeSchema,
  meeting: meetingIdSchema,
  /** What agencies read for its number where two parts bear the same: `M-1（若草町）`. */
  named: z.string().optional(),
});
export type Part = z.infer<typeof partSchema>;

/** 合同の席: the meetings of several towns that are held in one sitting, one after another, each with its own papers (ADR 0060). In their order. */
export const togetherSchema = z.array(partSchema);
