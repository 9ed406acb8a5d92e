import type { TownCode } from '../ids.ts';
import type { Meeting } from '../meeting/model.ts';
import type { OutboxEntry } from '../workflow/model.ts';
import type { Instant } from '../time.ts';
import type { MailKind, Message } from './model.ts';

/** The id of a mail: the same occasion never makes two. `occasion` tells two mails of a kind to one recipient apart. */
export function noticeId(
  subject: Pick<Meeting, 'id'> | { readonly id: string },
  kind: MailKind,
  to: string,
  occasion: string | number,
): string {
  return `${subject.id}/${kind}/${to}/${String(occasion)}`;
}

/** Whose page a link of a letter opens: of the letter's own town, where it names no other. */
export function linkedFrom(own: TownCode, { town = own, ...of }: NonNullable<Message['link']>) {
  return { town, ...of };
}

/** A mail goes out with the commit that composed it, not before `notBefore`. */
export function posting(message: Message, subject: string, notBefore: Instant): OutboxEntry {
  return { town: message.town, subject, notBefore, effect: { type: 'mail', message: message.id } };
}
