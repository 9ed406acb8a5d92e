import { join } from 'node:path';
import { outboxMailer } from '../../adapters/embedded/outbox-mailer.ts';
import { composeMime } from '../../adapters/mail/mime.ts';
import { smtpMailer } from '../../adapters/embedded/smtp-mailer.ts';
import type { Mailer } from '../../core/ports.ts';

/** Invented: mails to `reply+…` there are put in by hand, at `/dev/inbound`. */
export const OWN_DOMAIN = 'tsudoi.example.jp';
const FROM = `tsudoi@${OWN_DOMAIN}`;

/** A mail server of the town's own, for real use of one machine. */
export type Smtp = { readonly url: string; readonly from: string; readonly perSecond: number };

/** The address mails come from. */
export function senderOf(smtp: Smtp | undefined): string {
  return smtp?.from ?? FROM;
}

/** Mails go to the mail server, or become files of the data folder; without either they are composed all the same, and kept in the store. */
export function createMailer(folder: string | undefined, smtp: Smtp | undefined): Mailer {
  if (smtp !== undefined) return smtpMailer({ url: smtp.url, from: smtp.from, compose: composeMime });
  if (folder !== undefined) return outboxMailer(join(folder, 'outbox'), FROM, composeMime);
  return {
    async send(message, text, replyTo) {
      await composeMime(message, text, FROM, replyTo);
      return { providerId: message.id };
    },
  };
}
