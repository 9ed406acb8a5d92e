import * as z from 'zod';
import { agencyTypeSchema } from '../agency/agency-types.ts';
import { townCodeSchema } from '../ids.ts';
import { readDay, readYearlyDay } from '../dates/read-day.ts';
import { daySchema, instantSchema } from '../time.ts';

const time = z
  .templateLiteral([z.number(), ':', z.number()])
  .refine((text) => /^([01]?\d|2[0-3]):[0-5]\d$/.test(text), '時刻は 9:00 のように書いてください。');
const DOMAIN = /^(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}$/;
const YEARLY = /^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;

/** `2026-08-14 お盆` and `8月14日 お盆` (every year), as people type them one to a line. */
const typedOfficeDay = z.string().transform((text, context) => {
  const [, typed = '', name = ''] = /^(\S+)\s*(.*)$/.exec(text.normalize('NFKC').trim()) ?? [];
  const on = readDay(typed) ?? readYearlyDay(typed);
  if (on !== undefined) return { on, name: name === '' ? '休業日' : name };
  context.addIssue({ code: 'custom', message: typed, params: { refusal: 'bad-date' } });
  return z.NEVER;
});
const storedOfficeDay = z.strictObject({ on: daySchema.or(z.string().regex(YEARLY)), name: z.string() });
const officeDays = z.array(z.union([typedOfficeDay, storedOfficeDay])).max(60, '60日までにしてください。');

/** What a meeting keeps from the day it was dated: its due dates never move by themselves, whatever becomes of the settings. */
export const meetingRulesSchema = z.object({
  /** 回答期限: business days before the meeting, and at most this many days after sending. */
  replyDueBusinessDaysBefore: z.number().int().min(1).max(20),
  replyDueDaysAfterSending: z.number().int().min(1).max(60),
  /** Business days before the due day on which a reminder goes out; 0 is the due day itself. */
  reminders: z.array(z.number().int().min(0).max(20)).max(5),
  recordDueBusinessDays: z.number().int().min(1).max(60),
  recordSupervisorBusinessDays: z.number().int().min(1).max(60),
  decisionDueBusinessDays: z.number().int().min(1).max(60),
  /** Business days before the meeting on which those who come are reminded of it. */
  attendanceReminderBusinessDays: z.number().int().min(1).max(5),
  /** Business days after the deadline on which staff telephone whoever is silent. */
  phoneBusinessDays: z.number().int().min(1).max(20),
});

/** What a monitoring period keeps from the day it began. */
export const monitoringRulesSchema = z.object({
  /** Days before the review on which reports are asked for and reminded. */
  monitoringRequestDays: z.number().int().min(1).max(60),
  monitoringReminderDays: z.array(z.number().int().min(0).max(60)).max(5),
  /** Days after the review on which the supervisor hears, and from which the prefecture sees 遅延. */
  monitoringSupervisorDays: z.number().int().min(1).max(60),
  monitoringLateDays: z.number().int().min(1).max(90),
  /** Business days after the review from which it is 超過 and its staff hear. */
  monitoringOverdueBusinessDays: z.number().int().min(1).max(20),
});

/** As stored: what could not be set yet when a meeting was dated, or a period began, was one business day. */
export const keptMeetingRulesSchema = meetingRulesSchema.extend({
  attendanceReminderBusinessDays: meetingRulesSchema.shape.attendanceReminderBusinessDays.default(1),
  phoneBusinessDays: meetingRulesSchema.shape.phoneBusinessDays.default(1),
});
export const keptMonitoringRulesSchema = monitoringRulesSchema.extend({
  monitoringOverdueBusinessDays: monitoringRulesSchema.shape.monitoringOverdueBusinessDays.default(1),
});

