import * as z from 'zod';
import { caseIdSchema, personIdSchema, townCodeSchema } from '../ids.ts';
import { instantSchema } from '../time.ts';

/** Something a person must do by hand (CONTRACT "Staff-task kinds"). */
export const taskKindSchema = z.enum([
  'phone',
  'fax',
  'post',
  'confirm-reply',
  'record',
  'decision',
  'monitoring',
  'overdue',
  'bounce',
  'consent-withdrawn',
  'consent-waiver',
  'consent-ending',
  'watchdog',
  'follow-up',
  'my-number',
  'reschedule',
  'agency-left',
  'request',
  'approval',
  'redraft',
  'reconsider',
  'offer',
  'elsewhere',
  'no-contact',
  'plan-need',
  'fix-date',
  'quorum',
  'trigger-unreached',
  'retention',
  'sitting',
  'sheet',
]);
export type TaskKind = z.infer<typeof taskKindSchema>;

export const taskSchema = z.object({
  kind: z.literal('task'),
  town: townCodeSchema,
  /** Deterministic, `<meeting or case>/<kind>/<about>`, so the same need never opens two tasks. */
  id: z.string(),
  version: z.number().int(),
  taskKind: taskKindSchema,
  for: personIdSchema,
  /** The agency, meeting or case it is about: an id, never a name. */
  about: z.string(),
  /** The page to open. */
  subject: z.object({ kind: z.enum(['meeting', 'plan', 'case', 'retention', 'push']), id: z.string() }),
  /** Further plans its letter is about. */
  plans: z.array(caseIdSchema).optional(),
  dueAt: instantSchema.optional(),
  openedAt: instantSchema,
  /** What an agency wished or wrote and only a person can answer, for the office's pages; never in a mail. */
  said: z.string().optional(),
  done: z
    .object({
      at: instantSchema,
      by: z.string(),
      note: z.string().optional(),
      /** Closed by what came after it (変更, 中止, 取り下げ), not by somebody who did it. */
      overtaken: z.boolean().optional(),
    })
    .optional(),
});
export type Task = z.infer<typeof taskSchema>;
