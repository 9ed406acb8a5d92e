import * as z from 'zod';
import { townCodeSchema } from '../ids.ts';
import { instantSchema } from '../time.ts';

/**
 * 送受信の点検. `mail`: whom a town asked for an answer since nothing has come in, there only while somebody is waited for. `mail-out`: that no
 * mail of the town goes out, there until one does.
 */
export const watchSchema = z.object({
  kind: z.literal('watch'),
  town: townCodeSchema,
  id: z.enum(['mail', 'mail-out']),
  version: z.number().int(),
  /** When the first of these mails went out; of `mail-out`, when it was told. */
  since: instantSchema,
  /** The first mails to different agencies, at most as many as it takes to be suspicious. */
  asked: z.array(z.object({ agency: z.string(), message: z.string() })),
  /** The task that tells the host. */
  task: z.string().optional(),
});
export type Watch = z.infer<typeof watchSchema>;