/** Deadlines, intervals and days of one host. No source states them, so every one is a setting (BRIEF §3). */
export const rulesSchema = meetingRulesSchema.extend(monitoringRulesSchema.shape).extend({
  monitoringMonths: z.number().int().min(1).max(6),
  /** 保存期間: whole fiscal years after the one in which support ended (BRIEF §2.17). */
  retentionFiscalYears: z.number().int().min(1).max(30),
  /** 閲覧・操作の記録: whole fiscal years after the one a line was written in; never shorter than what it tells of is kept (ADR 0064). */
  auditFiscalYears: z.number().int().min(1).max(30),
  /** Within how many business days the host decides on a 開催依頼, a 再検討 and the like, and a supervisor on a 起案. */
  requestDueBusinessDays: z.number().int().min(1).max(60),
  approvalDueBusinessDays: z.number().int().min(1).max(60),
  /** Within how many business days after an emergency it is decided whether a plan is needed (プラン要否). */
  planNeedBusinessDays: z.number().int().min(1).max(60),
  /** 回答期限 where less than a business day is left: this time on the business day before the meeting. */
  shortReplyAt: time,
  /** Who fixes the date of a poll at its deadline, unless a poll says otherwise: its convener, or the rules by themselves. */
  pollFixing: z.enum(['担当', '自動'], '「担当」か「自動」にしてください。'),
  /** 庁内の執務時間: mail goes out only then, unless urgent. */
  officeOpens: time,
  officeCloses: time,
  /** The word of a change waits this long for further ones, and then tells them together (ADR 0031). */
  changeSettlesMinutes: z.number().int().min(0).max(60),
  /** Reminders and chasers go out at this time. */
  chaseAt: time,
  /** Days on which this office is closed besides weekends, national holidays and 12/29–1/3, and days on which it is open all the same. */
  closedDays: officeDays,
  openDays: officeDays,
  /** The office's telephone, printed in every notice. */
  phone: z.string(),
  /** The office's FAX, to which answers on paper come back. */
  fax: z.string(),
  /** 発信者名. */
  sender: z.string(),
  /** Google Workspace domains whose accounts come in from a sheet; empty for whoever is registered by address. */
  signInDomains: z
    .array(z.string().trim().toLowerCase().regex(DOMAIN, 'ドメインは town.lg.jp のように書いてください。'))
    .max(20, '20までにしてください。'),
  /** What this host calls the types of agencies, where it does not use our labels: code → label. */
  agencyTypeLabels: z.record(agencyTypeSchema, z.string().trim().min(1).max(40)).optional(),
});
export type Rules = z.output<typeof rulesSchema>;
export type MeetingRules = z.output<typeof meetingRulesSchema>;
export type MonitoringRules = z.output<typeof monitoringRulesSchema>;
export type RuleName = keyof Rules;
/** The rules that count for a town. */
export type Settings = Rules & { readonly town: z.output<typeof townCodeSchema> };

/** What one town, or the prefecture, sets otherwise than the level above it; what is left out follows that level. */
export const settingsSchema = rulesSchema.partial().extend({
  kind: z.literal('settings'),
  town: townCodeSchema,
  id: z.literal('settings'),
  version: z.number().int(),
  /** Who changed what last: the latest first. */
  changed: z
    .array(z.object({ by: z.string(), at: instantSchema, names: z.array(z.string()) }))
    .max(20)
    .optional(),
});

/** Defaults of BRIEF §3. */
export const defaultSettings = {
  replyDueBusinessDaysBefore: 3,
  replyDueDaysAfterSending: 7,
  shortReplyAt: '12:00',
  reminders: [2, 0],
  requestDueBusinessDays: 5,
  approvalDueBusinessDays: 3,
  planNeedBusinessDays: 5,
  pollFixing: '担当',
  recordDueBusinessDays: 5,
  recordSupervisorBusinessDays: 3,
  decisionDueBusinessDays: 10,
  attendanceReminderBusinessDays: 1,
  phoneBusinessDays: 1,
  monitoringMonths: 3,
  retentionFiscalYears: 5,
  auditFiscalYears: 5,
  monitoringRequestDays: 14,
  monitoringReminderDays: [7, 0],
  monitoringSupervisorDays: 7,
  monitoringLateDays: 14,
  monitoringOverdueBusinessDays: 1,
  officeOpens: '8:30',
  officeCloses: '17:15',
  changeSettlesMinutes: 3,
  chaseAt: '9:00',
  closedDays: [],
  openDays: [],
  phone: '',
  fax: '',
  sender: '',
  signInDomains: [],
} as const satisfies Rules;
