import PostalMime, { addressParser, type Attachment, type Email, type Mailbox } from 'postal-mime';
import type { IncomingMail } from '../../core/received/model.ts';
import { textOfHtml } from './html-text.ts';
import { readCalendarAnswer } from './read-calendar.ts';
import { isAutomatic, isForged } from './mail-signs.ts';

const MOST_WORDS = 100_000;
const MOST_OF_A_LINE = 1000;
const MOST_PARTS = 100;

/** A real one has a dozen parts; a mail made to exhaust its reader is refused. */
const limits = { maxNestingDepth: 30, maxHeadersSize: 256 * 1024, maxRfc822NestingDepth: 2 };

/**
 * A raw mail (RFC 5322, MIME) as the rules take it: its text, whoever's character set, what a calendar pressed, and of files only type and size.
 * Undefined when it cannot be one.
 * @param recipients of the envelope: a forwarded or blind copy does not name them in `To`
 */
export async function readMail(raw: Uint8Array, recipients: readonly string[] = []): Promise<IncomingMail | undefined> {
  const mail = await PostalMime.parse(raw, limits).catch(unreadable);
  if (mail === undefined) return undefined;
  const calendar = answerAmong(mail.attachments);
  return {
    from: addressOf(mail.from ?? mail.sender).slice(0, MOST_OF_A_LINE),
    to: recipientsOf(mail, recipients).slice(0, MOST_PARTS),
    subject: oneLine(mail.subject ?? ''),
    text: wordsOf(mail),
    ...(mail.messageId === undefined ? {} : { messageId: mail.messageId.slice(0, MOST_OF_A_LINE) }),
    automatic: isAutomatic(mail),
    forged: isForged(mail),
    ...(calendar === undefined ? {} : { calendar }),
    attachments: filesOf(mail.attachments),
  };
}

function wordsOf({ text, html = '' }: Email): string {
  return (text ?? textOfHtml(html)).replaceAll('\r\n', '\n').trim().slice(0, MOST_WORDS);
}

function filesOf(attachments: readonly Attachment[]) {
  const files = attachments.filter(({ mimeType }) => !isCalendar(mimeType)).slice(0, MOST_PARTS);
  return files.map(({ mimeType, content }) => ({ type: mimeType.slice(0, 200), bytes: sizeOf(content) }));
}

/** Beyond the limits. */
function unreadable(error: unknown): undefined {
  if (error instanceof Error) return undefined;
  throw error;
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

function sizeOf(content: Attachment['content']): number {
  return typeof content === 'string' ? content.length : content.byteLength;
}
