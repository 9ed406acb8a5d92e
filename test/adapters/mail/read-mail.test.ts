import { describe, expect, it } from 'vitest';
import { readMail } from '../../../adapters/mail/read-mail.ts';
import { rawMail } from '../../support/raw-mail.ts';

const read = async (name: string) => readMail(rawMail(name));
const plain = async (...lines: readonly string[]) => readMail(Buffer.from([...lines, '', '本文'].join('\r\n')));

describe('a calendar’s answer is read', () => {
  it.each([
    ['google-accepts', 'ACCEPTED', undefined],
    ['google-declines-with-note', 'DECLINED', '外来があるため出られません。後日うかがいます。'],
    ['google-maybe', 'TENTATIVE', undefined],
    ['outlook-accepts', 'ACCEPTED', '5分ほど遅れます'],
    ['apple-accepts', 'ACCEPTED', undefined],
    ['thunderbird-declines', 'DECLINED', undefined],
    ['upper-case-without-organizer', 'ACCEPTED', undefined],
  ])('from %s', async (name, status, comment) => {
    const mail = await read(name);
    expect(mail?.calendar).toEqual({
      method: 'REPLY',
      uid: '393011-M-1@tsudoi',
      sequence: 0,
      attendees: [{ address: 'a@example.jp', status }],
      ...(comment === undefined ? {} : { comment }),
    });
    expect(mail?.attachments).toEqual([]);
  });

  it('with who comes instead, whether the one who was asked says so or the other', async () => {
    const asked = await read('outlook-delegates');
    expect(asked?.calendar?.attendees[0]).toEqual({
      address: 'a@example.jp',
      status: 'DELEGATED',
      deputy: '試験 田中',
    });
    const other = await read('delegate-accepts');
    expect(other?.calendar?.attendees).toEqual([{ address: 'a@example.jp', status: 'ACCEPTED', deputy: '試験 田中' }]);
  });

  it('with the time that is proposed instead', async () => {
    expect((await read('outlook-proposes-another-time'))?.calendar).toMatchObject({
      method: 'COUNTER',
      startsAt: '2026-06-16T06:00:00.000Z',
      comment: 'この時間なら出られます。',
    });
  });

  it.each([
    [
      'an invitation of somebody else',
      'BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\nBEGIN:VEVENT\r\nEND:VEVENT\r\nEND:VCALENDAR',
    ],
    ['no event', 'BEGIN:VCALENDAR\r\nMETHOD:REPLY\r\nEND:VCALENDAR'],
    ['broken off', 'BEGIN:VCALENDAR\r\nMETHOD:REPLY\r\nBEGIN:VEV'],
    ['empty', ''],
  ])('not when it is %s', async (_what, calendar) => {
    const raw = ['From: a@example.jp', 'Content-Type: text/calendar; method=REPLY', '', calendar].join('\r\n');
    expect((await readMail(Buffer.from(raw)))?.calendar).toBeUndefined();
  });
});

describe('a written mail is read', () => {
  it('in whatever character set, with its subject in one line', async () => {
    const mail = await read('outlook-writes');
    expect(mail).toMatchObject({
      from: 'a@example.jp',
      subject: 'RE: 関係機関会議 M-1',
      to: ['tsudoi@tsudoi.example.jp'],
    });
    expect(mail?.text).toContain('鈴木です。\n出席します。\nよろしくお願いします。');
    expect((await read('gmail-writes'))?.text).toContain('30分ほど遅れそうです。');
  });

  it('from HTML where there is nothing else', async () => {
    const text = (await read('html-only'))?.text;
    expect(text).toMatch(/^欠席します。\s+よろしくお願いします。$/);
    expect(text).not.toContain('color');
  });

  it('with files by type and size only', async () => {
    expect((await read('opinion-as-a-file'))?.attachments).toEqual([{ type: 'application/pdf', bytes: 18 }]);
  });

  it('with whom the envelope names, who may stand in no header', async () => {
    const mail = await readMail(rawMail('away'), ['reply+x@tsudoi.example.jp']);
    expect(mail?.to).toEqual(['reply+x@tsudoi.example.jp', 'tsudoi@tsudoi.example.jp']);
  });
});

