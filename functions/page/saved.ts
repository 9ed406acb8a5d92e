import { html } from 'hono/html';
import type { Html } from './layout.ts';

/**
 * What was just done, where the reader goes on: the page opens here, so that it is seen and read out, and the next stop of the Tab key is what
 * follows. One on a page.
 */
export function saved(title: string, body: Html | string = ''): Html {
  return html`<div class="notice notice-good" role="status" ${opensHere}>
    <h2>${title}</h2>
    ${body === '' ? '' : html`<div>${body}</div>`}
  </div>`;
}

/** Nothing, where nothing was done. */
export function savedIf(title: string | undefined): Html {
  return title === undefined ? html`` : saved(title);
}

/** The part of a page on which it opens, by attributes alone: no script of ours runs in the office's pages. */
export const opensHere: Html = html`id="done" tabindex="-1" autofocus`;
