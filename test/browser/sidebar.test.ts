import type { Browser, FrameLocator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serveDemo, type ServedApp } from '../support/served-app.ts';
import { launchBrowser } from './chromium.ts';
import { visitorIn } from './visitors.ts';

const TOWN = '393011';

describe('the sidebar beside the spreadsheet', () => {
  let served: ServedApp;
  let browser: Browser;
  beforeAll(async () => {
    [served, browser] = await Promise.all([serveDemo(), launchBrowser()]);
    await served.playTo('2026-06-03T10:00');
  });
  afterAll(async () => {
    await browser.close();
    await served.close();
  });

  async function opened(persona = '木村') {
    const { page, context, strayed } = await visitorIn(browser, served, { persona, script: true });
    await page.goto(`/sheet/${TOWN}`);
    await page.locator('body[data-ready]').waitFor();
    return { page, context, strayed, side: page.frameLocator('#sidebar iframe') };
  }
  async function choose(page: Page, item: string): Promise<void> {
    await page.getByText('拡張機能：つどい').click();
    await page.getByRole('button', { name: item }).click();
  }
  const press = (side: FrameLocator, name: string) => side.getByRole('button', { name, exact: true }).press('Enter');

  it('opens from the menu, and explains how to come to a case', async () => {
    const { page, context, strayed, side } = await opened();
    await choose(page, 'サイドバーを開く');
    await side.getByRole('heading', { name: 'ケースの行を選んでください' }).waitFor();
    await press(side, '選んだ行を開く');
    await side.getByRole('link', { name: 'ケースの一覧から選ぶ' }).press('Enter');
    await side.getByRole('link', { name: 'C-1' }).first().press('Enter');
    await side.getByRole('heading', { name: 'ケース C-1' }).waitFor();
    await side.getByRole('link', { name: 'ひと目で見る' }).press('Enter');
    await side.getByText('新しい会議を依頼する').waitFor();
    await side.getByRole('link', { name: '新しい会議を依頼する' }).press('Enter');
    await side.getByText('1／3').waitFor();
    await press(side, '次へ');
    await side.getByRole('radio').first().press('Space');
    await press(side, '次へ');
    await press(side, '次へ');
    await press(side, '開催を依頼する');
    expect(strayed).toEqual([]);
    await context.close();
  });
});
