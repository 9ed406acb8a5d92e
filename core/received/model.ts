import * as z from 'zod';
import { agencyIdSchema, meetingIdSchema, townCodeSchema } from '../ids.ts';
import { instantSchema } from '../time.ts';

/** What a calendar program sent with a mail (iTIP, RFC 5546): a pressed answer (REPLY), or another time (COUNTER). */
export const calendarAnswerSchema = z.strictObject({
  method: z.enum(['REPLY', 'COUNTER']),
  uid: z.string().max(200),
  /** Of the entry that was answered; 0 when it says none. */
  sequence: z.number().int().default(0),
  /** Addresses as they are compared: in lower case, without `mailto:`. */
  attendees: z
    .array(
      z.strictObject({
        address: z.string(),
        /** PARTSTAT: ACCEPTED, DECLINED, TENTATIVE, DELEGATED, NEEDS-ACTION. */
        status: z.string(),
        /** Who comes instead, by name or address: with DELEGATED, or when the delegate answers. */
        deputy: z.string().optional(),
      }),
    )
    .max(50),
  comment: z.string().max(10_000).optional(),
  /** Of a COUNTER: when it should be instead. */
  startsAt: instantSchema.optional(),
});
export type CalendarAnswer = z.infer<typeof calendarAnswerSchema>;

/** A file that came with a mail: what it was, not what was in it. */
export const attachmentSchema = z.strictObject({ type: z.string().max(200), bytes: z.number().int() });

/** A mail as it is read at the door (adapters/mail/read-mail.ts); only `from` and `text` are always there. */
export const incomingMailSchema = z.strictObject({
  from: z.string().max(1000),
  /** Whom it was sent to; one of them may be the reply address. */
  to: z.array(z.string().max(1000)).max(100).optional(),
  subject: z.string().default(''),
  text: z.string().max(100_000),
  /** Message-ID: a mail that is delivered twice counts once. */
  messageId: z.string().max(1000).optional(),
  /** An out-of-office robot or a mail server wrote it. */
  automatic: z.boolean().optional(),
  /** The mail service found that it was not sent by whom it says (SPF, DKIM, DMARC). */
  forged: z.boolean().optional(),
  calendar: calendarAnswerSchema.optional(),
  attachments: z.array(attachmentSchema).max(100).optional(),
  /** Too large or too intricate to be read: only its head is here. */
  unread: z.boolean().optional(),
  /** Where the mail lies as it came, for whoever keeps the machines: the key of its object. */
  raw: z.string().max(1000).optional(),
});
export type IncomingMail = z.infer<typeof incomingMailSchema>;

/**
 * 届いたメール: kept as it came, for staff to read on the meeting's page. `answered` was counted, `doubtful` is 未確認, `to-read` is for a person, and
 * `kept` asks nothing of anybody: a robot's mail, or a calendar's answer to what is over.
 */
export const receivedSchema = z.object({
  kind: z.literal('received'),
  town: townCodeSchema,
  /** `<meeting>/<agency or ?>/<mark of the Message-ID>`. */
  id: z.string(),
  version: z.number().int(),
  meeting: meetingIdSchema,
  /** Absent when nobody knows whose it is. */
  agency: agencyIdSchema.optional(),
  at: instantSchema,
  subject: z.string(),
  /** Without the mail it answers. */
  own: z.string(),
  /** All of it, where that is more. */
  whole: z.string().optional(),
  attachments: z.array(attachmentSchema),
  /** Nobody could read it; `raw` is where it lies, for some weeks. */
  unread: z.object({ raw: z.string().optional() }).optional(),
  became: z.enum(['answered', 'doubtful', 'to-read', 'kept']),
});
export type Received = z.infer<typeof receivedSchema>;
