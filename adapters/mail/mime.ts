import MailComposer from 'nodemailer/lib/mail-composer';
import type { Message } from '../../core/message/model.ts';
import { htmlOf } from '../../core/message/wording/html.ts';
import { oneLine } from '../../core/message/wording/lines.ts';
import { calendarPart } from './calendar-part.ts';

/**
 * The mail as it leaves, sent raw by SES, SMTP or into a folder. The same message and text make the same bytes, whenever: Date is when it
 * was composed, Message-ID and boundaries come from its id. The sender may overwrite Message-ID and Date (SES does); X-Tsudoi-Id stays.
 * @param text with its link and code filled in
 * @param from the address in From; the name is the message's 発信者名
 */
export async function composeMime(message: Message, text: string, from: string, replyTo?: string): Promise<Buffer> {
  const mark = await markOf(message);
  const sender = { name: oneLine(message.fromName), address: from };
  const composer = new MailComposer({
    from: sender,
    to: { name: '', address: message.address },
    ...(replyTo === undefined ? {} : { replyTo: { name: sender.name, address: replyTo } }),
    subject: oneLine(message.subject),
    text: canonical(text),
    html: canonical(htmlOf(text)),
    // Japanese in quoted-printable is three times as long; Outlook even reads a calendar part in it wrongly (rdv-service-public#1354).
    encoding: 'base64',
    date: new Date(message.createdAt),
    messageId: `<${mark}@${from.split('@').at(-1) ?? ''}>`,
    baseBoundary: mark,
    headers: {
      'X-Tsudoi-Id': asciiOf(message.id),
      'X-Tsudoi-Town': message.town,
      'Auto-Submitted': 'auto-generated',
      'Content-Language': 'ja',
    },
    ...calendarOf(message, { ...sender, replyTo }),
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return composer.compile().build();
}

/** The message's id in ASCII, as `decodeURIComponent` takes it back. */
function asciiOf(id: string): string {
  return id.toWellFormed().split('/').map(encodeURIComponent).join('/');
}

/** 43 characters that fit a Message-ID and a boundary, whatever length and script the id has; never the same for two towns. */
async function markOf({ town, id }: Message): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(`${town}/${id}`));
  return Buffer.from(digest).toString('base64url');
}

/** Base64 keeps line breaks as they are, and mail's are CRLF. */
function canonical(text: string): string {
  return text.replaceAll(/\r?\n/g, '\r\n');
}

type Organizer = Parameters<typeof calendarPart>[1]['organizer'];

function calendarOf(message: Message, organizer: Organizer) {
  const { calendar, createdAt, address } = message;
  if (calendar === undefined) return {};
  const content = calendarPart(calendar, { createdAt, organizer, attendee: address });
  return { icalEvent: { method: calendar.method, filename: 'meeting.ics', content } };
}
