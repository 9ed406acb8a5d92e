import * as z from 'zod';
import { townCodeSchema, caseIdSchema } from '../ids.ts';

/** Where a town finds the cases of its people that another town keeps, once they agreed. Who may read is asked of the case itself. */
export const homeCaseSchema = z.object({
  kind: z.literal('home-case'),
  /** 住所地. */
  town: townCodeSchema,
  /** `<town in charge>/<case>` */
  id: z.string(),
  version: z.number().int(),
  /** 担当町. */
  at: townCodeSchema,
  case: caseIdSchema,
});
export type HomeCase = z.infer<typeof homeCaseSchema>;
