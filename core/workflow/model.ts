import * as z from 'zod';
import { townCodeSchema } from '../ids.ts';
import { daySchema, instantSchema } from '../time.ts';

export const workflowNameSchema = z.enum(['convening', 'recording', 'monitoring']);
export type WorkflowName = z.infer<typeof workflowNameSchema>;

/** The place where a running workflow waits for an event (ARCHITECTURE 3). The id is the execution's name. */
export const waitSchema = z.object({
  kind: z.literal('wait'),
  town: townCodeSchema,
  id: z.string(),
  version: z.number().int(),
  /** The task token while the workflow waits; it never leaves the store. */
  token: z.string().optional(),
  /** An event came while nobody waited: the next wait ends at once. */
  pending: z.boolean(),
});
export type Wait = z.infer<typeof waitSchema>;

/** A personal link, found by the fingerprint of its token. */
export const linkSchema = z.object({
  kind: z.literal('link'),
  /** The town whose meeting it opens. */
  town: townCodeSchema,
  /** The token's fingerprint. */
  id: z.string(),
  version: z.number().int(),
  meeting: z.string(),
  agency: z.string(),
  generation: z.number().int(),
  expiresAt: instantSchema,
});
export type Link = z.infer<typeof linkSchema>;

/** What must follow a commit; delivered at least once, and every receiver may be told twice. */
export const effectSchema = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('start'),
    workflow: workflowNameSchema,
    name: z.string(),
    input: z.record(z.string(), z.union([z.string(), z.number()])),
  }),
  z.object({ type: z.literal('signal'), execution: z.string() }),
  z.object({ type: z.literal('mail'), message: z.string() }),
  z.object({ type: z.literal('follow-up'), case: z.string(), closedOn: daySchema }),
  z.object({ type: z.literal('series'), prefecture: townCodeSchema, body: z.string() }),
  z.object({ type: z.literal('unpack'), parcel: z.string() }),
  z.object({ type: z.literal('retention'), prefecture: townCodeSchema }),
  z.object({
    type: z.literal('end-log'),
    prefecture: townCodeSchema,
    /** The line of the audit log up to which it was looked through, from its end. */ before: z.string().optional(),
    /** It stands in the log already that lines ended. */ noted: z.literal(true).optional(),
  }),
  z.object({ type: z.literal('consent-ending'), case: z.string() }),
  z.object({ type: z.literal('watch'), since: instantSchema }),
  z.object({ type: z.literal('sheet-news'), prefecture: townCodeSchema }),
  z.object({
    type: z.literal('dispose'),
    prefecture: townCodeSchema,
    disposal: z.string(),
    /** Which of its items comes next. */ from: z.number().int().optional(),
  }),
]);
export type Effect = z.infer<typeof effectSchema>;
export const effectTypes = [
  'start',
  'signal',
  'mail',
  'follow-up',
  'series',
  'unpack',
  'retention',
  'end-log',
  'consent-ending',
  'watch',
  'sheet-news',
  'dispose',
] as const satisfies readonly Effect['type'][];

export const outboxEntrySchema = z.object({
  town: townCodeSchema,
  /** The meeting or case it is about: entries of one subject are delivered in `seq` order. */
  subject: z.string(),
  /** Quiet hours: not before this moment. */
  notBefore: instantSchema,
  effect: effectSchema,
});
export type OutboxEntry = z.infer<typeof outboxEntrySchema>;
