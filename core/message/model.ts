import * as z from 'zod';
import { townCodeSchema } from '../ids.ts';
import { instantSchema } from '../time.ts';
import { bounceKindSchema } from './bounce.ts';

/** CONTRACT "Mail kinds". */
export const mailKindSchema = z.enum([
  'invitation',
  'poll',
  'reminder',
  'change',
  'cancel',
  'day-before',
  'papers-code',
  'record-request',
  'record',
  'record-changed',
  'role-confirm',
  'plan',
  'decision-due',
  'monitoring-request',
  'monitoring-reminder',
  'overdue',
  'trigger',
  'handover',
  'digest',
  'staff-task',
  'address-changed',
]);
export type MailKind = z.infer<typeof mailKindSchema>;

/** Where the personal link goes when the mail is sent; stored mails never hold a link (ARCHITECTURE 10). */
export const LINK_PLACEHOLDER = '{{link}}';
/** Where the personal link of the second, third … meeting goes, of which one letter tells as well. */
export function furtherLink(at: number): string {
  return `{{link-${String(at + 2)}}}`;
}

/** Where a papers code goes: it is derived at sending and never stored. */
export const CODE_PLACEHOLDER = '{{code}}';

/** Where a mail to staff has the address of this deployment, in front of the path of an office page. */
export const BASE_PLACEHOLDER = '{{base}}';

/** What the calendar part of a mail says. UID is fixed for life by `uid`; no name of a person, no place at a home. */
export const calendarEntrySchema = z.object({
  method: z.enum(['REQUEST', 'CANCEL']),
  uid: z.string(),
  sequence: z.number().int(),
  startsAt: instantSchema,
  /** Of the whole meeting, where this agency comes later. */
  meetingAt: instantSchema.optional(),
  minutes: z.number().int(),
  summary: z.string(),
  place: z.string(),
});
export type CalendarEntry = z.infer<typeof calendarEntrySchema>;

const linkOfMailSchema = z.object({
  /** Where it is another town than the letter's own. */
  town: townCodeSchema.optional(),
  meeting: z.string(),
  agency: z.string(),
  generation: z.number().int(),
});

/** One mail, as composed. created → sending → sent; left in `sending` it is settled by a person, never resent blindly. */
export const messageSchema = z.object({
  kind: z.literal('message'),
  town: townCodeSchema,
  /** Deterministic, `<meeting or case>/<mail kind>/<n>/<recipient>`, so the same occasion never makes two mails. */
  id: z.string(),
  version: z.number().int(),
  mailKind: mailKindSchema,
  /** The agency's or person's id, for people to read. */
  to: z.string(),
  address: z.email(),
  /** 発信者名 of the From header. */
  fromName: z.string(),
  subject: z.string(),
  text: z.string(),
  calendar: calendarEntrySchema.optional(),
  /** The link that {{link}} becomes. */
  link: linkOfMailSchema.optional(),
  /** Those that {{link-2}}, {{link-3}} … become. */
  links: z.array(linkOfMailSchema).optional(),
  /** Parts of a sitting (合同の席) that it says are off for its reader, each with the time that was told of it. */
  off: z.array(z.object({ town: townCodeSchema, meeting: z.string(), startsAt: instantSchema })).optional(),
  /** The moment a papers code is derived from. */
  codeFor: instantSchema.optional(),
  /** The task a mail to staff is about: done meanwhile, the mail is dropped when its time comes. */
  task: z.string().optional(),
  template: z.string(),
  state: z.enum(['created', 'sending', 'sent', 'bounced', 'dropped']),
  createdAt: instantSchema,
  /** How often the mail service has put it off. */
  deferrals: z.number().int().optional(),
  /** When somebody began to send it. */
  sendingSince: instantSchema.optional(),
  sentAt: instantSchema.optional(),
  providerId: z.string().optional(),
  /** What came back of it, and when; a complaint comes of one that did arrive. */
  bounce: z.object({ kind: bounceKindSchema, at: instantSchema }).optional(),
});
export type Message = z.infer<typeof messageSchema>;
/** A part of a sitting that is off. */
export type PartOff = NonNullable<Message['off']>[number];
