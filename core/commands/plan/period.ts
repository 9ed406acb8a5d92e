import * as z from 'zod';
import type { Plan } from '../../plan/model.ts';
import { periodFrom } from '../../plan/rules.ts';
import type { Day } from '../../time.ts';
import { dayField } from '../fields.ts';

const DEFAULT_MONTHS = 12;

/** 計画の期間: a number of months from today, or its first and last day. */
export const periodInput = z.union([
  z.number().int().min(1).max(12, '計画の期間は12か月までです。'),
  z
    .strictObject({ from: dayField, to: dayField.optional() })
    .refine(({ from, to }) => to === undefined || from <= to, '計画の終わりは、始まりより後の日にしてください。'),
]);

export function readPeriod(said: z.output<typeof periodInput> | undefined, today: Day): Plan['period'] {
  if (typeof said !== 'object') return periodFrom(today, said ?? DEFAULT_MONTHS);
  return said.to === undefined ? periodFrom(said.from, DEFAULT_MONTHS) : { from: said.from, to: said.to };
}
