import { html } from 'hono/html';
import type { Invitation } from '../../../core/invitation/model.ts';
import { postForm } from '../../page/form.ts';
import type { Html } from '../../page/layout.ts';
import { moment } from '../../page/parts.ts';
import type { Office } from '../office.ts';

/** For an agency that gets no code by mail: staff make sure who is on the telephone, then read out a code (BRIEF §2.7). */
export function papersCode(
  office: Office,
  { code, agency }: Invitation,
  shown: string | undefined,
  index: number,
): Html {
  const { nonce, typed, now } = office;
  const words =
    '相手の担当者であることを確かめてから、電話か対面で伝えてください。10分間使えます。メールには載りません。';
  return html`<details class="plain-details" ${shown === undefined ? '' : html` open`}>
    <summary>資料の確認コードを伝える</summary>
    <div class="inside">
      ${shown === undefined || code === undefined ? '' : html`<p><strong class="count">${shown}</strong> ${moment(code.expiresAt, now)}まで</p>`}
      ${postForm(
        { does: `code-${String(index)}`, nonce, typed, button: 'コードを出す', carry: [['agency', agency]] },
        html`<p class="small">${words}</p>`,
      )}
    </div>
  </details>`;
}
