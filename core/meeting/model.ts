import * as z from 'zod';
import { documentSchema } from '../body/document.ts';
import { frameworkCodeSchema } from '../framework/frameworks.ts';
import { agencyIdSchema, bodyIdSchema, caseIdSchema, meetingIdSchema, personIdSchema, townCodeSchema } from '../ids.ts';
import { invitationSchema } from '../invitation/model.ts';
import { recordSchema } from '../record/model.ts';
import { keptMeetingRulesSchema } from '../settings/model.ts';
import { daySchema, instantSchema } from '../time.ts';
import { pollSchema, slotsSchema } from '../poll/model.ts';
import { appointmentSchema } from './appointment.ts';
import { meetingChangeSchema } from './meeting-changes.ts';
import { cadenceSchema } from './gathering.ts';
import { proposalFields } from './proposal.ts';
import { quorumSchema } from './quorum.ts';
import { togetherSchema } from './part.ts';

/** In the words everybody sees (CONTRACT "Meeting states"). */
export const meetingStates = {
  drafted: '起案',
  requested: '開催依頼',
  declined: '見送り',
  elsewhere: '既存会議',
  polling: '日程調整中',
  inviting: '回答待ち',
  scheduled: '開催待ち',
  recording: '記録待ち',
  deciding: '決定待ち',
  completed: '完了',
  cancelled: '中止',
} as const;

/** Lateness is added to the state: 超過 is for staff, 遅延 for the prefecture. */
export const latenessSchema = z.enum(['overdue', 'late']);
export const latenessWords = { overdue: '超過', late: '遅延' } as const;

export type { Appointment } from './appointment.ts';

/** 生命・身体・財産: what an emergency is about (個人情報保護法27条1項2号). */
export const dangerSchema = z.enum(['生命', '身体', '財産'], '生命、身体、財産のどれかにしてください。');
export type Danger = z.infer<typeof dangerSchema>;

/** 査察指導員の判断: whether it goes on without the consent of these members (`C-1/A`), and why. */
export const judgementSchema = z.object({
  goesOn: z.boolean(),
  members: z.array(z.string()),
  reason: z.string(),
  by: personIdSchema,
  at: instantSchema,
});
export type Judgement = z.infer<typeof judgementSchema>;
/** 起案: a convening that waits for 決裁. Nobody has heard of it yet, and everything typed is kept. */
const draftSchema = z.object({
  by: personIdSchema,
  at: instantSchema,
  date: instantSchema,
  /** 日程調整: these are asked about once it is approved; `date` is the first of them. */
  slots: slotsSchema.optional(),
  auto: z.boolean().optional(),
  ...proposalFields,
  invitations: z.array(invitationSchema),
  quorum: quorumSchema.optional(),
  /** 差戻し: why, and by whom. */
  sentBack: z.object({ by: personIdSchema, at: instantSchema, reason: z.string() }).optional(),
});
export type Draft = z.infer<typeof draftSchema>;

const common = {
  kind: z.literal('meeting'),
  town: townCodeSchema,
  id: meetingIdSchema,
  version: z.number().int(),
  framework: frameworkCodeSchema,
  cases: z.array(caseIdSchema),
  /** Absent in older records: 随時. */
  cadence: cadenceSchema.optional(),
  /** 会議体 of the host it is convened under; none where no body was registered. */
  body: bodyIdSchema.optional(),
  /** 文書番号 of its notice, kept for good; a change and a cancellation bear branches of it. */
  document: documentSchema.optional(),
  /** Of the body's roster, who was left out of this meeting and why. */
  leftOut: z.array(z.object({ agency: agencyIdSchema, reason: z.string() })).optional(),
  /** The plan to be discussed has services by statute (法定サービス), so that the prefecture's office should come. */
  statutory: z.boolean().optional(),
  /** ① no consent, so nothing could be shared; ② the household is known only in parts (law-and-programs.md §2.1). */
  ground: z.union([z.literal(1), z.literal(2)]).optional(),
  /** Why it is held without consent where consent is desired, or the reason of an emergency override. */
  reason: z.string().optional(),
  emergency: z.boolean(),
  /** Absent in older records, which did not ask. */
  danger: z.array(dangerSchema).optional(),
  judgements: z.array(judgementSchema).optional(),
  requestedBy: personIdSchema.optional(),
  requestedAt: instantSchema.optional(),
  /** How often the host has decided something about it before it was convened: tells two waits for a decision apart. */
  decisions: z.number().int().optional(),
  /** 決裁 of the convening, where the body requires it. */
  approved: z.object({ by: personIdSchema, at: instantSchema }).optional(),
  /** The meeting that was declined or taken elsewhere, and is asked for again by this one. */
  follows: meetingIdSchema.optional(),
  /** The meeting by which this one was asked for again. */
  followedBy: meetingIdSchema.optional(),
  invitations: z.array(invitationSchema),
  /** Absent where nobody must come and no number is asked for. */
  quorum: quorumSchema.optional(),
  /** 日程調整: the one that goes on, or the last one by which its date was found. */
  poll: pollSchema.optional(),
  /** What the workflow has done so far, by agenda key, with the moment; so every step happens once. */
  done: z.record(z.string(), instantSchema),
  lateness: latenessSchema.optional(),
  /** The host's rules on the day the meeting was dated: they stay, so that its due dates do. */
  rules: keptMeetingRulesSchema.optional(),
  /** Absent in older records, and where nothing was changed. */
  changes: z.array(meetingChangeSchema).optional(),
  /** Held in one sitting with meetings of other towns. */
  together: togetherSchema.optional(),
};

export const meetingSchema = z.discriminatedUnion('state', [
  z.object({ ...common, state: z.literal('requested') }),
  z.object({ ...common, state: z.literal('drafted'), draft: draftSchema.optional() }),
  z.object({
    ...common,
    state: z.literal('declined'),
    declined: z.object({ by: personIdSchema, at: instantSchema, reason: z.string(), review: daySchema }),
  }),
  z.object({
    ...common,
    state: z.literal('elsewhere'),
    /** 既存会議に諮る: which body takes the case and when; nobody is invited by us (BRIEF §1). */
    elsewhere: z.object({
      body: z.string(),
      on: daySchema,
      by: personIdSchema,
      at: instantSchema,
      outcome: z.object({ text: z.string(), by: personIdSchema, at: instantSchema }).optional(),
    }),
  }),
  z.object({ ...common, state: z.literal('polling'), poll: pollSchema }),
  z.object({ ...common, state: z.enum(['inviting', 'scheduled']), appointment: appointmentSchema }),
  z.object({
    ...common,
    state: z.enum(['recording', 'deciding', 'completed']),
    appointment: appointmentSchema,
    /** Every edition of the minutes; the last one counts. */
    records: z.array(recordSchema),
  }),
  z.object({
    ...common,
    state: z.literal('cancelled'),
    appointment: appointmentSchema.optional(),
    /** Minutes of a meeting that was stopped after it was held (同意の撤回). */
    minutes: z.array(recordSchema).optional(),
    cancelled: z.object({ by: z.string(), at: instantSchema, reason: z.string() }),
  }),
]);
export type Meeting = z.infer<typeof meetingSchema>;
export type DraftedMeeting = Extract<Meeting, { state: 'drafted' }>;
export type PollingMeeting = Extract<Meeting, { state: 'polling' }>;
export type ConvenedMeeting = Extract<Meeting, { state: 'inviting' | 'scheduled' }>;
export type HeldMeeting = Extract<Meeting, { state: 'recording' | 'deciding' | 'completed' }>;
