import { html } from 'hono/html';
import type { HttpRequest, HttpResponse } from '../http.ts';
import { readForm } from '../page/sent-form.ts';
import type { Page } from '../page/layout.ts';
import { showPage } from '../page/layout.ts';
import { withRefusal } from '../page/lost-form.ts';
import { typedOf } from '../page/typed.ts';
import { elsewhere } from './closed-page.ts';

/** 429: too often within a short time. What was typed is given back, and nothing is said about the link. */
export async function showBusy(seconds: number, { method, body }: HttpRequest): Promise<HttpResponse> {
  const words = `短いあいだに何度も開かれたため、いまは受け付けていません。約${String(Math.ceil(seconds / 60))}分たってから、もう一度開いてください。お急ぎのときは、ご案内のメールや書面にある担当の電話番号へお電話ください。`;
  const page: Page = {
    title: '少し待ってから開いてください',
    narrow: true,
    foot: elsewhere,
    main: html`<h1>少し待ってから開いてください</h1>
      <p class="block">${words}</p>`,
  };
  const typed = method === 'POST' ? { ...typedOf(readForm(body)), refused: '何も記録していません。' } : undefined;
  const answer = await showPage(await withRefusal(page, typed), 429);
  return { ...answer, headers: { ...answer.headers, 'retry-after': String(seconds) } };
}