describe('a robot’s mail is known by', () => {
  it.each([
    ['Auto-Submitted: auto-replied'],
    ['Auto-Submitted: auto-generated (vacation)'],
    ['X-Autoreply: yes'],
    ['X-Autorespond: 1'],
    ['Precedence: bulk'],
    ['Precedence: list'],
    ['Return-Path: <>'],
    ['Content-Type: multipart/report; report-type=delivery-status; boundary=r'],
    ['Subject: Automatic reply: M-1'],
    ['Subject: =?UTF-8?B?6Ieq5YuV5b+c562UOiBNLTE=?='],
  ])('%s', async (header) => {
    expect((await plain('From: a@example.jp', header))?.automatic).toBe(true);
  });

  it('and a person’s is none', async () => {
    for (const header of [
      'Auto-Submitted: no',
      'Subject: Re: M-1',
      'Precedence: normal',
      'Return-Path: <a@example.jp>',
    ])
      expect((await plain('From: a@example.jp', header))?.automatic).toBe(false);
    expect((await read('undeliverable'))?.automatic).toBe(true);
    expect((await read('away'))?.automatic).toBe(true);
    expect((await read('gmail-writes'))?.automatic).toBe(false);
  });
});

describe('a forged sender', () => {
  const checked = async (...results: readonly string[]) =>
    (await plain(...results.map((one) => `Authentication-Results: amazonses.com; ${one}`), 'From: a@example.jp'))
      ?.forged;

  it('is who fails DMARC, or SPF and DKIM both', async () => {
    expect(await checked('spf=pass; dkim=pass; dmarc=fail')).toBe(true);
    expect(await checked('spf=softfail smtp.mailfrom=x; dkim=fail')).toBe(true);
    expect(await checked('spf=fail; dkim=pass header.i=@example.jp; dmarc=pass')).toBe(false);
    expect(await checked('spf=none; dkim=none')).toBe(false);
  });

  it('cannot clear itself by a line of its own below the service’s', async () => {
    expect(await checked('dmarc=fail', 'dmarc=pass')).toBe(true);
  });
});

describe('a mail with more than a person writes', () => {
  it('keeps no more than a person would write', async () => {
    const mail = await readMail(Buffer.from(`From: a@example.jp\r\n\r\n${'あ'.repeat(200_000)}`));
    expect(mail?.text).toHaveLength(100_000);
  });

  it('presses no button by a calendar of thousands of lines', async () => {
    const lines = 'ATTENDEE;PARTSTAT=ACCEPTED:mailto:a@example.jp\r\n'.repeat(3000);
    const calendar = `BEGIN:VCALENDAR\r\nMETHOD:REPLY\r\nBEGIN:VEVENT\r\n${lines}END:VEVENT\r\nEND:VCALENDAR`;
    const mail = await readMail(
      Buffer.from(`From: a@example.jp\r\nContent-Type: text/calendar; method=REPLY\r\n\r\n${calendar}`),
    );
    expect(mail).toMatchObject({ from: 'a@example.jp' });
    expect(mail?.calendar).toBeUndefined();
  });

  // Looked for the end of each from its beginning, they would be read for minutes.
  it.each(['<', '<blockquote ', '<!--', '<style ', '<b> ', '&nbsp;'])(
    'is read at once, if it is all %j',
    async (sign) => {
      const html = `<p>出席します</p>${sign.repeat(300_000)}`;
      const mail = await readMail(
        Buffer.from(`From: a@example.jp\r\nContent-Type: text/html; charset=utf-8\r\n\r\n${html}`),
      );
      expect(mail?.text).toMatch(/^出席します/);
    },
  );
});

describe('a mail of HTML only', () => {
  const words = async (html: string) =>
    (await readMail(Buffer.from(`From: a@example.jp\r\nContent-Type: text/html; charset=utf-8\r\n\r\n${html}`)))?.text;

  it('loses no word for a sign that begins no tag', async () => {
    expect(await words('<div>5 &lt; 6</div><div>欠席します <3<br>試験</div>')).toBe('5 < 6\n欠席します <3\n試験');
  });

  it('shows nothing of what its program hid', async () => {
    expect(await words('<!--[if mso]><p>出席</p><![endif]--><style>p{}</style><p>欠席します</p><!-- 出席')).toBe(
      '欠席します',
    );
  });
});
