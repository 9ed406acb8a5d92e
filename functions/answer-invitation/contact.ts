import { html } from 'hono/html';
import type { Html } from '../page/layout.ts';
import type { Visit } from './visit.ts';

/** Whom to ask, at the foot of every page of a link. */
export function contact({ settings }: Visit): Html {
  return html`<p>お問い合わせ: ${settings.sender === '' ? '担当' : settings.sender} ${telephone(settings.phone)}</p>`;
}

/** A number to be tapped: on a telephone it calls. */
function telephone(phone: string): Html {
  if (phone === '') return html`（案内に書かれた電話番号）`;
  const dialled = phone.normalize('NFKC').replaceAll(/\D/g, '');
  return html`<a class="reach nowrap" href="tel:${dialled}">電話 ${phone}</a>`;
}
