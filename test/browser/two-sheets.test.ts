import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serveStart, type ServedApp } from '../support/served-app.ts';
import { launchBrowser } from './chromium.ts';
import { choose, standAt } from './town-desk.ts';
import { visitorIn } from './visitors.ts';

describe('two towns and their sheets in the browser', () => {
  let served: ServedApp;
  let browser: Browser;
  beforeAll(async () => {
    [served, browser] = await Promise.all([serveStart(), launchBrowser()]);
  });
  afterAll(async () => {
    await browser.close();
    await served.close();
  });

  const ready = async (page: Page) => page.locator('body[data-ready]').waitFor();

  it('go from one to the other as the clerk who works there, and refuse each other’s cases', async () => {
    const { page, context, strayed } = await visitorIn(browser, served, { persona: '木村', script: true });
    await page.goto('/');
    await page.getByRole('button', { name: '表計算で開く（木村）' }).click();
    await ready(page);
    await page.screenshot({ path: 'screenshots/sheet-wakakusa.png' });
    await page.getByText('ほかの町の台帳').click();
    await page.getByRole('button', { name: '白波町の支援台帳（林として開く）' }).click();
    await ready(page);
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('白波町の支援台帳');
    expect((await page.request.get('/sheet/393011/news')).status()).toBe(403);
    expect((await page.request.get('/office/393011/cases/C-1')).status()).toBe(403);

    // A row about a case of the other town: refused when it is sent, and when it is selected.
    await page.getByText('会議', { exact: true }).first().click();
    await standAt(page, 2);
    for (const text of ['SM-1', 'C-1', '支援会議（生活困窮）', '①']) {
      await page.keyboard.type(text);
      await page.keyboard.press('Tab');
    }
    await choose(page, 'この表を送る');
    await page.locator('.toast').filter({ hasText: '1行は「理由・お願い」の列をお読みください' }).waitFor();
    await standAt(page, 2);
    await choose(page, 'サイドバーを開く');
    const side = page.frameLocator('#sidebar iframe');
    await side.getByRole('link', { name: 'ケース C-1' }).click();
    await side.getByText('見つかりません').first().waitFor();
    await page.screenshot({ path: 'screenshots/sheet-shiranami.png' });
    expect(await side.locator('body').textContent()).not.toContain('試験ハナ');
    expect(strayed).toEqual([]);
    await context.close();
  });
});
