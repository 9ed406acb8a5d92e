import * as z from 'zod';
import { caseIdSchema, personIdSchema, townCodeSchema } from '../ids.ts';
import { holdSchema } from '../retention/model.ts';
import { daySchema } from '../time.ts';
import { householdParts, routes } from './codes.ts';

/** What became of a consultation, in the words everybody sees. */
export const consultationStates = {
  received: '受付',
  informed: '情報提供で終了',
  referred: 'つなぎ',
  continued: '継続',
} as const;
export const consultationStateSchema = z.enum(['received', 'informed', 'referred', 'continued']);
export type ConsultationState = z.infer<typeof consultationStateSchema>;

/** 家族構成: `人世帯（□相談者 □配偶者 □子 □その他）□不明`; what fits no box stands in `note`. */
export const householdSchema = z.object({
  size: z.number().int().min(1).max(30).optional(),
  who: z.array(z.enum(householdParts)),
  unknown: z.boolean(),
  note: z.string().optional(),
});
export type Household = z.infer<typeof householdSchema>;

/**
 * 相談受付: one 生活相談連絡票 (図7, towns-and-villages.md §3) as one quick record. Most end here; no workflow ever starts from it
 * (BRIEF §2.16). One that goes on becomes a case, with what was written here.
 */
export const consultationSchema = z.object({
  kind: z.literal('consultation'),
  town: townCodeSchema,
  /** 受付番号. */
  id: caseIdSchema,
  version: z.number().int(),
  state: consultationStateSchema,
  /** 相談日時, the day of it. */
  on: daySchema,
  kana: z.string().optional(),
  name: z.string(),
  born: daySchema.optional(),
  phone: z.string().optional(),
  /** Shown to nobody outside the office. */
  address: z.string().optional(),
  household: householdSchema.optional(),
  /** 対応課 and 対応職員. */
  section: z.string().optional(),
  staff: z.string().optional(),
  /** 情報提供同意 □確認済み. Without it the consultation stays inside the town (towns-and-villages.md §10-14). */
  mayShare: z.boolean(),
  /** 相談内容. */
  text: z.string().optional(),
  route: z.enum(routes).optional(),
  /** Codes 1–25 of 図34. */
  handedTo: z.array(z.number().int().min(1).max(25)),
  /** 課題 as far as they are known already; they go along into the case. */
  issues: z.array(z.number().int().min(1).max(21)),
  /** What 課題 21 stands for. */
  otherIssue: z.string().optional(),
  by: personIdSchema,
  /** 保存の継続, the last one in force unless it was released. */
  holds: z.array(holdSchema).optional(),
  /** The case it became, or joined. */
  case: caseIdSchema.optional(),
});
export type Consultation = z.infer<typeof consultationSchema>;
