import { html } from 'hono/html';
import type { Settings } from '../../../core/settings/model.ts';
import type { Html } from '../../page/layout.ts';
import { notice } from '../../page/parts.ts';
import type { Office } from '../office.ts';
import { pathOf } from '../paths.ts';

type Numbers = Pick<Settings, 'phone' | 'fax'>;

const phoneHarm = '関係機関は、案内を見ても電話で答えたり尋ねたりできません。';
const faxHarm = '紙で届いた機関は、回答票をどこへ返せばよいか分かりません。';

/** The office's numbers that agencies are to find in what they get, and that nobody has set: said to whoever may set them. */
export function missingNumbers(office: Office, numbers: Numbers, onPaper = false): Html {
  const lacking = lackingIn(numbers, onPaper);
  if (lacking.length === 0 || !office.convenes) return html``;
  const missing = lacking.map(([name]) => name).join('と');
  return notice(
    'warn',
    `案内に載せる${missing}が、まだありません`,
    html`<p>
      ${lacking.map(([, harm]) => harm).join('')}<a href="${pathOf(office, 'settings')}">設定で${missing}を入れる</a
      >と、これから送る案内に載ります。
    </p>`,
  );
}

/** An office without FAX is asked for its number only where something goes on paper, or along with its telephone's. */
function lackingIn({ phone, fax }: Numbers, onPaper: boolean): readonly (readonly [name: string, harm: string])[] {
  const wantsFax = fax === '' && (onPaper || phone === '');
  return [
    ...(phone === '' ? [['電話番号', phoneHarm] as const] : []),
    ...(wantsFax ? [['FAX番号', faxHarm] as const] : []),
  ];
}
