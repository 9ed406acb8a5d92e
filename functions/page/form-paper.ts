import { html } from 'hono/html';
import { type FormCell, GRID, type StandardForm } from '../../core/standard-form/model.ts';
import type { Html } from './layout.ts';

/** Higher boxes than these have no class of their own. */
const MOST_LINES = 18;

/** A 様式 as a table to be printed. The grid of its columns is the same as in the .xlsx. */
export function formPaper({ title, lines }: StandardForm): Html {
  const columns = Array.from({ length: GRID }, () => html`<col />`);
  const [, ...below] = lines;
  return html`<article class="sheet official">
    <h1>${title}</h1>
    <table>
      <colgroup>
        ${columns}
      </colgroup>
      <tbody>
        ${below.map(
          (line) =>
            html`<tr class="tall-${Math.min(MOST_LINES, line.room)}">
              ${line.cells.map(cell)}
            </tr>`,
        )}
      </tbody>
    </table>
  </article>`;
}

function cell({ look, text, span }: FormCell): Html {
  if (look === 'label') return html`<th colspan="${span}">${text}</th>`;
  if (look === 'section') return html`<th colspan="${span}" class="part">${text}</th>`;
  return html`<td colspan="${span}" class="${look}">${text}</td>`;
}
