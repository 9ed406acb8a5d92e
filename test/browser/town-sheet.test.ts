import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { readingTabs, tabNames } from '../../core/sheet/columns.ts';
import { serveDemo, type ServedApp } from '../support/served-app.ts';
import { launchBrowser } from './chromium.ts';
import { choose, openTab, standAt, typeCells } from './town-desk.ts';
import { visitorIn } from './visitors.ts';

const TOWN = '393011';
/** A slow machine is no fault. */
const SOON = { timeout: 20_000 };
const newsSchema = z.object({
  lines: z.array(z.object({ sheet: z.string(), row: z.number(), texts: z.array(z.string()) })),
});

describe('the spreadsheet of a town in the browser', () => {
  let served: ServedApp;
  let browser: Browser;
  beforeAll(async () => {
    [served, browser] = await Promise.all([serveDemo(), launchBrowser()]);
  });
  afterAll(async () => {
    await browser.close();
    await served.close();
  });

  const toast = (page: Page) => page.locator('.toast').first();
  async function opened() {
    const { page, context, strayed } = await visitorIn(browser, served, { persona: '木村', script: true });
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.goto(`/sheet/${TOWN}`);
    await page.locator('body[data-ready]').waitFor();
    return { page, context, strayed };
  }
  async function paste(page: Page, lines: readonly string[]): Promise<void> {
    await page.evaluate(`navigator.clipboard.writeText(${JSON.stringify(lines.join('\n'))})`);
    await page.keyboard.press('Control+V');
  }
  async function linesOf(page: Page, sheet: string) {
    const news: unknown = await (await page.request.get(`/sheet/${TOWN}/news`)).json();
    return newsSchema.parse(news).lines.filter((line) => line.sheet === sheet && line.row > 1);
  }
  const stored = (page: Page, sheet: string) => async () =>
    (await linesOf(page, sheet)).map(({ texts }) => texts.slice(0, 5).join('|').replace(/\|+$/, ''));

  it('makes its tabs from the menu, takes what is typed and composed, and sends it by the real add-on', async () => {
    const { page, context, strayed } = await opened();
    await choose(page, '表をつくる');
    await toast(page)
      .filter({ hasText: `${[...tabNames, ...readingTabs].join('・')}を用意しました。` })
      .waitFor();

    await page.getByText('ケース', { exact: true }).first().click();
    await standAt(page, 2);
    await page.keyboard.type('C-71');
    await page.keyboard.press('Tab');
    await page.keyboard.type('1、2');
    for (const _ of ['課題', '世帯特徴', '緊急度']) await page.keyboard.press('Tab');
    const keys = await context.newCDPSession(page);
    await keys.send('Input.imeSetComposition', { text: 'ははの', selectionStart: 3, selectionEnd: 3 });
    await keys.send('Input.insertText', { text: '母の物忘れ' });
    await page.keyboard.press('Enter');
    await standAt(page, 3);
    await page.keyboard.type('0072');
    await page.keyboard.press('Enter');
    await expect.poll(stored(page, 'ケース'), SOON).toEqual(['C-71|1、2|||母の物忘れ', '0072']);

    await choose(page, 'この表を送る');
    await toast(page).filter({ hasText: '2行が「済」になりました。' }).waitFor();
    expect((await linesOf(page, 'ケース'))[0]?.texts).toContain('済');
    expect((await page.request.get(`/office/${TOWN}/cases/C-71`)).status()).toBe(200);
    expect(strayed).toEqual([]);
    await context.close();
  });

  it('keeps every letter of a clerk who types on while つどい marks the row', async () => {
    const { page, context, strayed } = await opened();
    await page.getByText('世帯員', { exact: true }).first().click();
    for (const [row, delay] of [
      [2, 250],
      [3, 120],
      [4, 20],
    ] as const) {
      await standAt(page, row);
      for (const text of ['K-1', 'E', 'abc', 'def', 'ghi', 'S18.4.1']) {
        await page.keyboard.type(text, { delay });
        await page.keyboard.press('Tab');
      }
      await page.keyboard.press('Enter');
    }
    const typed = async () => (await linesOf(page, '世帯員')).map(({ texts }) => texts.slice(0, 6).join('|'));
    const whole = 'K-1|E|abc|def|ghi|S18.4.1';
    await expect.poll(typed, SOON).toEqual([whole, whole, whole]);
    expect(strayed).toEqual([]);
    await context.close();
  });

  it('takes words into drop-downs, typed and composed, with Tab and Enter at once after the last letter', async () => {
    const { page, context, strayed } = await opened();
    await openTab(page, 'ケース');
    const rows = [41, 42, 43].map((number) => [`C-${String(number)}`, '1', '2', '高', '試験', '受付', '未定']);
    for (const [index, cells] of rows.entries()) {
      await standAt(page, index + 20);
      await typeCells(page, cells);
    }
    const keys = await context.newCDPSession(page);
    await standAt(page, 23);
    for (const [reading, word] of [
      ['ｃ', 'C-44'],
      ['いち', '1'],
      ['に', '2'],
      ['ちゅ', '中'],
      ['しけ', '試験'],
      ['うけ', '受付'],
    ] as const) {
      await keys.send('Input.imeSetComposition', { text: reading, selectionStart: 1, selectionEnd: 1 });
      await keys.send('Input.insertText', { text: word });
      await page.keyboard.press(word === '受付' ? 'Enter' : 'Tab');
    }
    const typed = async () =>
      (await linesOf(page, 'ケース')).filter(({ row }) => row >= 20).map(({ texts }) => texts.slice(0, 7).join('|'));
    const whole = [...rows.map((cells) => cells.join('|')), 'C-44|1|2|中|試験|受付|'];
    await expect.poll(typed, SOON).toEqual(whole);
    expect(strayed).toEqual([]);
    await context.close();
  });

  it('stores 180 of 200 pasted rows, explains 20, keeps a leading zero, and sends none of them twice', async () => {
    const { page, context, strayed } = await opened();
    await page.getByText('相談受付', { exact: true }).first().click();
    await standAt(page, 2);
    const row = (index: number) =>
      [`0${String(index + 100)}`, '', '試験花子', index % 10 === 0 ? '令和8年2月30日' : '2026-05-29'].join('\t');
    await paste(
      page,
      Array.from({ length: 200 }, (_, index) => row(index)),
    );
    await expect.poll(async () => (await linesOf(page, '相談受付')).length, SOON).toBe(200);
    expect((await linesOf(page, '相談受付'))[0]?.texts[0]).toBe('0100');

    await choose(page, 'この表を送る');
    const words =
      '180行が「済」になりました。20行は「理由・お願い」の列をお読みください（2行目、12行目、22行目、32行目、42行目ほか）。';
    await toast(page).filter({ hasText: words }).waitFor();
    const before = await linesOf(page, '相談受付');
    await page.reload();
    await page.locator('body[data-ready]').waitFor();
    await choose(page, 'この表を送る');
    await toast(page).filter({ hasText: '送るものはありません。' }).waitFor();
    expect(await linesOf(page, '相談受付')).toEqual(before);
    expect(strayed).toEqual([]);
    await context.close();
  });

  it('asks before it is left while a cell is being typed in, and keeps what stands there', async () => {
    const { page, context } = await opened();
    await page.getByText('ケース', { exact: true }).first().click();
    await standAt(page, 5);
    await page.keyboard.type('C-78');
    const asked = page.waitForEvent('dialog');
    await page.evaluate('void setTimeout(() => location.reload())');
    const question = await asked;
    expect(question.type()).toBe('beforeunload');
    await question.dismiss();
    await page.keyboard.press('Enter');
    await expect.poll(stored(page, 'ケース'), SOON).toContain('C-78');
    await context.close();
  });

  it('shows its messages over the grid, and never over the sidebar', async () => {
    const { page, context } = await opened();
    for (let times = 0; times < 4; times += 1) {
      await choose(page, '表をつくる');
      await expect.poll(() => page.locator('.toast').count(), SOON).toBe(Math.min(3, times + 1));
    }
    await choose(page, 'サイドバーを開く');
    await page.locator('#sidebar iframe').waitFor();
    const [messages, side] = await Promise.all([
      page.locator('#toasts').boundingBox(),
      page.locator('#sidebar').boundingBox(),
    ]);
    expect((messages?.x ?? 0) + (messages?.width ?? 0)).toBeLessThanOrEqual(side?.x ?? 0);
    await context.close();
  });
});
