import { describe, expect, it } from 'vitest';
import { composeMime } from '../../adapters/mail/mime.ts';
import { readMail } from '../../adapters/mail/read-mail.ts';
import { textOf } from '../../core/commands/outbox/deliver.ts';
import type { Message } from '../../core/message/model.ts';
import { counted, invited, received } from '../support/mailed-answers.ts';
import { replyAddress } from '../support/raw-mail.ts';
import { known, type SmallTown } from '../support/small-town.ts';

const from = 'tsudoi@tsudoi.example.jp';
const sentOf = (one: SmallTown, kind: Message['mailKind']) =>
  known(
    one.everSent().find(({ mailKind }) => mailKind === kind),
    kind,
  );
const rawOf = async (one: SmallTown, message: Message, to = from) =>
  composeMime({ ...message, address: to }, textOf(one.delivery, message), from);
const comesIn = async (one: SmallTown, raw: Buffer) => one.tries('佐藤', 'inbound', { mail: await readMail(raw) });

describe('a mail of our own that comes back to us', () => {
  it('to the reply address answers nothing, asks nobody and sends nothing', async () => {
    const one = await invited();
    const raw = await rawOf(one, sentOf(one, 'invitation'), await replyAddress(one, '包括'));
    one.news();
    for (let time = 0; time < 3; time += 1) expect(await comesIn(one, raw)).toEqual({ code: 'ok' });
    await one.play();
    expect([await counted(one), await one.tasks(), one.news()]).toEqual([undefined, [], []]);
    expect(await received(one)).toMatchObject([{ became: 'kept' }]);
  });

  it('without the reply address is known by its code, and answers nothing either', async () => {
    const one = await invited();
    await comesIn(one, await rawOf(one, sentOf(one, 'invitation')));
    expect([await counted(one), await one.tasks()]).toEqual([undefined, []]);
  });
});

describe('what staff answer to a mail of ours to them', () => {
  const aReply = (own: string, quoted: string) =>
    Buffer.from(
      [
        'From: sato@aoba.example.jp',
        `To: ${from}`,
        'Subject: Re: M-1',
        'Message-ID: <staff-1@aoba.example.jp>',
        'Content-Type: text/plain; charset=utf-8',
        '',
        own,
        ...quoted.split('\n').map((line) => `> ${line}`),
      ].join('\r\n'),
    );

  it.each(['出席', '承知しました。'])('「%s」 is no answer of an agency, and nothing follows', async (own) => {
    const one = await invited();
    await one.until('2026-06-15T16:00');
    const asked = sentOf(one, 'record-request');
    const before = [await counted(one), await one.tasks()];
    one.news();
    expect((await comesIn(one, aReply(own, textOf(one.delivery, asked)))).code).toBe('unknown-mail');
    await one.play();
    expect([await counted(one), await one.tasks()]).toEqual(before);
    expect([await received(one), one.news()]).toEqual([[], []]);
  });
});
