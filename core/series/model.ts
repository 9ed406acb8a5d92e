import * as z from 'zod';
import { bodyIdSchema, caseIdSchema, meetingIdSchema, personIdSchema, townCodeSchema } from '../ids.ts';
import { daySchema, instantSchema } from '../time.ts';

/** In the words everybody sees. `called`: convened, or a 起案 that waits for 決裁; `missed`: its day came and nobody had convened it. */
export const sittingStates = {
  planned: '予定',
  called: '招集済み',
  empty: '議題なしで中止',
  cancelled: '取りやめ',
  missed: '招集されず',
} as const;
const sittingStateSchema = z.enum(['planned', 'called', 'empty', 'cancelled', 'missed']);

const act = { by: personIdSchema, at: instantSchema };

/** A case that is to be taken up on a date, with what its meeting rests on. */
export const itemSchema = z.object({
  town: townCodeSchema,
  case: caseIdSchema,
  ...act,
  /** The 開催依頼 it came by. */
  request: meetingIdSchema.optional(),
  ground: z.union([z.literal(1), z.literal(2)]).optional(),
  reason: z.string().optional(),
});
export type Item = z.infer<typeof itemSchema>;

/** 定例会の回: one date of a series. Its regular day is its name, also after it was moved. */
export const sittingSchema = z.object({
  day: daySchema,
  startsAt: instantSchema,
  state: sittingStateSchema,
  items: z.array(itemSchema),
  moved: z.object({ ...act, reason: z.string().optional() }).optional(),
  cancelled: z.object({ ...act, reason: z.string() }).optional(),
  meeting: z.object({ town: townCodeSchema, id: meetingIdSchema }).optional(),
  /** Cases that were left out when it was convened, and why: a refusal code. */
  leftOut: z.array(z.object({ town: townCodeSchema, case: caseIdSchema, because: z.string() })).optional(),
});
export type Sitting = z.infer<typeof sittingSchema>;

/** 定例会: the host's standing order (BRIEF §2.0) to convene a body on its regular days, and the dates that came of it. */
export const seriesSchema = z.object({
  kind: z.literal('series'),
  /** The host's code. */
  town: townCodeSchema,
  /** The id of the body. */
  id: bodyIdSchema,
  version: z.number().int(),
  /** Who ordered it, and when. */
  order: z.object(act),
  /** How many dates are planned ahead of those that are convened. */
  ahead: z.number().int().min(1).max(12),
  /** So many days before it a date is convened; by hand where left out. */
  lead: z.number().int().min(1).max(60).optional(),
  /** So many days before it the last case is taken; on the day of convening when left out. */
  cutoff: z.number().int().min(0).max(60).optional(),
  ended: z.object(act).optional(),
  /** In order of their days. */
  sittings: z.array(sittingSchema),
});
export type Series = z.infer<typeof seriesSchema>;
