import { describe, expect, it } from 'vitest';
import { readMail } from '../../../adapters/mail/read-mail.ts';
import { replyCodeOf } from '../../../core/message/reply-code.ts';
import { confirm, invited, received, said } from '../../support/mailed-answers.ts';

const HEAD =
  'From: =?UTF-8?B?6Kmm6aiT?= <a@example.jp>\r\nTo: reply+x@tsudoi.example.jp\r\nSubject: Re: M-1\r\nMessage-ID: <1@x>\r\n';
const flowed = 'Content-Type: text/plain; format=flowed\r\n\r\n';
const mixed = 'Content-Type: multipart/mixed; boundary=b\r\n\r\n';
const nested = (depth: number) =>
  Array.from(
    { length: depth },
    (_, at) => `Content-Type: multipart/mixed; boundary="b${String(at)}"\r\n\r\n--b${String(at)}\r\n`,
  ).join('');
const file = (bytes: number) =>
  `${mixed}--b\r\n\r\n出席します\r\n--b\r\nContent-Type: application/pdf\r\nContent-Transfer-Encoding: base64\r\n\r\n${`${'A'.repeat(76)}\r\n`.repeat(Math.ceil(bytes / 57))}--b--`;
const read = async (rest: string) => readMail(Buffer.from(`${HEAD}${rest}`));

describe('a mail made to exhaust its reader', () => {
  it.each([
    ['half a million lines', `${flowed}${'x \r\n'.repeat(500_000)}`],
    ['thirty thousand parts', `${mixed}${'--b\r\n\r\n'.repeat(30_000)}`],
    ['thirty thousand parts of long names', `${mixed}${`--b${' '.repeat(60)}\r\n\r\n`.repeat(30_000)}`],
    ['a hundred parts in each other', nested(100)],
    ['a head that never ends', `X: ${'x'.repeat(300_000)}\r\n\r\n`],
    ['a head of thousands of lines', `${'X: x\r\n'.repeat(50_000)}\r\n`],
    ['thirty megabytes', `\r\n${`${'x'.repeat(999)}\n`.repeat(30_000)}`],
  ])('by %s is not read beyond its head, which says whose it is', async (_what, rest) => {
    expect(await read(rest)).toEqual({
      from: 'a@example.jp',
      to: ['reply+x@tsudoi.example.jp'],
      subject: 'Re: M-1',
      messageId: '<1@x>',
      automatic: false,
      forged: false,
      text: '',
      unread: true,
    });
  });

  // The parser turns what stands beside a plain text into text for minutes, were it let.
  it.each(['<a href="', '<a\t', '<', '</', '<!--', '<style '])(
    'is read at once, if %j stands a hundred thousand times beside its text',
    async (sign) => {
      const html = `--b\r\nContent-Type: text/html\r\n\r\n<p>よろしく</p>${sign.repeat(100_000)}\r\n`;
      const mail = await read(`${mixed}--b\r\nContent-Type: text/plain\r\n\r\n出席します\r\n${html}--b--`);
      expect(mail?.text.slice(0, 20)).toMatch(/^出席します\n+よろしく/);
      expect(mail).not.toHaveProperty('unread');
    },
  );
});

describe('a mail of a person', () => {
  it.each([
    ['with ten megabytes of files', file(10_000_000), '出席します'],
    ['with the quotations of years', `\r\n出席します\r\n${'> 前のメール\r\n'.repeat(20_000)}`, '出席します'],
    ['with a hundred parts', `${mixed}${'--b\r\n\r\n出席します\r\n'.repeat(100)}--b--`, '出席します'],
  ])('%s is read', async (_what, rest, words) => {
    const mail = await read(rest);
    expect(mail?.text).toContain(words);
    expect(mail).not.toHaveProperty('unread');
  });

  it('who passes another mail on as a file says nothing by its words', async () => {
    const within = 'Content-Type: message/rfc822\r\n\r\nFrom: b@example.jp\r\nSubject: x\r\n\r\n欠席します';
    const mail = await read(`${mixed}--b\r\n\r\n転送します\r\n--b\r\n${within}\r\n--b--`);
    expect(mail?.text).toBe('転送します\n-----\n欠席します');
    expect(mail?.attachments).toMatchObject([{ type: 'message/rfc822' }]);
  });

  it('who passes mails within mails within mails on is heard in the first and second', async () => {
    const inside = (words: string, more: string) =>
      `Content-Type: multipart/mixed; boundary=${words}\r\n\r\n--${words}\r\n\r\n${words}\r\n--${words}\r\nContent-Type: message/rfc822\r\n\r\n${more}\r\n--${words}--`;
    const mail = await read(inside('one', inside('two', inside('three', inside('four', '')))));
    expect(mail?.text).toBe('one\n-----\ntwo');
  });
});

describe('a mail that nobody could read', () => {
  const codeOf = async (one: Awaited<ReturnType<typeof invited>>) =>
    replyCodeOf(one.deps.secrets, await one.meeting(), await one.invitation('包括'));

  it('becomes a task with what to do, and is kept once with where it lies', async () => {
    const one = await invited();
    const mail = {
      from: 'a@example.jp',
      text: '',
      messageId: '<1@x>',
      unread: true,
      raw: 'in/abc',
      subject: 'Re: M-1',
    };
    const code = { ...mail, subject: await codeOf(one) };
    await one.does('佐藤', 'inbound', { mail: code });
    await one.does('佐藤', 'inbound', { mail: code });
    expect(await one.tasks()).toEqual(confirm);
    expect(await said(one)).toEqual([expect.stringContaining('読み取れませんでした。電話で内容を確かめるか')]);
    expect(await received(one)).toMatchObject([
      { agency: '包括', became: 'to-read', own: '', unread: { raw: 'in/abc' } },
    ]);
  });

  it('of a robot is kept and asks nothing of anybody', async () => {
    const one = await invited();
    const mail = { from: 'a@example.jp', text: '', subject: await codeOf(one), unread: true, automatic: true };
    await one.does('佐藤', 'inbound', { mail });
    expect([await one.tasks(), await received(one)]).toMatchObject([[], [{ became: 'kept', unread: {} }]]);
  });
});
