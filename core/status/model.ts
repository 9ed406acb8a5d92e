import * as z from 'zod';
import { consultationStateSchema } from '../consultation/model.ts';
import { frameworkCodeSchema } from '../framework/frameworks.ts';
import { bodyIdSchema, townCodeSchema } from '../ids.ts';
import { latenessSchema } from '../meeting/model.ts';
import { caseStateSchema } from '../case/model.ts';
import { daySchema, instantSchema } from '../time.ts';

const common = { kind: z.literal('status'), town: townCodeSchema, id: z.string() };

/**
 * What the prefecture may see of a meeting, a plan, a case or a consultation: states, dates and counts, no personal data and no case id in sight.
 * Written with every save of the record it mirrors, so it has no version of its own.
 */
export const statusSchema = z.discriminatedUnion('of', [
  z.object({
    ...common,
    of: z.literal('meeting'),
    meeting: z.string(),
    framework: frameworkCodeSchema,
    body: bodyIdSchema.optional(),
    state: z.enum([
      'drafted',
      'requested',
      'declined',
      'elsewhere',
      'polling',
      'inviting',
      'scheduled',
      'recording',
      'deciding',
      'completed',
      'cancelled',
    ]),
    lateness: latenessSchema.optional(),
    startsAt: instantSchema.optional(),
    dueAt: instantSchema.optional(),
    requestedAt: instantSchema.optional(),
    invited: z.number().int(),
    answered: z.number().int(),
  }),
  z.object({
    ...common,
    of: z.literal('plan'),
    state: z.enum(['awaiting-person', 'awaiting-decision', 'active', 'closed']),
    review: daySchema,
    lateness: latenessSchema.optional(),
  }),
  z.object({
    ...common,
    of: z.literal('case'),
    state: caseStateSchema,
    openedOn: daySchema,
    /** It grew from a consultation, which is counted already. */
    counted: z.boolean().optional(),
    /** How many issues it has, not which; absent in mirrors of before they were counted. */
    issues: z.number().int().optional(),
  }),
  z.object({ ...common, of: z.literal('consultation'), state: consultationStateSchema, on: daySchema }),
]);
export type Status = z.infer<typeof statusSchema>;
