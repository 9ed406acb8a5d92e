import { html } from 'hono/html';
import type { Html } from './layout.ts';
import type { Typed } from './typed.ts';

/**
 * What stands above a form that was refused: the page opens on it, and each line leads to its field. To be drawn after the fields, which
 * say what they took upon themselves.
 */
export function errorSummary({ refused, marked = [] }: Typed): Html {
  if (refused === undefined) return html``;
  const whole = marked.some(({ of }) => of === refused) ? '' : html`<p>${refused}</p>`;
  const links = marked.map(({ id, words }) => html`<li><a href="#${id}">${words}</a></li>`);
  return html`<div class="notice notice-bad" role="alert" tabindex="-1" autofocus id="error">
    <h3>まだ保存していません</h3>
    ${whole}${
      links.length === 0
        ? ''
        : html`<ul>
            ${links}
          </ul>`
    }
  </div>`;
}
