import { html } from 'hono/html';
import type { Printed } from './printed.ts';
import { circles, type Sheet } from './sheet.ts';

/** 役割の回答票: a yes binds the office, and so bears the name of who approved it (BRIEF §2.10). */
export function roleSheet({ paper }: Printed): Sheet | undefined {
  if (paper.kind !== 'role-confirm') return undefined;
  return {
    title: '役割の回答票',
    rows: [],
    body: html`<p>あてはまるもの一つの番号に、大きく○をつけてください。</p>
      ${circles([
        { words: '引き受けます', note: '承認した方（役職・お名前）', blank: true },
        { words: '内容を相談したい', note: '担当からお電話します' },
        { words: '引き受けられません' },
      ])}`,
  };
}
