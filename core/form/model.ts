import * as z from 'zod';
import { townCodeSchema } from '../ids.ts';
import { instantSchema } from '../time.ts';

/**
 * The forms somebody sent in a town of late: a form that comes twice, as after a double click or a slow line, is taken once. Marks only,
 * and only for as long as the page of the form is good for.
 */
export const sentSchema = z.object({
  kind: z.literal('sent'),
  town: townCodeSchema,
  /** Who sent them: `staff:木村`, `agency:包括`. */
  id: z.string(),
  version: z.number().int(),
  forms: z.array(
    z.object({
      mark: z.string(),
      at: instantSchema,
      /** The record it led to. */
      town: townCodeSchema,
      to: z.string(),
    }),
  ),
});
export type Sent = z.infer<typeof sentSchema>;
