import { html } from 'hono/html';
import type { Notice } from '../../../core/commands/meeting/notices-if.ts';
import { LINK_PLACEHOLDER } from '../../../core/message/model.ts';
import type { Html } from '../../page/layout.ts';
import { unfold } from '../../page/parts.ts';
import { nameOfAgency, type Office } from '../office.ts';

/** 案内文 of each agency, to be read before it is sent. Its link is made when it goes out. */
export function noticePreview(office: Office, notices: readonly Notice[]): Html {
  if (notices.length === 0) return html``;
  return html`<section class="block" id="notices">
    <h2>各機関への案内文</h2>
    ${notices.map(({ agency, subject, text }) =>
      unfold(
        `${nameOfAgency(office, agency)}への案内文`,
        html`<p><strong>${subject}</strong></p>
          <p class="keep">${text.replaceAll(LINK_PLACEHOLDER, '（送るときに、この機関専用のリンクが入ります）')}</p>`,
      ),
    )}
  </section>`;
}
