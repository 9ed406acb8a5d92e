import { html } from 'hono/html';
import type { Html } from '../../page/layout.ts';

/** What a sheet to send back asks: its name, what it is about besides agency and meeting, and what to mark. */
export type Sheet = {
  readonly title: string;
  readonly rows: readonly (readonly [string, string])[];
  readonly body: Html;
};

type Choice = { readonly words: string; readonly note?: string | undefined; readonly blank?: boolean };

/** One number to be circled among several. */
export function circles(choices: readonly Choice[]): Html {
  return html`<ol class="circles">
    ${choices.map(
      ({ words, note, blank = false }, index) =>
        html`<li>
          <span class="mark">${index + 1}</span
          ><span class="words">${words}</span
          >${note === undefined ? '' : html`<span class="note">${note}${blank ? html`<span class="blank"></span>` : ''}</span>`}
        </li>`,
    )}
  </ol>`;
}
