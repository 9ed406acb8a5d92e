import * as z from 'zod';
import { townCodeSchema } from '../ids.ts';
import { instantSchema } from '../time.ts';

/** 送受信の点検: whom a town asked for an answer since nothing has come in. It is there only while somebody is waited for. */
export const watchSchema = z.object({
  kind: z.literal('watch'),
  town: townCodeSchema,
  id: z.literal('mail'),
  version: z.number().int(),
  /** When the first of these mails went out. */
  since: instantSchema,
  /** The first mails to different agencies, at most as many as it takes to be suspicious. */
  asked: z.array(z.object({ agency: z.string(), message: z.string() })),
  /** The task that tells the host of the silence. */
  task: z.string().optional(),
});
export type Watch = z.infer<typeof watchSchema>;
