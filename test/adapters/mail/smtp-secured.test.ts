import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { afterEach, describe, expect, it } from 'vitest';
import { smtpMailer } from '../../../adapters/embedded/smtp-mailer.ts';
import { composeMime } from '../../../adapters/mail/mime.ts';
import { MailDeferred } from '../../../core/errors.ts';
import { aCertificate } from '../../support/certificate.ts';
import { aMailServer } from '../../support/mail-server.ts';
import { aMessage } from './sample-message.ts';

const account = { user: 'tsudoi', pass: 'p@ss/word' };
const signIn = `${account.user}:${encodeURIComponent(account.pass)}`;
const certificate = aCertificate();
const known = getCACertificates('default');
// Reaches this machine under an address that is nobody's loopback: what counts is that the program cannot know.
const ELSEWHERE = '0.0.0.0';

const closing: (() => Promise<void> | void)[] = [];
afterEach(async () => {
  setDefaultCACertificates(known);
  for (const close of closing.splice(0).reverse()) await close();
});
const trust = () => {
  setDefaultCACertificates([...known, certificate.cert]);
};

async function aServer(guard: Partial<Parameters<typeof aMailServer>[1] & object> = {}) {
  const server = await aMailServer(0, { ...account, ...guard });
  closing.push(() => server.close());
  return server;
}

/** What came of one mail: `sent`, or why not. */
async function sending(url: string) {
  const mailer = smtpMailer({ url, from: 'tsudoi@example.jp', compose: composeMime, patienceMs: 2000 });
  closing.push(() => {
    mailer.close();
  });
  return mailer.send(aMessage(), '本文\n').then(
    () => 'sent',
    (error: unknown) => (error instanceof MailDeferred ? `deferred: ${error.trouble ?? 'later'}` : String(error)),
  );
}

describe('a mail server that asks who sends', () => {
  it.each(['PLAIN', 'LOGIN'] as const)('is told by AUTH %s, once the line is encrypted (STARTTLS)', async (method) => {
    trust();
    const server = await aServer({ certificate, methods: [method] });
    expect(await sending(`smtp://${signIn}@localhost:${String(server.port)}`)).toBe('sent');
    expect(server.signIns).toEqual([{ method, secure: true }]);
    expect(server.received).toHaveLength(1);
  });

  it('refuses a wrong password: nothing is lost, and it is known that the trouble is ours', async () => {
    trust();
    const server = await aServer({ certificate });
    expect(await sending(`smtp://tsudoi:old@localhost:${String(server.port)}`)).toBe('deferred: sign-in');
    expect(server.received).toEqual([]);
  });

  it('is told nothing over a line that anybody can read', async () => {
    const server = await aServer();
    expect(await sending(`smtp://${signIn}@${ELSEWHERE}:${String(server.port)}`)).toBe('deferred: encryption');
    expect(server.signIns).toEqual([]);
  });

  it('is told over a plain line on this machine, where nobody listens', async () => {
    const server = await aServer();
    expect(await sending(`smtp://${signIn}@127.0.0.1:${String(server.port)}`)).toBe('sent');
  });

  it.each(['', '?tls.rejectUnauthorized=false', '?requireTLS=false&ignoreTLS=true'])(
    'must prove who it is by a certificate that is known%s',
    async (query) => {
      const server = await aServer({ certificate });
      const url = `smtp://${signIn}@${ELSEWHERE}:${String(server.port)}/${query}`;
      expect(await sending(url)).toBe('deferred: encryption');
      expect([server.signIns, server.received]).toEqual([[], []]);
    },
  );

  it('is not taken for another one, though its certificate is known', async () => {
    trust();
    const server = await aServer({ certificate });
    const url = `smtp://${signIn}@${ELSEWHERE}:${String(server.port)}`;
    expect(await sending(url)).toBe('deferred: encryption');
    expect(server.signIns).toEqual([]);
  });

  it('that says nothing of itself in the error: neither the account nor the password', async () => {
    const server = await aServer({ certificate });
    const mailer = smtpMailer({
      url: `smtp://tsudoi:geheim@127.0.0.1:${String(server.port)}`,
      from: 'tsudoi@example.jp',
      compose: composeMime,
      patienceMs: 2000,
    });
    closing.push(() => {
      mailer.close();
    });
    const failed = await mailer.send(aMessage(), '本文\n').catch((error: unknown) => error);
    expect(JSON.stringify(failed) + String(failed)).not.toMatch(/tsudoi|geheim/u);
  });
});
