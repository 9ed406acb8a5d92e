import * as z from 'zod';
import { memberIdSchema } from '../ids.ts';
import { instantSchema } from '../time.ts';
import { givenSchema } from './model.ts';

/** 目的 of 税務情報の取り扱いに関する同意書 (総務省 H23.3.3; towns-and-villages.md §3). */
export const taxPurposes: Readonly<Record<number, string>> = {
  1: '多重債務の解消',
  2: '生活困窮状態の解消と生活の再建',
  3: '税、使用料、手数料等の滞納の解消',
};
export const taxPurposeSchema = z.union([z.literal(1), z.literal(2), z.literal(3)]);
export type TaxPurpose = z.infer<typeof taxPurposeSchema>;
/** What a tax section told of a member: kept apart from the rest, because its use needs a consent of its own. */
export const taxSchema = z.object({
  member: memberIdSchema,
  /** 滞納額, in yen. */
  arrears: z.number().int().nonnegative(),
  /** 税目など: what is unpaid. */
  what: z.string().optional(),
  /** 対応課 that told of it. */
  section: z.string(),
  /** The town knows of the household by this alone: without the consent nothing of it leaves the town. */
  only: z.boolean(),
  at: instantSchema,
});
export type Tax = z.infer<typeof taxSchema>;

export const taxConsentSchema = z.object({
  ...givenSchema.shape,
  purposes: z.array(taxPurposeSchema),
  /** 部署 inside the town that may use it. */
  sections: z.array(z.string()),
  /** 弁護士、司法書士、社会福祉協議会 and others outside. */
  outside: z.array(z.string()),
});
export type TaxConsent = z.infer<typeof taxConsentSchema>;
