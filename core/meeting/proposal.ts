import * as z from 'zod';
import { agencyIdSchema, bodyIdSchema } from '../ids.ts';
import { gatheringFields } from './gathering.ts';

/** What somebody of the host wants to convene, apart from the day and whom: kept by a 起案 and by a poll until there is a date. */
export const proposalFields = {
  place: z.string(),
  outlook: z.string(),
  /** ご準備, of all who are called. */
  preparation: z.string().optional(),
  urgent: z.boolean(),
  ...gatheringFields,
  body: bodyIdSchema.optional(),
  /** Of the number register, where one was taken by hand; the next one is given when the meeting is convened. */
  number: z.number().int().optional(),
  without: z.array(z.object({ agency: agencyIdSchema, reason: z.string() })),
  designate: z.union([z.literal('all'), z.array(agencyIdSchema)]),
  statutory: z.boolean(),
};
