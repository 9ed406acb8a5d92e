import * as z from 'zod';
import { onClosedSchema, readRegularDay } from '../../body/regular-day.ts';
import { standingSchema } from '../../body/model.ts';
import { frameworkCodeSchema } from '../../framework/frameworks.ts';
import { agencyIdSchema, bodyIdSchema, townCodeSchema } from '../../ids.ts';
import { dayField, textField } from '../fields.ts';
import { classSchema } from '../meeting/invitations.ts';
import { preparationField } from '../meeting/preparations.ts';

const line = z.string().trim().max(200, '200字までで書いてください。');

const constituentInput = z
  .strictObject({
    agency: agencyIdSchema.optional(),
    name: line.optional(),
    from: dayField,
    until: dayField.optional(),
  })
  .refine(({ agency, name = '' }) => agency !== undefined || name !== '', '機関か名前のどちらかを入れてください。')
  .refine(({ from, until }) => until === undefined || from <= until, '終わりの日が始まりの日より前です。');

const turnInput = z
  .strictObject({ from: dayField, until: dayField.optional(), sender: textField, place: line.optional() })
  .refine(({ from, until }) => until === undefined || from <= until, '終わりの日が始まりの日より前です。');

const UNREAD_REGULAR =
  '読めません。例: 毎月第2火曜 14:00 / 毎月15日 14:00 / 毎月末日 10:00 / 2026-06-02から2週ごと 14:00 / 2026-06-15、2026-09-15 14:00';

const regularField = line.transform((text, context) => {
  if (text === '') return undefined;
  const read = readRegularDay(text);
  if (read !== undefined) return read;
  context.addIssue({ code: 'custom', message: UNREAD_REGULAR, params: { refusal: 'bad-input' } });
  return z.NEVER;
});

/** What is said of a body (会議体). What is left out stays; a list that is said replaces the whole list; an empty text takes one away. */
export const bodyInput = z.strictObject({
  id: bodyIdSchema,
  /** The host, or a town it hosts; one's own side when left out. */
  town: townCodeSchema.optional(),
  name: textField.optional(),
  framework: frameworkCodeSchema.optional(),
  towns: z.array(townCodeSchema).optional(),
  outline: z.strictObject({ name: line, on: dayField.optional(), text: z.string().trim().optional() }).optional(),
  chair: line.optional(),
  vice: line.optional(),
  constituents: z.array(constituentInput).max(200).optional(),
  sender: line.optional(),
  number: line
    .refine(
      (text) => text === '' || text.includes('{番号}'),
      '番号が入る所を {番号} と書いてください。例: 若福第{番号}号',
    )
    .optional(),
  duty: z.string().trim().max(2000, '2000字までで書いてください。').optional(),
  approval: z.boolean().optional(),
  rhythm: z.number().int().min(0).max(24).optional(),
  /** 定例日, 「毎月第2火曜 14:00」; an empty text ends it. */
  regular: regularField.optional(),
  /** What becomes of a regular day on which the office is closed. */
  onClosed: onClosedSchema.optional(),
  place: line.optional(),
  turns: z.array(turnInput).max(60).optional(),
  /** Agency → how it belongs, its class, its standing purpose and what it always is to prepare. */
  roster: z
    .record(
      agencyIdSchema,
      z.strictObject({
        standing: standingSchema,
        class: classSchema,
        purpose: textField,
        preparation: preparationField.optional(),
      }),
    )
    .optional(),
  until: z.union([dayField, z.literal('')]).optional(),
  fresh: z.boolean().default(false),
  /** The version that was on screen; refused when somebody saved meanwhile. */
  version: z.number().int().optional(),
});
export type BodyInput = z.output<typeof bodyInput>;
