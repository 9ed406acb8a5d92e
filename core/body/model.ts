import * as z from 'zod';
import { frameworkCodeSchema } from '../framework/frameworks.ts';
import { agencyIdSchema, bodyIdSchema, townCodeSchema } from '../ids.ts';
import { daySchema } from '../time.ts';
import { regularDaySchema } from './regular-day.ts';

/**
 * How an agency of the standing roster (定期の顔ぶれ) belongs to it: `core` 定期 may be left out of one meeting; `required` 必須 and
 * `always` 必ず声をかける only with a reason (towns-and-villages.md §2.1, R3); `observer` listens at all meetings and takes no role.
 */
export const standingSchema = z.enum(['core', 'required', 'always', 'observer']);
export type Standing = z.infer<typeof standingSchema>;
export const standingWords = {
  core: '定期',
  required: '必須',
  always: '必ず声をかける',
  observer: 'オブザーバー',
} as const satisfies Readonly<Record<Standing, string>>;

/** 構成員: an agency or a person bound by the body's secrecy duty, on and between these days. */
export const constituentSchema = z.object({
  agency: agencyIdSchema.optional(),
  /** The person, or who sits for the agency. */
  name: z.string().optional(),
  from: daySchema,
  until: daySchema.optional(),
});

export const rosterEntrySchema = z.object({
  agency: agencyIdSchema,
  standing: standingSchema,
  /** 役割区分, as in an invitation. */
  class: z.string(),
  /** 招集の目的 it is called for at every meeting. */
  purpose: z.string(),
  /** ご準備 it is asked for at every meeting. */
  preparation: z.string().optional(),
});
export type RosterEntry = z.infer<typeof rosterEntrySchema>;

/** 持ち回りの当番 (玉名, towns-and-villages.md R23): who sends and where people meet, on and between these days. */
export const turnSchema = z.object({
  from: daySchema,
  until: daySchema.optional(),
  sender: z.string(),
  place: z.string().optional(),
});
export type Turn = z.infer<typeof turnSchema>;

/** A body (会議体) under which meetings are convened (BRIEF §1): its rules, its people and how its letters look. */
export const bodySchema = z.object({
  kind: z.literal('body'),
  /** The host's code: the prefecture's, or a town's that hosts its own meetings. */
  town: townCodeSchema,
  id: bodyIdSchema,
  version: z.number().int(),
  name: z.string(),
  framework: frameworkCodeSchema,
  /** Towns whose cases it takes; every town of the host when empty. */
  towns: z.array(townCodeSchema),
  /** 要綱: its name, when it came into force, and what else is to be known of it. */
  outline: z.object({ name: z.string(), on: daySchema.optional(), text: z.string().optional() }).optional(),
  /** 会長 and 副会長, by office or by name. */
  chair: z.string().optional(),
  vice: z.string().optional(),
  constituents: z.array(constituentSchema),
  /** 発信者名 of its letters; the office's own when left out. Mail-safe. */
  sender: z.string().optional(),
  /** 文書番号: `若福第{番号}号`, `{年度}` is the year of Reiwa. No number when left out. Mail-safe. */
  number: z.string().optional(),
  /** The secrecy duty in the body's own words; the framework's when left out. */
  duty: z.string().optional(),
  /** 決裁: the supervisor approves a convening before anything is sent. */
  approval: z.boolean(),
  /** It meets at least every so many months; a warning when it does not. The framework's rhythm when left out. */
  rhythm: z.number().int().min(1).max(24).optional(),
  /** 定例日: on which days it meets without anybody choosing them. */
  regular: regularDaySchema.optional(),
  /** Where it meets when a convening names no place; `{町村}` is the name of the town. */
  place: z.string().optional(),
  turns: z.array(turnSchema),
  roster: z.array(rosterEntrySchema),
  /** When it was registered; its rhythm counts from then until it has met. */
  since: daySchema,
  /** 廃止: the last day on which a meeting may be convened under it. */
  until: daySchema.optional(),
});
export type Body = z.infer<typeof bodySchema>;
