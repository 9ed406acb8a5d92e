import * as z from 'zod';
import { frameworkCodeSchema } from '../framework/frameworks.ts';
import { agencyIdSchema, caseIdSchema, meetingIdSchema, roleIdSchema, townCodeSchema } from '../ids.ts';
import { judgementSchema, latenessSchema } from '../meeting/model.ts';
import { keptMonitoringRulesSchema } from '../settings/model.ts';
import { daySchema, instantSchema } from '../time.ts';

/** 提案 → 持ち帰り → 所属承認 → 確定: a role binds an office only after its supervisor confirmed (BRIEF §2.10). */
export const roleStates = {
  proposed: '提案',
  'taken-back': '持ち帰り',
  approved: '所属承認',
  confirmed: '確定',
  reopened: '再調整',
} as const;
export const roleStateSchema = z.enum(['proposed', 'taken-back', 'approved', 'confirmed', 'reopened']);

/** 役割: who does what, for whom, how often, until when, and what if it fails. */
export const roleSchema = z.object({
  kind: z.literal('role'),
  town: townCodeSchema,
  id: roleIdSchema,
  version: z.number().int(),
  meeting: meetingIdSchema,
  agency: agencyIdSchema,
  person: z.string(),
  what: z.string(),
  for: z.string(),
  purpose: z.string(),
  frequency: z.string(),
  by: z.string(),
  /** うまくいかない時. */
  else: z.string(),
  state: roleStateSchema,
  confirmedBy: z.string().optional(),
});
export type Role = z.infer<typeof roleSchema>;

/** In the words everybody sees. */
export const planStates = {
  'awaiting-person': '本人確認待ち',
  'awaiting-decision': '決定待ち',
  active: '支援中',
  closed: '終結',
} as const;

export const reportStatusSchema = z.enum(['実施', '状況変化', '未実施']);
export const progressReportSchema = z.object({
  period: z.number().int(),
  agency: agencyIdSchema,
  role: roleIdSchema.optional(),
  status: reportStatusSchema,
  note: z.string(),
  at: instantSchema,
});

export const outcomeSchema = z.enum(['継続', '再会議', '再プラン', '中断', '終結', '保護廃止']);

export const evaluationSchema = z.object({
  period: z.number().int(),
  changes: z.string(),
  outcome: outcomeSchema,
  handover: z.string().or(z.undefined()).optional(),
  at: instantSchema,
  by: z.string(),
});
export type Evaluation = z.infer<typeof evaluationSchema>;

/** 支援計画 (表25) of one case; goals, period and roles of the current edition, and all that followed. */
export const planSchema = z.object({
  kind: z.literal('plan'),
  town: townCodeSchema,
  /** A case has one plan, in editions: the plan bears the case's id. */
  id: caseIdSchema,
  version: z.number().int(),
  edition: z.number().int(),
  meeting: meetingIdSchema.optional(),
  framework: frameworkCodeSchema,
  state: z.enum(['awaiting-person', 'awaiting-decision', 'active', 'closed']),
  goals: z.array(z.string()),
  period: z.object({ from: daySchema, to: daySchema }),
  roles: z.array(roleIdSchema),
  /** 本人確認: by whom and when, where the framework asks for it. */
  confirmed: z.object({ by: z.string(), at: instantSchema }).optional(),
  /** 支援決定, a separate administrative act after the meeting (towns-and-villages.md R9). */
  decided: z.object({ on: daySchema, by: z.string() }).optional(),
  /** The running monitoring period: 1 for the first. */
  monitoring: z.object({
    period: z.number().int(),
    review: daySchema,
    done: z.record(z.string(), instantSchema),
    lateness: latenessSchema.optional(),
    /** Agencies that were asked, or reminded, in a letter about another plan: by the key of the step that leaves them out. */
    told: z.record(z.string(), z.array(agencyIdSchema)).optional(),
    /** The host's rules on the day the period began: they stay until the next one. */
    rules: keptMonitoringRulesSchema.optional(),
  }),
  reports: z.array(progressReportSchema),
  evaluations: z.array(evaluationSchema),
  judgements: z.array(judgementSchema).optional(),
  /** 中止, because the consent it rested on was withdrawn, or by judgement of the supervisor. */
  stopped: z.object({ at: instantSchema, by: z.string(), reason: z.string() }).optional(),
});
export type Plan = z.infer<typeof planSchema>;
