import { html } from 'hono/html';
import { kindWords } from '../../core/message/kind-words.ts';
import { instantSchema, type Instant } from '../../core/time.ts';
import { type Html, showPage } from '../../functions/page/layout.ts';
import { pager } from '../../functions/page/pager.ts';
import { badge, moment } from '../../functions/page/parts.ts';
import type { HttpResponse } from '../../functions/http.ts';
import type { OutboxMail } from './outbox.ts';

type Shown = { readonly mails: readonly OutboxMail[]; readonly page: number; readonly all: number };

const stateWords = {
  created: '送信待ち',
  sending: '送信中',
  sent: '送信済み',
  bounced: '届かず',
  dropped: '取りやめ',
} as const;

/** The newest mails as their readers would see them, the last on top; links can be followed. Fifty a page. */
export async function outboxPage({ mails, page, all }: Shown, now: Instant): Promise<HttpResponse> {
  return showPage({
    title: '届いたメール',
    narrow: true,
    nav: [
      { href: '/', text: '立場を選ぶ' },
      { href: '/outbox', text: '届いたメール', current: true },
    ],
    main: html`<h1>届いたメール</h1>
      <p class="lead">この機械から外へは送られません。関係機関になったつもりで読み、リンクを開いてみてください。</p>
      ${mails.length === 0 ? html`<p class="block card">まだ一通もありません。</p>` : html`<div class="block">${mails.map((mail, index) => letter(mail, now, index === 0))}</div>`}
      ${pager({ label: 'メールの続き', page, all, hrefOf: (to) => `/outbox?page=${String(to)}` })}`,
  });
}

function letter(mail: OutboxMail, now: Instant, open: boolean): Html {
  const at = instantSchema.parse(mail.sentAt ?? mail.createdAt);
  return html`<details${open ? html` open` : ''}><summary>${badge(kindWords[mail.kind], mail.state === 'bounced' ? 'bad' : 'go')} ${mail.to} <span class="small soft">${moment(at, now)} ${stateWords[mail.state]}</span></summary><div class="unfold"><p><strong>${mail.subject}</strong><br><span class="small soft">宛先 ${mail.address}</span></p><p class="keep">${withLink(mail)}</p>${mail.ics === null ? '' : html`<p class="small soft">予定表の添付（meeting.ics）つき</p>`}</div></details>`;
}

function withLink({ text, link }: OutboxMail): Html {
  if (link === null) return html`${text}`;
  const [before = '', ...after] = text.split(link);
  return html`${before}<a href="${link}">${link}</a>${after.join(link)}`;
}
