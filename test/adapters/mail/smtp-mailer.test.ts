import PostalMime from 'postal-mime';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { composeMime } from '../../../adapters/mail/mime.ts';
import { smtpMailer } from '../../../adapters/embedded/smtp-mailer.ts';
import { MailDeferred, MailRefused } from '../../../core/errors.ts';
import { aMailServer } from '../../support/mail-server.ts';
import { aMessage } from './sample-message.ts';

describe('a mail given to a mail server', () => {
  let server: Awaited<ReturnType<typeof aMailServer>>;
  let mailer: ReturnType<typeof smtpMailer>;
  beforeEach(async () => {
    server = await aMailServer();
    mailer = smtpMailer({ url: server.url, from: 'tsudoi@example.jp', compose: composeMime, patienceMs: 2_000 });
  });
  afterEach(async () => {
    mailer.close();
    await server.close();
  });
  const sendTo = (address: string) => mailer.send(aMessage({ address }), '本文\n');

  it('arrives as it was composed', async () => {
    expect(await sendTo('a@example.jp')).toEqual({ providerId: '250 taken' });
    const mail = await PostalMime.parse(server.received[0] ?? '');
    expect([mail.subject, mail.text?.trim(), mail.from?.address]).toEqual([
      aMessage().subject,
      '本文',
      'tsudoi@example.jp',
    ]);
  });

  it.each(['nobody@example.jp', 'full@example.jp'])('to %s is refused for good', async (address) => {
    await expect(sendTo(address)).rejects.toThrow(MailRefused);
  });

  it.each(['grey@example.jp', 'busy@example.jp'])('to %s may be tried again: it was not taken', async (address) => {
    await expect(sendTo(address)).rejects.toThrow(MailDeferred);
  });

  it('may be tried again when there is no server', async () => {
    await server.close();
    await expect(sendTo('a@example.jp')).rejects.toThrow(MailDeferred);
    server = await aMailServer();
  });

  it.each(['lost@example.jp', 'silent@example.jp'])('to %s may have been taken: nobody knows', async (address) => {
    const failed = await sendTo(address).catch((error: unknown) => error);
    expect(failed).toBeInstanceOf(Error);
    expect(failed).not.toBeInstanceOf(MailDeferred);
    expect(failed).not.toBeInstanceOf(MailRefused);
  });

  it.each(['nobody', 'grey', 'full', 'busy', 'silent'])('to %s is not named in the error', async (word) => {
    const failed = await sendTo(`${word}@example.jp`).catch((error: unknown) => error);
    expect(String(failed)).not.toContain('example.jp');
  });

  it('that cannot be sent holds up no later one', async () => {
    for (const word of ['nobody', 'lost', 'silent', 'busy']) await sendTo(`${word}@example.jp`).catch(() => undefined);
    await sendTo('a@example.jp');
    expect(server.received.some((raw) => raw.includes('a@example.jp'))).toBe(true);
  });
});
