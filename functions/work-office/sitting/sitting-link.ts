import { html } from 'hono/html';
import { mayConvene } from '../../../core/access/rules.ts';
import type { Html } from '../../page/layout.ts';
import type { Office } from '../office.ts';
import { pathOf } from '../paths.ts';

/** To 合同の席, with these cases chosen already; for whoever convenes for this town and for another one. */
export function sittingLink(office: Office, cases: readonly string[]): Html {
  const { actor, convenes, towns } = office;
  if (!convenes || towns.filter((town) => mayConvene(actor, town)).length < 2) return html``;
  const chosen = cases.length === 0 ? '' : `?cases=${cases.map(encodeURIComponent).join(',')}`;
  return html`<p>
    <a href="${pathOf(office, 'meetings', 'together')}${chosen}">ほかの町村のケースと、合同の席を招集する</a>
  </p>`;
}
