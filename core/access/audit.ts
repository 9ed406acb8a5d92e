import * as z from 'zod';
import { townCodeSchema } from '../ids.ts';
import { instantSchema } from '../time.ts';

/** Where somebody came in: the office's pages, an agency's link, the sheet's rows, its sidebar, the prefecture's page, a mail, a workflow, a scenario file. */
export const doorSchema = z.enum(['office', 'agency', 'rows', 'sidebar', 'status', 'mail', 'workflow', 'scenario']);
export type Door = z.infer<typeof doorSchema>;

/** Who did or read what, in ids and codes (BRIEF §2.15): nothing personal stands here, so it may be kept longer than what it tells of. */
export const auditEntrySchema = z.object({
  town: townCodeSchema,
  at: instantSchema,
  /** `staff:木村`, `agency:包括` or `workflow`. */
  who: z.string(),
  /** A command's name, `read`, or `refused:<code>`. */
  did: z.string(),
  /** The record it was done to: its id, or the page. */
  to: z.string(),
  /** Which part was read, which command was refused, or which parts were changed: `case`, `letter`, `papers`, `date+place`. */
  part: z.string().optional(),
  /** Other records whose content it was about: a meeting's cases, the cases of a list; and agencies, as `agency:包括`. */
  about: z.array(z.string()).optional(),
  /** Absent in lines from before it was noted. */
  door: doorSchema.optional(),
});
export type AuditEntry = z.infer<typeof auditEntrySchema>;
