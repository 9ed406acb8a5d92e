import * as z from 'zod';
import { instantSchema } from '../../core/time.ts';
import { givenSchema } from './given.ts';

const openingSchema = z.object({
  clock: instantSchema,
  given: givenSchema,
  folder: z.string().optional(),
  /** The store is still empty. */
  fresh: z.boolean(),
});
export type Opening = z.output<typeof openingSchema>;

/** What the runner asks of a world in another process. */
export const callSchema = z.discriminatedUnion('call', [
  z.object({ call: z.literal('open'), opening: openingSchema }),
  z.object({ call: z.literal('moveTo'), at: instantSchema }),
  z.object({ call: z.literal('act'), actor: z.string().optional(), verb: z.string(), input: z.unknown() }),
  z.object({ call: z.literal('look') }),
  z.object({ call: z.literal('tellChanges') }),
  z.object({ call: z.literal('pagesOf'), actor: z.string() }),
  z.object({ call: z.literal('close') }),
]);
export type Call = z.infer<typeof callSchema>;

export const replySchema = z.object({ value: z.unknown().optional(), error: z.string().optional() });
