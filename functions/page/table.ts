import { html } from 'hono/html';
import type { Html } from './layout.ts';

type Cell = Html | string | number | undefined;
type Table = {
  readonly caption: string;
  readonly head: readonly string[];
  /** The first cell of a row is its heading. */
  readonly rows: readonly (readonly Cell[])[];
  /** Columns, counted from 0, that hold numbers. */
  readonly numbers?: readonly number[];
  /** The last row is a sum. */
  readonly sum?: boolean;
  /** On a phone a row is a line of its own, of what is not zero; cards of many rows are long. */
  readonly lines?: boolean;
};

const MOST_IN_SIGHT = 6;

function cell(table: Table, value: Cell, column: number): Html {
  const label = table.head[column] ?? '';
  const kind = table.numbers?.includes(column) === true ? html` class="number${value === 0 ? ' zero' : ''}"` : '';
  return column === 0
    ? html`<th scope="row" role="rowheader">${value ?? ''}</th>`
    : html`<td role="cell" data-label="${label}" ${kind}>${value ?? ''}</td>`;
}

/**
 * A table that folds into cards on a phone. The roles are written out because a table drawn as blocks
 * stops being one for screen readers.
 */
export function table(of: Table): Html {
  const last = of.rows.length - 1;
  // Many columns may be wider than the screen: who has no mouse scrolls them with the arrows.
  const wide = of.head.length > MOST_IN_SIGHT ? html` tabindex="0" role="region" aria-label="${of.caption}"` : '';
  return html`<div class="tablebox" ${wide}>
    <table class="fold${of.lines === true ? ' lines' : ''}" role="table">
      <caption>
        ${of.caption}
      </caption>
      <thead role="rowgroup">
        <tr role="row">
          ${of.head.map(
            (text, column) =>
              html`<th
                scope="col"
                role="columnheader"
                ${of.numbers?.includes(column) === true ? html` class="number"` : ''}
              >
                ${text}
              </th>`,
          )}
        </tr>
      </thead>
      <tbody role="rowgroup">
        ${of.rows.map(
          (row, index) =>
            html`<tr role="row" ${of.sum === true && index === last ? html` class="sum"` : ''}>
              ${row.map((value, column) => cell(of, value, column))}
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}
