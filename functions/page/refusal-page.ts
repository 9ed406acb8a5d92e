import { html } from 'hono/html';
import { messageOf } from '../../core/refusal-words.ts';
import type { Refused } from '../../core/refusal.ts';
import { explain } from './field-words.ts';
import { type Page, type PageResponse, showPage } from './layout.ts';

// Alike, whether there ever was such a link or not.
const links = new Set<string>(['link-unknown', 'link-expired']);
const denied = new Set<string>([
  'forbidden',
  'case-unseen',
  'nonce-missing',
  'not-host',
  'not-invited',
  'acknowledgement-missing',
  'code-wrong',
]);

/** 404 for what is not there and for a link that opens nothing, 403 for what is not allowed, 409 for the rest. */
export function statusOf(refused: Refused): number {
  if (refused.code.startsWith('unknown-') || links.has(refused.code)) return 404;
  return denied.has(refused.code) ? 403 : 409;
}

const titles: Readonly<Record<number, string>> = {
  403: 'この画面は開けません',
  404: '見つかりません',
};
const NOT_TAKEN = '受け付けられませんでした';

/** Where it is said; `sent` when a form was refused and not a page. */
type Frame = Pick<Page, 'nav' | 'who'> & { readonly sent?: boolean };

/** A refusal where there is no form to show it in. */
export async function showRefusal(refused: Refused, { sent = false, ...frame }: Frame = {}): Promise<PageResponse> {
  const status = statusOf(refused);
  const title = sent ? NOT_TAKEN : (titles[status] ?? NOT_TAKEN);
  return plainPage(status, title, sent ? explain(refused) : messageOf(refused), frame);
}

/** An address that leads nowhere. */
export async function noSuchPage(): Promise<PageResponse> {
  return plainPage(404, '見つかりません', 'このページはありません。アドレスを確かめてください。');
}

/** When something broke: what happened is in the log, and nobody's data are here. */
export async function failurePage(
  words = '少し待って、もう一度お試しください。続くときは、この機械の担当へお知らせください。',
): Promise<PageResponse> {
  return plainPage(500, 'うまくいきませんでした', words);
}

const TOO_LARGE = '届いたのは 8 MB より大きいものです。何も取り込んでいません。';
const SMALLER_FILE =
  'Excelファイルは 4 MB までです。絵や余分な表を消すか、行を分けたファイルにして、もう一度入れてください。';

/** Something too large to be read at all; the page it was sent from stands at the same address. */
export async function tooLargePage(path: string, words = TOO_LARGE, todo = SMALLER_FILE): Promise<PageResponse> {
  const main = html`<h1>送られたものが大きすぎます</h1>
    <p class="block">${words}${todo}</p>
    <p><a href="${path}">前の画面に戻る</a></p>`;
  return showPage({ title: '送られたものが大きすぎます', narrow: true, main }, 413);
}

async function plainPage(status: number, title: string, words: string, frame: Frame = {}): Promise<PageResponse> {
  const main = html`<h1>${title}</h1>
    <p class="block">${words}</p>`;
  return showPage({ ...frame, title, narrow: true, main }, status);
}
