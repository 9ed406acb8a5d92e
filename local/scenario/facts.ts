import * as z from 'zod';
import { taskKindSchema } from '../../core/task/model.ts';
import { instantSchema } from '../../core/time.ts';

const plainSchema = z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(z.string())]);
const fieldsSchema = z.record(z.string(), plainSchema);

/** What expectations look at. It crosses the border of a process, so it is a schema. */
export const factsSchema = z.object({
  /** Every mail ever sent, in the order of sending. */
  mails: z.array(
    z.object({ to: z.string(), kind: z.string(), at: instantSchema, subject: z.string(), text: z.string() }),
  ),
  /** Every open task. */
  tasks: z.array(z.object({ for: z.string(), kind: taskKindSchema, about: z.string() })),
  /** Meetings and cases by id, in the words on the screen. */
  states: z.record(z.string(), z.string()),
  /** Reply deadlines of meetings by id. */
  dues: z.record(z.string(), instantSchema.nullable()),
  roles: z.record(z.string(), fieldsSchema),
  plans: z.record(z.string(), fieldsSchema),
  cases: z.record(z.string(), fieldsSchema),
  consultations: z.record(z.string(), fieldsSchema),
  rows: z.record(z.string(), z.record(z.string(), z.string())),
  /** The prefecture's figures by name and by code of the town. */
  counts: z.record(z.string(), z.record(z.string(), z.number())),
  /** Status of workflow runs by name. */
  executions: z.record(z.string(), z.string()),
});
export type Facts = z.infer<typeof factsSchema>;
export type Mail = Facts['mails'][number];
export type Fields = z.infer<typeof fieldsSchema>;
