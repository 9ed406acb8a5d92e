import { html } from 'hono/html';
import type { Html } from './layout.ts';

/** Fifty are a page that scrolls well, on a telephone too. */
export const PAGE = 50;

/** @param page counted from 1 */
export function onPage<One>(all: readonly One[], page: number): readonly One[] {
  return all.slice((page - 1) * PAGE, page * PAGE);
}

/** Which page an address asks for; the first, when it asks for none there could be. */
export function pageIn(typed = '1'): number {
  const page = Number(typed);
  return Number.isInteger(page) && page > 0 ? page : 1;
}

type Pager = {
  /** What a screen reader calls it: `メールの続き`. */
  readonly label: string;
  readonly page: number;
  /** How many there are on all pages. */
  readonly all: number;
  readonly hrefOf: (page: number) => string;
};

/** The way to the page before and to the rest; nothing where all of it is shown. */
export function pager({ label, page, all, hrefOf }: Pager): Html {
  const rest = all - page * PAGE;
  if (page === 1 && rest <= 0) return html``;
  return html`<nav class="row noprint" aria-label="${label}">
    ${page === 1 ? '' : html`<a class="reach" href="${hrefOf(page - 1)}">前の${PAGE}件</a>`}
    ${rest <= 0 ? '' : html`<a class="reach" href="${hrefOf(page + 1)}">ほか ${rest}件</a>`}
  </nav>`;
}
