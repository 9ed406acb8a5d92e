import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { serveStart, type ServedApp } from '../support/served-app.ts';
import { launchBrowser } from './chromium.ts';
import { choose, chooseRow, openTab, standAt, townDesk, typeCells } from './town-desk.ts';

const SOON = { timeout: 20_000 };
const lineSchema = z.object({ sheet: z.string(), row: z.number(), texts: z.array(z.string()) });
const newsSchema = z.object({ lines: z.array(lineSchema) });

/** By row: number, 状況 and 行ID. */
async function casesIn(page: Page): Promise<Record<number, readonly string[]>> {
  const { lines } = newsSchema.parse(await (await page.request.get('/sheet/393011/news')).json());
  const own = lines.filter(({ sheet }) => sheet === 'ケース');
  const titles = own.find(({ row }) => row === 1)?.texts ?? [];
  const told = ['ケース番号', '状況', '行ID'].map((title) => titles.indexOf(title));
  const rows = own.filter(({ row, texts }) => row > 2 && texts.some((text) => text !== ''));
  return Object.fromEntries(rows.map(({ row, texts }) => [row, told.map((at) => texts[at] ?? '')]));
}

describe('rows a clerk moves about in the browser', () => {
  let served: ServedApp;
  let browser: Browser;
  beforeAll(async () => {
    [served, browser] = await Promise.all([serveStart(), launchBrowser()]);
  });
  afterAll(async () => {
    await browser.close();
    await served.close();
  });

  it('stay the same row when they are cut and pasted, and become a new one when they are copied', async () => {
    const { page, context, strayed } = await townDesk(browser, served);
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await openTab(page, 'ケース');
    await standAt(page, 3);
    await typeCells(page, ['C-91', '1', '2']);
    await send(page, '1行が「済」になりました。');
    const [, , id = ''] = (await casesIn(page))[3] ?? [];
    expect(id).not.toBe('');

    // Cut, and pasted further down: one row, with its number.
    await takeRow(page, 3, 'Control+X');
    await putRow(page, 6);
    await expect.poll(() => casesIn(page), SOON).toEqual({ 6: ['C-91', '済', id] });
    // One step back, and there it is again.
    await page.keyboard.press('Control+Z');
    await expect.poll(() => casesIn(page), SOON).toEqual({ 3: ['C-91', '済', id] });
    await page.keyboard.press('Control+Y');
    await expect.poll(() => casesIn(page), SOON).toEqual({ 6: ['C-91', '済', id] });
    await send(page, '送るものはありません。');

    // Copied above itself, and the copy made another case: the row that is as it was sent keeps its id, although it stands below.
    await takeRow(page, 6, 'Control+C');
    await putRow(page, 4);
    await standAt(page, 4);
    await typeCells(page, ['C-92']);
    await send(page, '1行が「済」になりました。');
    const both = await casesIn(page);
    expect(both[6]).toEqual(['C-91', '済', id]);
    expect(both[4]?.slice(0, 2)).toEqual(['C-92', '済']);
    expect(both[4]?.[2]).not.toBe(id);
    await send(page, '送るものはありません。');
    expect((await page.request.get('/office/393011/cases/C-92')).status()).toBe(200);
    expect(strayed).toEqual([]);
    await context.close();
  });
});

/** The clipboard is filled a moment after the keys. */
async function takeRow(page: Page, row: number, keys: 'Control+X' | 'Control+C'): Promise<void> {
  await page.evaluate("navigator.clipboard.writeText('')");
  await chooseRow(page, row);
  await page.keyboard.press(keys);
  await expect.poll(() => page.evaluate('navigator.clipboard.readText()'), SOON).toContain('C-91');
}

async function putRow(page: Page, row: number): Promise<void> {
  await chooseRow(page, row);
  await page.keyboard.press('Control+V');
}

async function send(page: Page, words: string): Promise<void> {
  await page.evaluate("document.getElementById('toasts').replaceChildren()");
  await choose(page, 'この表を送る');
  await page.locator('.toast').filter({ hasText: words }).first().waitFor();
}
