import * as z from 'zod';
import { taxPurposeSchema } from '../consent/tax-data.ts';
import { agencyIdSchema, caseIdSchema } from '../ids.ts';
import { availabilitySchema, polledSchema } from '../poll/model.ts';
import { daySchema, instantSchema } from '../time.ts';
import { sourceSchema } from './source.ts';

/** In the words everybody sees (CONTRACT "Replies", "Sources"). */
export const answerSchema = z.enum(['出席', '欠席', '代理出席', '意見書提出', '日程変更希望']);
export type Answer = z.infer<typeof answerSchema>;
export { sourceSchema } from './source.ts';

export const replySchema = z.object({
  answer: answerSchema,
  at: instantSchema,
  source: sourceSchema,
  /** Staff who typed it in; absent when the agency answered itself. */
  enteredBy: z.string().optional(),
  /** Who comes instead, with 代理出席. */
  deputy: z.string().optional(),
  /** Was said as ○ in the poll by which the date was found, and needs no second answer. */
  polled: z.boolean().optional(),
  /** The written opinion (意見書) or a note: shown to members of the meeting only. */
  text: z.string().optional(),
  /** 未確認: too fast to be a person, or against another answer. Counts as unanswered (BRIEF §2.5). */
  unconfirmed: z.boolean(),
});
export type Reply = z.infer<typeof replySchema>;

/** `members` as memberRef() writes them; `class` where it is another than the invitation's. */
export const purposeSchema = z.object({ text: z.string(), members: z.array(z.string()), class: z.string().optional() });

/** 招集・出席依頼 of one agency to one meeting. */
export const invitationSchema = z.object({
  agency: agencyIdSchema,
  /** 役割区分, the only word about the agency's part that may stand in a mail. */
  class: z.string(),
  /** 招集の目的: behind the link only. */
  purposes: z.array(purposeSchema),
  /** ご準備: what this agency is to prepare, in place of what all are; it stands in the mail. */
  preparation: z.string().optional(),
  /** Of a meeting about several cases, those it is called for; it hears and sees nothing of the others. */
  cases: z.array(caseIdSchema).optional(),
  /** 課題コード of which it may hear, where not of all: a landlord sees the neighbour trouble, not the diagnosis (BRIEF §2.7). */
  issues: z.array(z.number().int()).optional(),
  /** For which purposes it is told of the arrears: 1–3 of taxPurposes. Nothing when absent. */
  tax: z.array(taxPurposeSchema).optional(),
  /** Goes up on re-invitation; older links are then void. */
  generation: z.number().int(),
  invitedAt: instantSchema.optional(),
  /** Further parts of a sitting (合同の席) that its notice told of, as `toldKey` writes them. */
  toldOf: z.array(z.string()).optional(),
  /** true: it was left to another part of the sitting to invite it to this one as well. */
  leftToOthers: z.boolean().optional(),
  /** When an answer was last asked for; a new date asks again. */
  askedAt: instantSchema.optional(),
  /** How many answers came before that and count no more. A number, since two things may happen at one moment. */
  repliesBefore: z.number().int().optional(),
  replies: z.array(replySchema),
  /** What it was last told before changes it has not heard of yet, how many answers it had given and which of them counted (ADR 0031). */
  unsettled: z
    .object({
      startsAt: instantSchema,
      place: z.string(),
      /** ご準備, where something was asked for. */
      preparation: z.string().optional(),
      replies: z.number().int(),
      askedAt: instantSchema.optional(),
      repliesBefore: z.number().int().optional(),
      /** What its last mail said, where it has seen something else on its page since: its calendar still holds this. */
      mailed: z.object({ startsAt: instantSchema, place: z.string() }).optional(),
    })
    .optional(),
  /** 日程調整: the last round it was asked in. */
  polled: polledSchema.optional(),
  /** What it said of the slots; earlier ones stay as history. */
  availabilities: z.array(availabilitySchema).optional(),
  /** Who took note of the secrecy duty (守秘義務), the condition for papers. */
  acknowledged: z.object({ name: z.string(), at: instantSchema }).optional(),
  /** Everybody who did, in order: evidence is added to, never overwritten. */
  acknowledgements: z
    .array(
      z.object({
        name: z.string(),
        at: instantSchema,
        /** When the code was issued with which this reader opened the papers: another code is another reader's. */
        opened: instantSchema.optional(),
      }),
    )
    .optional(),
  /** A one-time code was mailed at this moment, from which it is derived; it is stored nowhere. */
  code: z
    .object({
      issuedAt: instantSchema,
      expiresAt: instantSchema,
      triesLeft: z.number().int(),
      /** Staff hand it over; the office's page shows it until it expires. */
      handedBy: z.string().optional(),
    })
    .optional(),
  /** When the last code was issued, also once it was used: no two codes of one invitation bear the same moment. */
  codeAt: instantSchema.optional(),
  /** How many codes were mailed on a day: who holds the link must not go on guessing with ever new ones. */
  codesMailed: z.object({ on: daySchema, count: z.number().int() }).optional(),
  /** 指名: who is no constituent (構成員) of the body is designated for this meeting before its papers open (BRIEF §1). */
  designated: z.object({ by: z.string(), at: instantSchema }).optional(),
  /** 催促を止める: by whom and why, until somebody resumes. */
  paused: z.object({ at: instantSchema, by: z.string(), reason: z.string() }).optional(),
  /** 保留: no 担当者 is registered, so the formal notice of a body is not sent yet (law-and-programs.md §7-15). */
  held: z.object({ at: instantSchema }).optional(),
  /** オブザーバー: listens, takes no role. */
  observer: z.boolean().optional(),
  /** `own`: it left by itself (辞退); else the host took the invitation back (取り下げ). */
  withdrawn: z.object({ at: instantSchema, reason: z.string(), own: z.boolean().optional() }).optional(),
});
export type Invitation = z.infer<typeof invitationSchema>;
