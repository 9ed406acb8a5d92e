import { addressParser, type Attachment, type Email, type Mailbox } from 'postal-mime';
import type { IncomingMail } from '../../core/received/model.ts';
import { headOf, isFitToRead } from './fit-to-read.ts';
import { isAutomatic, isForged } from './mail-signs.ts';
import { parseMail } from './parse-mail.ts';
import { readCalendarAnswer } from './read-calendar.ts';

const MOST_WORDS = 100_000;
const MOST_OF_A_LINE = 1000;
const MOST_PARTS = 100;
const MOST_PASSED_ON = 3;

/**
 * A raw mail (RFC 5322, MIME) as the rules take it: its text, whoever's character set, what a calendar pressed, and of files only type and size.
 * Of one that is too large or too intricate only the head, marked `unread`: somebody still has to hear of it. Undefined when it cannot be a mail.
 * @param recipients of the envelope: a forwarded or blind copy does not name them in `To`
 */
export async function readMail(raw: Uint8Array, recipients: readonly string[] = []): Promise<IncomingMail | undefined> {
  const mail = isFitToRead(raw) ? await parseMail(raw) : undefined;
  if (mail !== undefined) return readWhole(mail, recipients);
  const head = await parseMail(headOf(raw));
  return head === undefined ? undefined : { ...addressed(head, recipients), text: '', unread: true };
}

async function readWhole(mail: Email, recipients: readonly string[]): Promise<IncomingMail> {
  const passedOn = await mailsWithin(mail);
  const attachments = [mail, ...passedOn].flatMap((one) => one.attachments);
  const calendar = answerAmong(attachments);
  return {
    ...addressed(mail, recipients),
    text: [mail, ...passedOn].map(wordsOf).join(PASSED_ON).trim().slice(0, MOST_WORDS),
    ...(calendar === undefined ? {} : { calendar }),
    attachments: filesOf(attachments),
  };
}

function addressed(mail: Email, recipients: readonly string[]) {
  return {
    from: addressOf(mail.from ?? mail.sender).slice(0, MOST_OF_A_LINE),
    to: [...recipientsOf(mail, recipients).slice(0, MOST_PARTS)],
    subject: oneLine(mail.subject ?? ''),
    ...(mail.messageId === undefined ? {} : { messageId: mail.messageId.slice(0, MOST_OF_A_LINE) }),
    automatic: isAutomatic(mail),
    forged: isForged(mail),
  };
}

/** Somebody passes a mail on as a file: its words stand below as a quotation does, and are nobody's answer. */
const PASSED_ON = '\n-----\n';

async function mailsWithin({ attachments }: Email): Promise<readonly Email[]> {
  const inside = attachments.filter(({ rfc822DepthExceeded }) => rfc822DepthExceeded === true).slice(0, MOST_PASSED_ON);
  const read = await Promise.all(inside.map(async ({ content }) => parseMail(bytesOf(content))));
  return read.filter((one) => one !== undefined);
}

function wordsOf({ text = '' }: Email): string {
  return text.replaceAll('\r\n', '\n').trim();
}

function filesOf(attachments: readonly Attachment[]) {
  const files = attachments.filter(({ mimeType }) => !isCalendar(mimeType)).slice(0, MOST_PARTS);
  return files.map(({ mimeType, content }) => ({ type: mimeType.slice(0, 200), bytes: sizeOf(content) }));
}

function answerAmong(attachments: readonly Attachment[]) {
  const parts = attachments.filter(({ mimeType }) => isCalendar(mimeType));
  return parts.map(({ content }) => readCalendarAnswer(textOf(content))).find((one) => one !== undefined);
}

// Outlook sends it as text/calendar, Gmail besides as application/ics; some gateways rename it to the latter alone.
function isCalendar(type: string): boolean {
  return type === 'text/calendar' || type === 'application/ics';
}

function addressOf(from: Email['from']): string {
  const [one] = from?.group ?? (from === undefined ? [] : [from]);
  return one?.address ?? '';
}

function recipientsOf(mail: Email, envelope: readonly string[]): readonly string[] {
  const delivered = mail.headers.filter(({ key }) => key === 'delivered-to' || key === 'x-original-to');
  const named = [...(mail.to ?? []), ...(mail.cc ?? [])].flatMap((one): readonly Mailbox[] => one.group ?? [one]);
  const written = delivered.flatMap(({ value }) => addressParser(value, { flatten: true }));
  const all = [...envelope, ...named.map(({ address }) => address), ...written.map(({ address }) => address ?? '')];
  return [...new Set(all)].filter((one) => one !== '').map((one) => one.slice(0, MOST_OF_A_LINE));
}

const oneLine = (text: string) => text.replaceAll(/\s+/g, ' ').trim().slice(0, MOST_OF_A_LINE);

function textOf(content: Attachment['content']): string {
  return typeof content === 'string' ? content : new TextDecoder().decode(content);
}

function bytesOf(content: Attachment['content']): Uint8Array {
  return typeof content === 'string' ? Buffer.from(content) : new Uint8Array(content);
}

function sizeOf(content: Attachment['content']): number {
  return typeof content === 'string' ? content.length : content.byteLength;
}
