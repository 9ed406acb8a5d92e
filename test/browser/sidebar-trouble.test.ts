import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { callSchema } from '../../local/sheet/wire.ts';
import { serveStart, type ServedApp } from '../support/served-app.ts';
import { launchBrowser } from './chromium.ts';
import { choose, standAt, townDesk } from './town-desk.ts';
import { desk } from './visitors.ts';

describe('the sidebar, when something is wrong', () => {
  let served: ServedApp;
  let browser: Browser;
  beforeAll(async () => {
    [served, browser] = await Promise.all([serveStart(), launchBrowser()]);
  });
  afterAll(async () => {
    await browser.close();
    await served.close();
  });

  it('tries less and less while the sheet cannot be brought up to date, and says quietly since when', async () => {
    const { page, context, side } = await townDesk(browser, served);
    await standAt(page, 2);
    await page.clock.install();
    await choose(page, 'サイドバーを開く');
    await side.getByRole('heading', { name: 'ケース C-1' }).waitFor();

    let asked = 0;
    await page.route('**/call', async (route) => {
      const { entry } = callSchema.parse(route.request().postDataJSON());
      if (entry === 'pullNews') asked += 1;
      await route.abort();
    });
    for (let minute = 0; minute < 20; minute += 1) {
      await page.clock.fastForward(60_000);
      await page.evaluate('new Promise((done) => document.fonts.ready.then(done))');
    }
    const line = side.locator('#fresh');
    await line.getByText('から、シートを最新にできていません。').waitFor();
    // In sight, though the page is scrolled to its heading.
    const { y = Infinity, height = 0 } = (await line.boundingBox()) ?? {};
    expect(Math.floor(y + height)).toBeLessThanOrEqual(desk.height);
    expect(asked).toBeGreaterThan(2);
    expect(asked).toBeLessThan(7);
    expect(await side.getByRole('heading', { name: 'ケース C-1' }).isVisible()).toBe(true);
    await page.screenshot({ path: 'screenshots/sidebar-not-fresh.png' });

    await page.unroute('**/call');
    await side.getByRole('button', { name: 'いま試す' }).press('Enter');
    await line.getByText('できていません').waitFor({ state: 'detached' });
    await context.close();
  });
});
