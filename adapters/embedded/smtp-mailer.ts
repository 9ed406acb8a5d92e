import { Readable } from 'node:stream';
import nodemailer from 'nodemailer';
import * as z from 'zod';
import { MailDeferred, MailRefused, type MailTrouble } from '../../core/errors.ts';
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

const smtpError = z.object({
  responseCode: z.number().optional(),
  command: z.string().optional(),
  /** The library's word for what happened, and Node's. */
  code: z.string().optional(),
  originalCode: z.string().optional(),
});
type SmtpError = z.infer<typeof smtpError>;

/** Hands mails to one mail server, one at a time (RFC 5321). */
export function smtpMailer({ url, from, compose, patienceMs = 30_000 }: Smtp): Mailer & { readonly close: () => void } {
  const patience = { connectionTimeout: patienceMs, greetingTimeout: patienceMs, socketTimeout: patienceMs };
  const transport = nodemailer.createTransport({ ...guarded(url), pool: true, maxConnections: 1, ...patience });
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

/**
 * A password goes over an encrypted line only, or does not leave this machine; a server proves by its certificate that it is the one. What
 * stands behind a question mark in the address could switch either off, and is not read.
 */
function guarded(address: string) {
  const url = new URL(address);
  url.search = '';
  const mustEncrypt = url.username !== '' && !LOOPBACK.test(url.hostname);
  return { url: url.href, tls: { rejectUnauthorized: true }, requireTLS: mustEncrypt };
}
const LOOPBACK = /^(localhost|127(\.\d+){3}|\[::1\])$/;

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
  const known = smtpError.safeParse(error).data ?? {};
  const { responseCode, command = '' } = known;
  const trouble = troubleOf(known);
  if (trouble !== undefined) return new MailDeferred(trouble, trouble);
  if (responseCode === undefined) return begun ? new Error('no answer from the mail server') : new MailDeferred('line');
  const isFinal = responseCode >= 500 && ABOUT_THE_MAIL.has(command);
  return isFinal ? new MailRefused(String(responseCode)) : new MailDeferred(String(responseCode));
}

/** What no waiting will heal, and what is no fault of the mail. */
function troubleOf({ code = '', originalCode = code, responseCode = 500 }: SmtpError): MailTrouble | undefined {
  if (code === 'EAUTH' && responseCode >= 500) return 'sign-in';
  return code === 'ETLS' || CERTIFICATE.test(originalCode) ? 'encryption' : undefined;
}
// As Node and OpenSSL call what is wrong with a certificate.
const CERTIFICATE = /^(ERR_TLS_|CERT_|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_|HOSTNAME_MISMATCH)/;
