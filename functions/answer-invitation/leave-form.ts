import { html } from 'hono/html';
import { fieldsOf } from '../page/fields.ts';
import { postForm } from '../page/form.ts';
import type { Html, Page } from '../page/layout.ts';
import { notice, unfold } from '../page/parts.ts';
import type { Shown } from './shown.ts';
import { elsewhere } from './closed-page.ts';

/** 辞退: not this once (that is 欠席), but the matter as a whole. */
export function leaveForm({ nonce, typed }: Shown): Html {
  const form = postForm(
    { does: 'leave', nonce, typed, button: '辞退する', tone: 'stop' },
    html`<p>
        今回だけ出られないときは「欠席」をお使いください。辞退すると、この会議とその後の支援から外れ、このページは開けなくなります。
      </p>
      ${fieldsOf('leave', typed).area({
        name: 'reason',
        label: '辞退の理由',
        hint: '担当だけが読みます。世帯の方の名前は書かないでください。',
      })}`,
  );
  return unfold('この会議と支援から外れる（辞退）', form, typed?.form === 'leave');
}

/** Where a link ends whose agency has left: it names no meeting. */
export const leftPage: Page = {
  title: '辞退を受け付けました',
  narrow: true,
  foot: elsewhere,
  main: html`<h1>辞退を受け付けました</h1>
    <div class="block">
      ${notice('good', '担当に伝わりました', 'このページのリンクは使えなくなりました。また加わっていただけるときは、案内に書かれた電話番号へお知らせください。新しい案内をお送りします。')}
    </div>`,
};
