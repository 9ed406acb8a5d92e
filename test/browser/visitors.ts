import axe from 'axe-core';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import * as z from 'zod';
import { outboxMails } from '../../local/server/outbox.ts';
import type { ServedApp } from '../support/served-app.ts';

export const desk = { width: 1280, height: 900 };
export const phone = { width: 360, height: 740 };

type Visitor = { readonly persona?: string; readonly size?: typeof desk; readonly script?: boolean };

/** A browser of one person. Requests that would leave the machine are noted and stopped; so is noted what any script throws. */
export async function visitorIn(browser: Browser, served: ServedApp, visitor: Visitor = {}) {
  const context = await browser.newContext({
    baseURL: served.url,
    viewport: visitor.size ?? desk,
    locale: 'ja-JP',
    javaScriptEnabled: visitor.script ?? false,
  });
  const strayed: string[] = [];
  await context.route(
    (url) => url.protocol !== 'data:' && url.origin !== served.url,
    async (route) => {
      strayed.push(route.request().url());
      await route.abort();
    },
  );
  context.on('weberror', (fault) => strayed.push(fault.error().message));
  if (visitor.persona !== undefined) await becomes(context, served, visitor.persona);
  return { page: await context.newPage(), context, strayed };
}

async function becomes(context: BrowserContext, served: ServedApp, persona: string): Promise<void> {
  await context.addCookies([{ name: 'tsudoi-persona', value: encodeURIComponent(persona), url: served.url }]);
}

const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What axe finds wrong with a page, as short lines; first as it opens, then with everything unfolded. */
export async function findingsOf(page: Page): Promise<readonly string[]> {
  // Our policy forbids script in pages; the protocol that drives the browser may run its own.
  await page.evaluate(axe.source);
  const closed = await violationsIn(page);
  await page.evaluate('for (const folded of document.querySelectorAll("details")) folded.open = true');
  return [...new Set([...closed, ...(await violationsIn(page))])];
}

async function violationsIn(page: Page): Promise<readonly string[]> {
  const found: unknown = await page.evaluate(
    `axe.run(document, { runOnly: ${JSON.stringify(standards)} }).then(({ violations }) => violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => id + ': ' + html.slice(0, 160))))`,
  );
  if (!Array.isArray(found)) throw new Error('axe did not answer with a list');
  return found.map(String);
}

/** How many pixels a page sticks out to the side. */
export async function overflowOf(page: Page): Promise<number> {
  const over: unknown = await page.evaluate(
    'document.documentElement.scrollWidth - document.documentElement.clientWidth',
  );
  return Number(over);
}

/** The path of the personal link in the last mail of this kind to this agency. */
export async function linkTo(served: ServedApp, agency: string, kind = 'invitation'): Promise<string> {
  const mail = (await outboxMails(served.app)).findLast((one) => one.to === agency && one.kind === kind);
  if (typeof mail?.link !== 'string') throw new Error(`no ${kind} with a link to ${agency}`);
  return new URL(mail.link).pathname;
}

export async function lastMail(served: ServedApp, agency: string, kind: string): Promise<string> {
  const mail = (await outboxMails(served.app)).findLast((one) => one.to === agency && one.kind === kind);
  return mail?.text ?? '';
}

const spoken: Readonly<Record<string, string>> = {
  heading: '見出し',
  link: 'リンク',
  button: 'ボタン',
  textbox: '入力欄',
  radio: '選択',
  status: 'お知らせ',
  alert: '警告',
  DisclosureTriangle: '開く',
};

const treeSchema = z.object({
  nodes: z.array(
    z.object({
      ignored: z.boolean(),
      role: z.object({ value: z.string() }).optional(),
      name: z.object({ value: z.string() }).optional(),
    }),
  ),
});

/** What a screen reader says of the headings and controls in a part of a page, in its order, by Chromium's own accessibility tree. */
export async function spokenIn(page: Page, part: string): Promise<readonly string[]> {
  const chromium = await page.context().newCDPSession(page);
  const { result } = await chromium.send('Runtime.evaluate', { expression: `document.querySelector('${part}')` });
  if (result.objectId === undefined) throw new Error(`the page has no ${part}`);
  const tree = treeSchema.parse(await chromium.send('Accessibility.queryAXTree', { objectId: result.objectId }));
  return tree.nodes.flatMap(({ ignored, role, name }) => {
    const word = spoken[role?.value ?? ''];
    return ignored || word === undefined ? [] : [`${word} ${name?.value ?? ''}`.trim()];
  });
}

/** Controls a thumb would miss: less than 44 px one way (WCAG 2.5.5), but for links within a sentence. */
export async function tooSmallIn(page: Page): Promise<unknown> {
  return page.evaluate(`[...document.querySelectorAll('main a, main button, main summary, main input:not([type=hidden]), footer a')]
    .filter((one) => !(one.tagName === 'A' && getComputedStyle(one).display === 'inline'))
    .map((one) => [one.textContent.trim() || one.name, (one.closest('label') ?? one).getBoundingClientRect()])
    .filter(([, { width, height }]) => width > 0 && (width < 44 || height < 44))
    .map(([name]) => name)`);
}
