import * as z from 'zod';
import { consentSchema } from '../consent/model.ts';
import { taxConsentSchema, taxSchema } from '../consent/tax-data.ts';
import { caseIdSchema, meetingIdSchema, memberIdSchema, personIdSchema, townCodeSchema } from '../ids.ts';
import { holdSchema } from '../retention/model.ts';
import { daySchema, instantSchema } from '../time.ts';

/** In the words everybody sees (CONTRACT "Case states"). */
export const caseStates = {
  received: '受付',
  informed: '情報提供で終了',
  referred: 'つなぎ',
  'awaiting-consent': '同意待ち',
  assessing: 'アセスメント',
  planning: 'プラン案',
  supported: '支援中',
  monitored: 'モニタリング',
  evaluating: '評価',
  closed: '終結',
  suspended: '中断',
  'protection-ended': '保護廃止',
  'watched-over': '見守り',
} as const;
export const caseStateSchema = z.enum([
  'received',
  'informed',
  'referred',
  'awaiting-consent',
  'assessing',
  'planning',
  'supported',
  'monitored',
  'evaluating',
  'closed',
  'suspended',
  'protection-ended',
  'watched-over',
]);
export type CaseState = z.infer<typeof caseStateSchema>;

export const memberSchema = z.object({
  id: memberIdSchema,
  name: z.string(),
  born: daySchema.optional(),
  relation: z.string().optional(),
  kana: z.string().optional(),
  /** Shown to nobody outside the office. */
  address: z.string().optional(),
  phone: z.string().optional(),
  /** 住所非公開: the address is under DV等支援措置, and people in the office are warned not to pass it on. */
  guarded: z.boolean().optional(),
  /** The meeting will discuss this member, so the consent gate asks about them. */
  covered: z.boolean(),
});
export type Member = z.infer<typeof memberSchema>;

/** What was agreed to do at once when something happens, 「発動条件」 (BRIEF §2.11). */
export const triggerSchema = z.object({
  name: z.string(),
  agencies: z.array(z.string()),
  what: z.string(),
  firedAt: z.array(instantSchema),
});
export type Trigger = z.infer<typeof triggerSchema>;

const offerSchema = z.object({
  to: townCodeSchema,
  at: instantSchema,
  by: personIdSchema,
  reason: z.string(),
  answer: z
    .object({
      accepted: z.boolean(),
      at: instantSchema,
      /** Whoever answered, or wrote down what the other body said. */
      by: personIdSchema,
      note: z.string(),
      /** Its number there. */
      case: caseIdSchema.optional(),
    })
    .optional(),
});

/** 緊急度, 点検フラッグ（高・中・低） of 支援経過記録シート (welfare-office-meetings.md §3). */
export const urgencies = { high: '高', normal: '中', low: '低' } as const;
export const urgencySchema = z.enum(['high', 'normal', 'low']);

/** 主担当 of one stage of support (law-and-programs.md R10); without `who` it is 「未定（整理中）」. */
export const leadSchema = z.object({
  stage: z.string(),
  who: z.string().optional(),
  from: daySchema.optional(),
  until: daySchema.optional(),
  /** The meeting in which it was decided; absent when it was named before any was held. */
  meeting: meetingIdSchema.optional(),
});
export type Lead = z.infer<typeof leadSchema>;

/** Who changed whom, or took whom out: staff move, and a household changes, but how it was stays readable. */
export const caseChangeSchema = z.object({
  at: instantSchema,
  by: z.string(),
  of: z.enum(['worker', 'supervisor', 'lead', 'member', 'state']),
  /** Which stage or member it was about. */
  about: z.string().optional(),
  was: z.string().optional(),
  is: z.string().optional(),
  reason: z.string().optional(),
});
export type CaseChange = z.infer<typeof caseChangeSchema>;

/** A member who left the household: out of every meeting to come, not out of what was. */
export const formerMemberSchema = memberSchema.extend({ leftAt: instantSchema, reason: z.string(), by: z.string() });

export const caseSchema = z.object({
  kind: z.literal('case'),
  town: townCodeSchema,
  id: caseIdSchema,
  version: z.number().int(),
  state: caseStateSchema,
  openedOn: daySchema,
  /** Codes 1–21 of the survey's 問15 (welfare-office-meetings.md §5). */
  issues: z.array(z.number().int().min(1).max(21)),
  /** What 課題 21 stands for. */
  otherIssue: z.string().optional(),
  /** 世帯の特徴, codes 1–11 of 問19. */
  features: z.array(z.number().int().min(1).max(11)).optional(),
  urgency: urgencySchema.optional(),
  summary: z.string().optional(),
  members: z.array(memberSchema),
  consents: z.array(consentSchema),
  /** 税務情報: for the town, and for those a consent of its own names. */
  tax: taxSchema.optional(),
  taxConsents: z.array(taxConsentSchema).optional(),
  triggers: z.array(triggerSchema),
  /** 住所地, when it is another town than the one in charge (担当町). */
  residence: townCodeSchema.optional(),
  /** What the person answered when asked whether the town they live in may hear of it; not asked yet when absent (R15). */
  homeTown: z.object({ agreed: z.boolean(), on: daySchema, how: z.string(), by: personIdSchema }).optional(),
  /** 同行: colleagues of other towns who work on this case besides its worker (towns-and-villages.md §10-10). */
  companions: z.array(z.object({ person: personIdSchema, reason: z.string(), from: daySchema })).optional(),
  /** 引継ぎの申し出: another body should plan for this household (R16), and what it answered. */
  offer: offerSchema.optional(),
  worker: personIdSchema.optional(),
  /** 査察指導員／主任 of this case; whoever the town has for all cases when absent. */
  supervisor: personIdSchema.optional(),
  /** The 相談受付 it grew from. */
  consultation: caseIdSchema.optional(),
  /** It was opened at the desk of the host (`host: prefecture`), which therefore hosts it from the first day. */
  atHost: z.boolean().optional(),
  /** 情報提供同意 was not given: nobody outside the town reads it, until it is given or a meeting is asked for on a ground of the law. */
  withinTown: z.boolean().optional(),
  /** 主担当 per stage of support; empty means 「未定（整理中）」. Convening never fills it. */
  leads: z.array(leadSchema),
  formerMembers: z.array(formerMemberSchema).optional(),
  history: z.array(caseChangeSchema).optional(),
  /** 保存の継続, the last one in force unless it was released. */
  holds: z.array(holdSchema).optional(),
  closed: z
    .object({
      on: daySchema,
      /** つなぎ先. */
      handover: z.string().optional(),
      /** 見守り担当: an agency's id, or somebody in words. */
      watch: z.string().optional(),
      /** 引継ぎメモ, all that whoever watches over may read. */
      note: z.string().optional(),
    })
    .optional(),
});
export type Case = z.infer<typeof caseSchema>;
