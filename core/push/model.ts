import * as z from 'zod';
import { personIdSchema, townCodeSchema } from '../ids.ts';
import { tabNames } from '../sheet/columns.ts';
import { instantSchema } from '../time.ts';

/** Why a town's sheet is not written any more until somebody put it right and switched it on again. */
export const stopSchema = z.enum(['not-shared', 'not-found', 'protected']);
export type Stop = z.infer<typeof stopSchema>;

/** Where つどい's columns stand in the tabs of a sheet: by tab and title, counted from 1. */
export const placesSchema = z.partialRecord(z.enum(tabNames), z.record(z.string(), z.number().int().min(1)));
export type Places = z.infer<typeof placesSchema>;

/**
 * シートへの自動書き込み of one town (ADR 0054). It lies with the prefecture, so that whoever writes finds all towns in one place. A change of the
 * town only marks it as having news; what is written is read anew at that moment, so nothing waits here that could be lost or old.
 */
export const pushSchema = z.object({
  kind: z.literal('push'),
  /** The prefecture's code. */
  town: townCodeSchema,
  /** The town's own code. */
  id: townCodeSchema,
  version: z.number().int(),
  spreadsheet: z.string(),
  on: z.boolean(),
  /** Who switched it last; they hear when it stops. */
  by: personIdSchema,
  /** From this moment there is something to look at: what changed, or what was just written. */
  news: instantSchema.optional(),
  /** Somebody is writing since then. */
  taken: instantSchema.optional(),
  /** Google did not answer well: not before this moment, and how often in a row. */
  notBefore: instantSchema.optional(),
  attempts: z.number().int().optional(),
  /** A row that this town sent was found in it, so it is the town's own sheet. */
  proven: z.boolean().optional(),
  /** Where its columns stand, if otherwise than 「表をつくる」 puts them. */
  places: placesSchema.optional(),
  lookedAt: instantSchema.optional(),
  wroteAt: instantSchema.optional(),
  /** Nothing could be written yet: it has none of the tabs, or no row of this town. */
  lacks: z.enum(['tabs', 'rows']).optional(),
  stopped: z.object({ why: stopSchema, at: instantSchema }).optional(),
});
export type Push = z.infer<typeof pushSchema>;

/** One at a time writes sheets, for Google counts the requests of all of them together. */
export const pushTurnSchema = z.object({
  kind: z.literal('push-turn'),
  /** The prefecture's code. */
  town: townCodeSchema,
  id: z.literal('push'),
  version: z.number().int(),
  /** Nobody else begins before. */
  until: instantSchema,
});
export type PushTurn = z.infer<typeof pushTurnSchema>;
