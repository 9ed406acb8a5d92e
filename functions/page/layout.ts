import { html } from 'hono/html';
import type { HttpResponse } from '../http.ts';
import { pageHeaders } from './headers.ts';

/** Escaped text. Everything put into a template is escaped unless it is of this type. */
export type Html = ReturnType<typeof html>;

export type NavLink = { readonly href: string; readonly text: string; readonly current?: boolean };

export type Page = {
  readonly title: string;
  readonly main: Html;
  readonly nav?: readonly NavLink[];
  /** Who is looking, for staff pages. */
  readonly who?: string | undefined;
  /** Pages of mostly text and one form read better in a narrow column. */
  readonly narrow?: boolean;
  readonly foot?: Html;
};

// People around a table; drawn here so that no image is fetched.
const seats = [
  [16, 5],
  [26.5, 12.6],
  [22.5, 24.9],
  [9.5, 24.9],
  [5.5, 12.6],
] as const;
const mark = html`<svg viewBox="0 0 32 32" aria-hidden="true" focusable="false">
  <circle cx="16" cy="16" r="4.5" fill="none" stroke="#0017c1" stroke-width="2.5"></circle>
  ${seats.map(([x, y]) => html`<circle cx="${x}" cy="${y}" r="3.6" fill="#0017c1"></circle>`)}
</svg>`;

const dots = seats.map(([x, y]) => `<circle cx='${String(x)}' cy='${String(y)}' r='3.6'/>`).join('');
const icon = `data:image/svg+xml,${encodeURIComponent(`<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 32 32' fill='#0017c1'>${dots}<circle cx='16' cy='16' r='5'/></svg>`)}`;

function navigation(links: readonly NavLink[]): Html {
  const items = links.map((link) =>
    link.current === true
      ? html`<li><a href="${link.href}" aria-current="page">${link.text}</a></li>`
      : html`<li><a href="${link.href}">${link.text}</a></li>`,
  );
  return html`<nav aria-label="主なページ">
    <ul>
      ${items}
    </ul>
  </nav>`;
}

function header(page: Page): Html {
  const links = page.nav ?? [];
  const home = links[0]?.href;
  // The server on one machine puts its clock in front of this very tag (local/server/bar.ts).
  return html`<header class="site">
    <div class="site-in">
      ${home === undefined ? html`<span class="mark">${mark}つどい</span>` : html`<a class="mark" href="${home}">${mark}つどい</a>`}
      ${links.length === 0 ? '' : navigation(links)}
      ${page.who === undefined ? '' : html`<p class="who">${page.who}</p>`}
    </div>
  </header>`;
}

function document(page: Page): Html {
  const foot = page.foot ?? html`<p>つどい — 支援会議の招集・回答・記録・モニタリングを忘れずに進めます。</p>`;
  return html`<!doctype html>
    <html lang="ja">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex, nofollow" />
        <meta name="format-detection" content="telephone=no" />
        <title>${page.title}｜つどい</title>
        <link rel="icon" href="${icon}" />
        <link rel="stylesheet" href="/style.css" />
      </head>
      <body>
        <a class="skip" href="#main">本文へ進む</a>
        ${header(page)}
        <main id="main" tabindex="-1" ${page.narrow === true ? html` class="narrow"` : ''}>${page.main}</main>
        <footer class="foot"><div class="foot-in">${foot}</div></footer>
      </body>
    </html> `;
}

/** An answer that may be a page: with it, for a door that shows its parts in a frame of its own. */
export type PageResponse = HttpResponse & { readonly page?: Page };

/** A whole page as an answer. */
export async function showPage(page: Page, status = 200): Promise<PageResponse> {
  return { status, headers: pageHeaders, body: String(await document(page)), page };
}

/**
 * After a form was taken: look at the page again, so that reloading sends nothing twice.
 * @param location percent-encoded already
 */
export function seeOther(location: string): HttpResponse {
  return { status: 303, headers: { ...pageHeaders, location }, body: '' };
}
