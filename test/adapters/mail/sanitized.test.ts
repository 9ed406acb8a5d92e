import PostalMime, { type Email } from 'postal-mime';
import { describe, expect, it } from 'vitest';
import { composeMime } from '../../../adapters/mail/mime.ts';
import { CODE_PLACEHOLDER, LINK_PLACEHOLDER } from '../../../core/message/model.ts';
import { wrapped } from '../../../core/message/wording/lines.ts';
import { everyMail } from '../../core/message/sample-mails.ts';
import { aMessage, entry } from './sample-message.ts';

const url = 'https://tsudoi.example.jp/a/abcdefghijklmnopqrstuvwx';
const shownIn = (text: string) => text.replaceAll(LINK_PLACEHOLDER, url).replaceAll(CODE_PLACEHOLDER, '123456');
const mails = Object.entries(everyMail);

async function arrived(subject: string, text: string): Promise<Email> {
  const message = aMessage({
    subject,
    text,
    calendar: { ...entry, summary: '関係機関会議 𠮷髙①', place: '𠮷髙①会館' },
  });
  return PostalMime.parse(await composeMime(message, shownIn(text), 'tsudoi@example.jp'));
}

/** All that a notice says, line by line, but for the address of the page. */
const itemsOf = (text: string) =>
  shownIn(text)
    .split('\n')
    .filter((line) => line !== '' && line !== url);

/** 無害化, as municipal gateways offer it: HTML, links and attachments go. */
const stripped = (mail: Email) => (mail.text ?? '').replaceAll('\r\n', '\n').replaceAll(/https?:\S+/g, '');

/** ハイパーリンク無効: nothing to click is left, the address is written so that nobody can. */
const neutralised = (mail: Email) =>
  (mail.text ?? '')
    .replaceAll('\r\n', '\n')
    .replaceAll(/https?:\S+/g, (one) => one.replace('http', 'hxxp').replaceAll('.', '[.]'));

/** テキスト変換: some keep the HTML part only, and make text of that. */
const textFromHtml = (mail: Email) =>
  (mail.html ?? '')
    .replaceAll(/<head>.*?<\/head>/gs, '')
    .replaceAll(/<br>|<\/p>/g, '\n')
    .replaceAll(/<[^>]+>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');

const squeezed = (text: string) => text.replaceAll(/\s/g, '');

describe.each(mails)('a mail of the kind %s', (_kind, { subject, text }) => {
  it('still says everything when HTML, links and attachments are stripped', async () => {
    const mail = await arrived(subject, text);
    const left = stripped(mail).split('\n');
    expect(itemsOf(text).filter((line) => !left.includes(line))).toEqual([]);
    expect(mail.subject).toBe(subject);
  });

  it('still says everything, and whereto, when its links are made harmless', async () => {
    const left = neutralised(await arrived(subject, text)).split('\n');
    expect(itemsOf(text).filter((line) => !left.includes(line))).toEqual([]);
    const address = left.filter((line) => line.startsWith('hxxp'));
    const expected = text.includes(LINK_PLACEHOLDER) ? [url] : [];
    expect(address.map((line) => line.replace('hxxp', 'http').replaceAll('[.]', '.'))).toEqual(expected);
  });

  it('says the very same when only its HTML is kept and made text of', async () => {
    const left = textFromHtml(await arrived(subject, text));
    expect(squeezed(left)).toBe(squeezed(shownIn(text)));
  });

  it('fetches nothing, follows nobody and hides no address behind a button', async () => {
    const html = (await arrived(subject, text)).html ?? '';
    expect(html).not.toMatch(/<(img|script|link|style|iframe|form|button|table)\b|src=|url\(|@import|class=/);
    for (const [, href = '', words] of html.matchAll(/<a href="([^"]*)"[^>]*>([^<]*)<\/a>/g)) expect(words).toBe(href);
    expect(html.match(/<a /g) ?? []).toHaveLength(text.includes(LINK_PLACEHOLDER) ? 1 : 0);
  });

  it('is ASCII in lines that every server passes on, whatever it says', async () => {
    const raw = (
      await composeMime(aMessage({ subject, calendar: entry }), `${shownIn(text)}𠮷髙①\n`, 'a@example.jp')
    ).toString('latin1');
    expect(raw).toMatch(/^[\r\n\t -~]*$/);
    expect(raw.split('\r\n').filter((line) => line.length > 78)).toEqual([]);
  });
});

describe('the HTML part of a mail', () => {
  const long = `・${'急に来られなくなったときは、かならず電話 000-000-1111 へお知らせください。'.repeat(2)}`;

  it('makes one line again of what was broken for paper', async () => {
    const mail = await arrived('件名', `${wrapped(long).join('\n')}\n・次の項目\n`);
    expect(textFromHtml(mail)).toContain(`${long}\n`);
    expect(textFromHtml(mail)).toContain('\n・次の項目\n');
  });

  it('shows a sign of HTML as the sign it is', async () => {
    const mail = await arrived('件名', '■ 場所：<b>役場</b> & "2階"\n');
    expect(mail.html).toContain('&lt;b&gt;役場&lt;/b&gt; &amp; &quot;2階&quot;');
    expect(textFromHtml(mail)).toContain('■ 場所：<b>役場</b> & "2階"');
  });
});
