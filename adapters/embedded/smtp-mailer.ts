import { Readable } from 'node:stream';
import nodemailer from 'nodemailer';
import * as z from 'zod';
import { MailDeferred, MailRefused } from '../../core/errors.ts';
import type { Message } from '../../core/message/model.ts';
import type { Mailer } from '../../core/ports.ts';

type Composer = (message: Message, text: string, from: string, replyTo?: string) => Promise<Uint8Array>;
type Smtp = {
  /** `smtps://user:password@mail.example.jp`, or `smtp://…:587`. */
  readonly url: string;
  /** The address in From, and the one that bounces come back to. */
  readonly from: string;
  readonly compose: Composer;
  /** How long a server may be silent, in milliseconds. */
  readonly patienceMs?: number;
};

/** Commands at which a refusal is about the mail; at any other it is about us, or the server. */
const ABOUT_THE_MAIL = new Set(['MAIL FROM', 'RCPT TO', 'DATA']);

const smtpError = z.object({ responseCode: z.number().optional(), command: z.string().optional() });

/** Hands mails to one mail server, one at a time (RFC 5321). */
export function smtpMailer({ url, from, compose, patienceMs = 30_000 }: Smtp): Mailer & { readonly close: () => void } {
  const patience = { connectionTimeout: patienceMs, greetingTimeout: patienceMs, socketTimeout: patienceMs };
  const transport = nodemailer.createTransport({ url, pool: true, maxConnections: 1, ...patience });
  return {
    async send(message, text, replyTo) {
      const body = taken(await compose(message, text, from, replyTo));
      try {
        const { response } = await transport.sendMail({ envelope: { from, to: [message.address] }, raw: body.stream });
        return { providerId: response };
      } catch (error) {
        throw meaningOf(error, body.isTaken());
      }
    },
    close: () => {
      transport.close();
    },
  };
}

/** A mail of which it is known whether anybody has begun to read it. */
function taken(bytes: Uint8Array) {
  let begun = false;
  const stream = new Readable({
    read() {
      begun = true;
      this.push(bytes);
      this.push(null);
    },
  });
  return { stream, isTaken: () => begun };
}

/** What the server said decides. When it said nothing and may hold the mail, nobody knows. The code only: its words repeat the address. */
function meaningOf(error: unknown, begun: boolean): Error {
  const { responseCode, command = '' } = smtpError.safeParse(error).data ?? {};
  if (responseCode === undefined) return begun ? new Error('no answer from the mail server') : new MailDeferred('line');
  const isFinal = responseCode >= 500 && ABOUT_THE_MAIL.has(command);
  return isFinal ? new MailRefused(String(responseCode)) : new MailDeferred(String(responseCode));
}
