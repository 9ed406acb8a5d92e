import { html } from 'hono/html';
import type { Settings } from '../../../core/settings/model.ts';
import type { Html } from '../../page/layout.ts';
import { notice } from '../../page/parts.ts';
import { type Office, pathOf } from '../office.ts';

type Numbers = Pick<Settings, 'phone' | 'fax'>;

/** The office's numbers that agencies are to find in what they get, and that nobody has set: said to whoever may set them. */
export function missingNumbers(office: Office, { phone, fax }: Numbers, onPaper = false): Html {
  const faxed = fax === '' && (onPaper || phone === '');
  const missing = [...(phone === '' ? ['電話番号'] : []), ...(faxed ? ['FAX番号'] : [])].join('と');
  if (missing === '' || !office.convenes) return html``;
  const harms = [
    ...(phone === '' ? ['関係機関は、案内を見ても電話で答えたり尋ねたりできません。'] : []),
    ...(faxed ? ['紙で届いた機関は、回答票をどこへ返せばよいか分かりません。'] : []),
  ];
  return notice(
    'warn',
    `案内に載せる${missing}が、まだありません`,
    html`<p>
      ${harms.join('')}<a href="${pathOf(office, 'settings')}">設定で${missing}を入れる</a
      >と、これから送る案内に載ります。
    </p>`,
  );
}
