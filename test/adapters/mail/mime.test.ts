import PostalMime from 'postal-mime';
import { describe, expect, it } from 'vitest';
import { composeMime } from '../../../adapters/mail/mime.ts';
import { townCodeSchema } from '../../../core/ids.ts';
import type { Message } from '../../../core/message/model.ts';
import { toAgencies } from '../../core/message/sample-mails.ts';
import { aMessage, entry } from './sample-message.ts';

const from = 'tsudoi@example.jp';
const link = 'https://example.jp/a/abcdefghijklmnopqrstuvwx';
const text = toAgencies.invitation.text.replace('{{link}}', link);
const withCalendar = aMessage({ calendar: entry });

const composed = async (parts: Partial<Message> = {}) => composeMime(aMessage(parts), text, from);
const parsed = async (message: Message) => PostalMime.parse(await composeMime(message, text, from));

/** The header lines of the whole mail, unfolded. */
function headersOf(raw: Buffer): string[] {
  const [head = ''] = raw.toString('latin1').split('\r\n\r\n');
  return head.replaceAll(/\r\n[ \t]+/g, ' ').split('\r\n');
}

describe('a mail as it leaves', () => {
  it('is read by another library as it was written', async () => {
    const mail = await parsed(aMessage());
    expect(mail.from).toMatchObject({ name: '青葉県若草福祉事務所', address: from });
    expect(mail.to).toMatchObject([{ address: 'a@example.jp' }]);
    expect(mail.subject).toBe('【6月8日(月)までに出欠を】6月15日(月)14:00 関係機関会議 M-1');
    expect(mail.text?.replaceAll('\r\n', '\n').trim()).toBe(text.trim());
    expect(mail.html).toContain(`<a href="${link}"`);
    expect(mail.attachments).toEqual([]);
  });

  it.each(['𠮷髙①'.repeat(12), `【6月8日(月)までに】${'𠮷'.repeat(30)}`, 'plain ASCII'])(
    'keeps every character of the subject %s, word by encoded word',
    async (subject) => {
      const raw = await composed({ subject });
      expect((await PostalMime.parse(raw)).subject).toBe(subject);
      const words = [...raw.toString('latin1').matchAll(/=\?UTF-8\?B\?([^?]*)\?=/g)];
      const strict = new TextDecoder('utf-8', { fatal: true });
      expect(words.map(([, word = '']) => strict.decode(Buffer.from(word, 'base64'))).join('')).not.toContain('\uFFFD');
    },
  );

  it('is the same to the byte when it is composed again', async () => {
    expect(await composeMime(withCalendar, text, from)).toEqual(await composeMime(withCalendar, text, from));
  });

  it('is told from the mail of the same id in another town', async () => {
    const idOf = async (town: string) => (await parsed({ ...aMessage(), town: townCodeSchema.parse(town) })).messageId;
    expect(await idOf('393011')).not.toBe(await idOf('393029'));
  });

  it('bears our own id in ASCII, its moment, and that no person typed it', async () => {
    const headers = new Map(
      headersOf(await composed()).map((line) => [line.split(':')[0]?.toLowerCase(), line] as const),
    );
    const id = headers.get('x-tsudoi-id')?.split(': ')[1] ?? '';
    expect(id).toMatch(/^[!-~]+$/);
    expect(decodeURIComponent(id)).toBe('M-1/invitation/包括/1');
    expect(headers.get('x-tsudoi-town')).toBe('X-Tsudoi-Town: 393011');
    expect(headers.get('date')).toBe('Date: Mon, 01 Jun 2026 00:00:00 +0000');
    expect(headers.get('auto-submitted')).toBe('Auto-Submitted: auto-generated');
    expect(headers.get('message-id')).toMatch(/^Message-ID: <[\w-]{43}@example\.jp>$/);
  });

  it('is ASCII throughout, in lines any server passes on', async () => {
    const raw = (await composeMime(withCalendar, text, from)).toString('latin1');
    expect(raw).toMatch(/^[\r\n\t -~]*$/);
    expect(raw.split('\r\n').filter((line) => line.length > 998)).toEqual([]);
    expect(raw.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  });

  it('cannot be given a second recipient by a name or subject typed over two lines', async () => {
    const trick = '若草町\r\nBcc: x@example.jp';
    const raw = await composed({ fromName: trick, subject: trick });
    expect(headersOf(raw).filter((line) => /^bcc/i.test(line))).toEqual([]);
    expect((await PostalMime.parse(raw)).bcc).toBeUndefined();
  });
});

describe('a mail with a calendar entry', () => {
  it('offers the entry beside the text and as a file with an ASCII name', async () => {
    const { attachments, text: read } = await parsed(withCalendar);
    expect(read).toContain('■ 日時：2026年6月15日(月)14:00');
    expect(attachments.map(({ mimeType, filename }) => [mimeType, filename])).toEqual([
      ['text/calendar', null],
      ['application/ics', 'meeting.ics'],
    ]);
    expect(attachments[0]).toMatchObject({ method: 'REQUEST' });
  });

  it('says CANCEL where Outlook looks for it', async () => {
    const raw = await composeMime({ ...withCalendar, calendar: { ...entry, method: 'CANCEL' } }, text, from);
    expect(raw.toString('latin1')).toContain('Content-Type: text/calendar; charset=utf-8; method=CANCEL');
  });

  it('encodes both copies in base64: Outlook misreads quoted-printable', async () => {
    const raw = (await composeMime(withCalendar, text, from)).toString('latin1');
    expect(raw.match(/Content-Transfer-Encoding: base64/g)).toHaveLength(4);
    expect(raw).not.toContain('quoted-printable');
  });
});
