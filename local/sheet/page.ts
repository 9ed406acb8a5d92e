import { html } from 'hono/html';
import type { Person, Town } from '../../core/access/model.ts';
import { menuPath } from '../../core/sheet/addon-name.ts';
import type { HttpResponse } from '../../functions/http.ts';
import { pageHeaders } from '../../functions/page/headers.ts';
import type { Html } from '../../functions/page/layout.ts';

// The grid draws on a canvas, sets styles from its script, and keeps its pictures in itself. Nothing comes from outside.
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self' data:",
  "connect-src 'self'",
  "frame-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** Somebody else's spreadsheet, and as whom it opens. */
export type OtherSheet = { readonly town: Town; readonly clerk: Person };
type Shown = { readonly town: Town; readonly who: string; readonly others: readonly OtherSheet[] };

/** The spreadsheet of a town in the browser: menu, grid, messages. */
export async function sheetPage({ town, who, others }: Shown): Promise<HttpResponse> {
  const body = await html`<!doctype html>
    <html lang="ja">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${town.name}の支援台帳｜つどい</title>
        <link rel="stylesheet" href="/sheet/view.css" />
      </head>
      <body data-town="${town.id}">
        <div class="bar">
          <h1>${town.name}の支援台帳</h1>
          <details class="menu">
            <summary>${menuPath}</summary>
            <ul id="menu"></ul>
          </details>
          <p id="state" role="status"></p>
          <p class="who">${who}</p>
          ${others.length === 0 ? '' : otherSheets(others)}
          <nav aria-label="ほかの画面">
            <a href="/office/${town.id}">役所の画面</a> <a href="/outbox">届いたメール</a> <a href="/">立場を変える</a>
          </nav>
        </div>
        <div class="desk">
          <div class="sheet">
            <div id="grid"></div>
            <section id="charts" aria-label="グラフ" hidden></section>
            <div id="toasts" role="log" aria-live="polite"></div>
          </div>
          <aside id="sidebar" aria-label="サイドバー" hidden></aside>
        </div>
        <noscript
          ><p>
            表計算の画面には JavaScript が必要です。同じことが<a href="/office/${town.id}">役所の画面</a>でもできます。
          </p></noscript
        >
        <script type="module" src="/sheet/view.js"></script>
      </body>
    </html>`;
  return { status: 200, headers: { ...pageHeaders, 'content-security-policy': policy }, body: String(body) };
}

/** A sheet belongs to one town: another one opens as the clerk who works there. */
function otherSheets(others: readonly OtherSheet[]): Html {
  const items = others.map(
    ({ town, clerk }) =>
      html`<li>
        <form method="post" action="/">
          <input type="hidden" name="person" value="${clerk.id}" />
          <button type="submit" name="to" value="sheet">${town.name}の支援台帳（${clerk.name}として開く）</button>
        </form>
      </li>`,
  );
  return html`<details class="menu">
    <summary>ほかの町の台帳</summary>
    <ul>
      ${items}
    </ul>
  </details>`;
}

// As at Google: a frame of its own that may run its script. Here it also may fetch nothing at all, so that a test would notice.
const framePolicy = [
  "default-src 'none'",
  "script-src 'unsafe-inline'",
  "style-src 'unsafe-inline'",
  'img-src data:',
  "base-uri 'none'",
  "frame-ancestors 'self'",
  'sandbox allow-scripts allow-forms',
].join('; ');

/** The empty frame of a sidebar: it knows google.script.run, and is told by the spreadsheet what to show. */
export function framePage(script: string): HttpResponse {
  const headers = { ...pageHeaders, 'content-security-policy': framePolicy, 'x-frame-options': 'SAMEORIGIN' };
  const body = `<!doctype html><html lang="ja"><title>サイドバー</title><script>${script.replaceAll('</script', String.raw`<\/script`)}</script></html>`;
  return { status: 200, headers, body };
}

export function fileOf(type: 'text/javascript' | 'text/css', body: string): HttpResponse {
  return { status: 200, headers: { ...pageHeaders, 'content-type': `${type}; charset=utf-8` }, body };
}
