import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { functions } from '../../functions/registry.ts';
import { createFetch } from '../../local/server.ts';
import { openLoopback } from '../../local/server/loopback.ts';
import { type AgencyMoment, agencyMoments } from '../support/agency-moments.ts';
import { everyForm } from '../support/every-form.ts';
import { formsIn } from '../support/page-forms.ts';
import { launchBrowser } from './chromium.ts';
import { walkedBy } from './keyboard-walk.ts';
import { findingsOf, overflowOf, spokenIn, tooSmallIn } from './visitors.ts';

const pictures = join(import.meta.dirname, '../../screenshots');
const sources = join(import.meta.dirname, '../../functions/answer-invitation');
const small = { width: 360, height: 640 };
const titlesSeen = new Set<string>();
const formsSeen = new Set<string>();

/** Every title that the source of an agency's pages can give one, but for the one made of the meeting's name. */
const titles = readdirSync(sources)
  .map((file) => readFileSync(join(sources, file), 'utf8'))
  .flatMap((text) => [...text.matchAll(/(?:title: |[fF]rame\(\s*visit,\s*)'([^']+)'/g)].map(([, title = '']) => title));

let browser: Browser;
beforeAll(async () => {
  mkdirSync(pictures, { recursive: true });
  browser = await launchBrowser();
});
afterAll(async () => browser.close());

/** A telephone before the page, its button pressed where one is to be pressed. */
async function before({ open, press, headers = {} }: AgencyMoment) {
  const { office, path, cookie } = await open();
  const opened = await openLoopback(0);
  opened.serve(createFetch(office.app, opened.port));
  const url = `http://127.0.0.1:${String(opened.port)}`;
  const context = await browser.newContext({
    baseURL: url,
    viewport: small,
    locale: 'ja-JP',

    extraHTTPHeaders: headers,
  });
  const [name = '', value = ''] = cookie?.split('=') ?? [];
  if (cookie !== undefined) await context.addCookies([{ name, value, url }]);
  const page = await context.newPage();
  await page.goto(path);
  if (press !== undefined) await pressOn(page, press);
  const close = async () => {
    await context.close();
    await opened.close();
  };
  return { page, close };
}

async function pressOn(page: Page, { unfold, fill = {}, button }: NonNullable<AgencyMoment['press']>): Promise<void> {
  if (unfold !== undefined) await page.locator('summary', { hasText: unfold }).click();
  for (const [label, text] of Object.entries(fill)) await page.getByLabel(label).fill(text);
  await page.getByRole('button', { name: button, exact: true }).click();
  await page.waitForLoadState();
}

describe('every page of an agency on a small telephone', () => {
  it.each(agencyMoments)(
    '$name is read out in its order, reached by keyboard, hit by a thumb and enlarged',
    async (moment) => {
      const { page, close } = await before(moment);
      // The clock is the one machine's, and stands on nobody's telephone.
      await page.evaluate("document.querySelector('.local')?.remove()");
      await page.screenshot({ path: join(pictures, `agency-${moment.name}.png`), fullPage: true });
      titlesSeen.add((await page.title()).replace(/^エラー：/, '').replace(/｜つどい$/, ''));
      for (const { kind } of formsIn(await page.content())) formsSeen.add(kind);

      // Nothing on it needs script: there is none.
      expect(await page.locator('script').count()).toBe(0);
      const said = [...(await spokenIn(page, 'main')), ...(await spokenIn(page, 'footer'))];
      expect(inOrder(said, moment.spoken)).toEqual(moment.spoken);
      if (moment.first !== undefined) expect(await lowestOf(page, moment.first)).toBeLessThanOrEqual(small.height);
      expect(await overflowOf(page)).toBe(0);
      expect(await findingsOf(page)).toEqual([]);
      // axe unfolds everything: what follows sees the whole page.
      expect(await tooSmallIn(page)).toEqual([]);
      expect(await walkedBy(page)).toEqual({ missed: [], unmarked: [], hidden: [] });
      await page.setViewportSize({ width: 180, height: 320 });
      expect(await overflowOf(page)).toBe(0);
      await close();
    },
  );

  it('is among them: each route, each title and each form of the source has its picture', async () => {
    const routes: readonly string[] = functions.flatMap((one) =>
      one.name === 'answer-invitation' ? [...one.routes] : [],
    );
    const paths = new Set(routes.map((route) => route.replace(/^\S+ /, '')));
    expect([...paths].filter((path) => !agencyMoments.some(({ route }) => route === path))).toEqual([]);
    expect(titles.length).toBeGreaterThan(5);
    expect(titles.filter((title) => !titlesSeen.has(title))).toEqual([]);
    const forms = (await everyForm()).filter(({ key }) => key.startsWith('関係機関')).map(({ form }) => form.kind);
    expect(forms.filter((kind) => !formsSeen.has(kind))).toEqual([]);
  });
});

/** Where the last heading or button of these words ends, from the top of the page. */
async function lowestOf(page: Page, words: string): Promise<number> {
  await page.evaluate('scrollTo(0, 0)');
  const box = await page.locator('h2, h3, button, .notice *').filter({ hasText: words }).last().boundingBox();
  return box === null ? Infinity : box.y + box.height;
}

/** Those of the expected words that come, one after another, in what is said. */
function inOrder(said: readonly string[], expected: readonly string[]): readonly string[] {
  let from = 0;
  return expected.filter((word) => {
    const at = said.findIndex((one, index) => index >= from && one.startsWith(word));
    from = at === -1 ? from : at + 1;
    return at !== -1;
  });
}
