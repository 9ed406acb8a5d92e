import { html } from 'hono/html';
import type { HttpRequest, HttpResponse } from '../http.ts';
import { type Page, showPage } from '../page/layout.ts';
import { elsewhere } from './closed-page.ts';

/** How browsers and mail programs say that they fetch a page before anybody asked for it (Fetch standard, `Sec-Purpose`; older: `Purpose`). */
const signs = ['sec-purpose', 'purpose', 'x-purpose', 'x-moz'];

export function isPrefetch({ headers }: HttpRequest): boolean {
  return signs.some((name) => /prefetch|prerender|preview/i.test(headers[name] ?? ''));
}

const page: Page = {
  title: '資料はまだ開いていません',
  narrow: true,
  foot: elsewhere,
  main: html`<h1>資料はまだ開いていません</h1>
    <p class="block">先読みでは資料を開きません。リンクをもう一度押してください。</p>`,
};

/** Papers nobody has asked for are not handed out: who read them stands in the audit log. A browser fetches anew what was refused so. */
export async function notYet(): Promise<HttpResponse> {
  return showPage(page, 503);
}
