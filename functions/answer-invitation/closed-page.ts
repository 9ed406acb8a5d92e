import { html } from 'hono/html';
import type { Refused } from '../../core/refusal.ts';
import type { HttpRequest, HttpResponse } from '../http.ts';
import { readForm } from '../page/sent-form.ts';
import { type Page, showPage } from '../page/layout.ts';
import { withRefusal } from '../page/lost-form.ts';
import { statusOf } from '../page/refusal-page.ts';
import { typedOf } from '../page/typed.ts';

/** Whom to phone, where nothing may be said of the meeting. */
export const elsewhere = html`<p>お問い合わせ: ご案内のメールや書面にある担当の電話番号へお願いします。</p>`;

/**
 * Where every link ends that opens nothing: made up, cut short, replaced, withdrawn or over. Always the same words and status, so that
 * nobody learns from it whether there ever was a meeting; what to do is the same for all of them too.
 */
const page: Page = {
  title: 'このリンクでは開けません',
  narrow: true,
  foot: elsewhere,
  main: html`<h1>このリンクでは開けません</h1>
    <div class="block">
      <p>リンクが途中で切れているか、使えなくなっています。次の順にお試しください。</p>
      <ol>
        <li>メールのリンクの行を、はじめから終わりまで全部写して、もう一度開く。</li>
        <li>あとから届いたメールがあれば、そのいちばん新しいリンクを開く。</li>
        <li>
          それでも開けないときは、ご案内のメールや書面にある担当の電話番号へお電話ください。出欠のお返事は、お電話でも承ります。
        </li>
      </ol>
    </div>`,
};

/** Whoever pressed a button on a page whose link ended meanwhile gets back what they typed. */
export async function showClosed(refused: Refused, { method, body }: HttpRequest): Promise<HttpResponse> {
  const typed = method === 'POST' ? typedOf(readForm(body), [refused]) : undefined;
  return showPage(await withRefusal(page, typed), statusOf(refused));
}

/** Whether a refusal says that the link itself opens nothing. */
export function isOfLink({ code }: Refused): boolean {
  return code === 'link-unknown' || code === 'link-expired';
}
