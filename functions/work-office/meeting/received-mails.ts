import { html } from 'hono/html';
import type { Received } from '../../../core/received/model.ts';
import type { Instant } from '../../../core/time.ts';
import type { Html } from '../../page/layout.ts';
import { badge, block, moment, type Tone } from '../../page/parts.ts';

const became: Readonly<Record<Received['became'], readonly [string, Tone]>> = {
  answered: ['回答として記録', 'good'],
  doubtful: ['未確認', 'bad'],
  'to-read': ['担当が読む', 'warn'],
  kept: ['記録のみ', 'plain'],
};

/** A mail an agency sent: its own words first, all of it behind a press, of files only what they were. */
export function receivedMail(mail: Received, now: Instant): Html {
  const { at, whole, attachments } = mail;
  const [words, tone] = became[mail.became];
  return html`${moment(at, now)} 届いたメール ${badge(words, tone)}<br /><span class="keep">${wordsIn(mail)}</span>
    ${attachments.map(({ type, bytes }) => html`<br /><span class="small soft">添付 ${type}（${sizeWords(bytes)}）。中身は保存していません</span>`)}
    ${
      whole === undefined
        ? ''
        : html`<details class="plain-details">
            <summary>引用を含む全文</summary>
            <p class="keep">${whole}</p>
          </details>`
    }`;
}

function wordsIn({ own, unread }: Received): string {
  if (unread === undefined) return own === '' ? '（本文がありません）' : own;
  const where =
    unread.raw === undefined ? '' : `届いたままのメールは、メールの受け口に30日間あります（${unread.raw}）。`;
  return `（読み取れませんでした。大きすぎるか、作りが込み入っています。${where}）`;
}

/** Mails of which nobody knows from which agency they are. */
export function strangersMails(mails: readonly Received[], now: Instant): Html {
  const unknown = mails.filter(({ agency }) => agency === undefined);
  if (unknown.length === 0) return html``;
  return block(
    'どの機関からか分からないメール',
    unknown.map((mail) => html`<article class="card">${receivedMail(mail, now)}</article>`),
  );
}

function sizeWords(bytes: number): string {
  return bytes < 1024 ? `${String(bytes)}バイト` : `${String(Math.ceil(bytes / 1024))}KB`;
}
