import * as z from 'zod';
import { townCodeSchema } from '../ids.ts';
import { messageSchema } from '../message/model.ts';
import { taskSchema } from '../task/model.ts';
import { linkSchema, outboxEntrySchema } from '../workflow/model.ts';

/** What may follow a decision a moment later: letters, tasks and links. The decision itself is never in a parcel. */
export const parcelledKinds = ['message', 'task', 'link'] as const;

/** Records of a commit that was too big for one transaction, kept by that very transaction until they are unpacked (ADR 0023). */
export const parcelSchema = z.object({
  kind: z.literal('parcel'),
  town: townCodeSchema,
  id: z.string(),
  version: z.number().int(),
  records: z.array(z.discriminatedUnion('kind', [messageSchema, taskSchema, linkSchema])),
  /** The posting of those mails. */
  outbox: z.array(outboxEntrySchema),
});
export type Parcel = z.infer<typeof parcelSchema>;
export type Parcelled = Parcel['records'][number];
