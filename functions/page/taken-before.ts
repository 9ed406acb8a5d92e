import { html } from 'hono/html';
import type { Page } from './layout.ts';
import { saved } from './saved.ts';

/** What `?done=` says after a form that had come before; no form does this. */
export const AGAIN = 'taken-before';

/** Said where the same form came twice: nobody has to wonder what the second press did. */
export function withTakenBefore(page: Page, done: string | undefined): Page {
  if (done !== AGAIN) return page;
  const words = '同じ内容が二度送られましたが、記録したのは一度だけです。このまま進めてください。';
  return { ...page, main: html`${saved('すでに受け付けています', words)}${page.main}` };
}
