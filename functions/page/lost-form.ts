import { html } from 'hono/html';
import { wordFor } from './field-words.ts';
import type { Html, Page } from './layout.ts';
import type { Typed } from './typed.ts';

// What goes along unseen, or says only which form it was.
const unseen = /^(?:nonce|does|step|version|was[-.].*)$/;

/**
 * The page of a form that was refused: its title says so. When the page no longer has the form, the refusal stands at its top, with
 * everything that was typed, to be copied; otherwise the form itself shows both.
 */
export async function withRefusal(page: Page, typed: Typed | undefined): Promise<Page> {
  if (typed?.refused === undefined) return page;
  const titled = { ...page, title: `エラー：${page.title}` };
  const shown = String(await page.main).includes(` class="form" id="${typed.form}"`);
  return shown && typed.form !== '' ? titled : { ...titled, main: html`${lostForm(typed)} ${page.main}` };
}

function lostForm({ refused, values }: Typed): Html {
  const lines = [...values]
    .filter(([name, value]) => !unseen.test(name) && value.trim() !== '')
    .map(([name, value]) => `${wordFor(name)}: ${value}`);
  return html`<div class="notice notice-bad" role="alert" tabindex="-1" autofocus id="error">
    <h2>受け付けられませんでした</h2>
    <p>${refused}</p>
    ${lines.length === 0 ? '' : toCopy(lines)}
  </div>`;
}

function toCopy(lines: readonly string[]): Html {
  return html`<div class="field">
    <label for="typed">入力した内容（記録されていません。選んでコピーできます）</label>
    <textarea id="typed" rows="${Math.min(12, lines.length + 1)}" readonly>${lines.join('\n')}</textarea>
  </div>`;
}
