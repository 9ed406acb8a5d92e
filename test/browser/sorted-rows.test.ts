import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { serveStart, type ServedApp } from '../support/served-app.ts';
import { launchBrowser } from './chromium.ts';
import { choose, chooseOfColumn, chooseOfRow, openTab, standAt, townDesk, typeCells } from './town-desk.ts';

const SOON = { timeout: 20_000 };
const UP = '表全体をこの列で昇順に';
const DOWN = '表全体をこの列で降順に';
const lineSchema = z.object({ sheet: z.string(), row: z.number(), texts: z.array(z.string()) });
const newsSchema = z.object({ lines: z.array(lineSchema) });

/** Each filled line's cells of these titles, from above, as the machine has them. */
async function casesIn(page: Page, titles = ['ケース番号', '状況', '行ID']): Promise<readonly (readonly string[])[]> {
  const { lines } = newsSchema.parse(await (await page.request.get('/sheet/393011/news')).json());
  const [head, ...own] = lines.filter(({ sheet }) => sheet === 'ケース');
  const told = titles.map((title) => head?.texts.indexOf(title) ?? -1);
  return own
    .filter(({ texts }) => texts.some((text) => text !== ''))
    .map(({ texts }) => told.map((at) => texts[at] ?? ''));
}

const numbersIn = async (page: Page) => (await casesIn(page)).map(([number]) => number);

describe('rows a clerk sorts, filters, puts in and takes out in the browser', () => {
  let served: ServedApp;
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  beforeEach(async () => {
    served = await serveStart();
  });
  afterEach(async () => {
    await served.close();
  });
  afterAll(async () => {
    await browser.close();
  });

  async function deskWith(...rows: readonly (readonly string[])[]) {
    const desk = await townDesk(browser, served);
    await openTab(desk.page, 'ケース');
    for (const [index, cells] of rows.entries()) {
      await standAt(desk.page, index + 3);
      await typeCells(desk.page, cells);
    }
    return desk;
  }

  it('keep their numbers and answers when they are sorted, there and back, and nothing is sent for it', async () => {
    const { page, context, strayed } = await deskWith(['C-95', '1', '2'], ['C-930', '1', '2'], ['C-94', '99', '2']);
    // Sorted before they were sent, and while their letters are still on their way.
    await chooseOfColumn(page, UP);
    await expect.poll(() => numbersIn(page), SOON).toEqual(['C-1', 'C-94', 'C-95', 'C-930']);
    await send(page, /2行が「済」になりました。1行は.*3行目/);
    const sent = await casesIn(page);
    expect(sent.slice(1).map(([, status]) => status)).toEqual(['要修正', '済', '済']);
    expect(new Set(sent.map(([, , id]) => id)).size).toBe(4);

    await chooseOfColumn(page, DOWN);
    await expect.poll(() => casesIn(page), SOON).toEqual(sent.toReversed());
    await page.screenshot({ path: 'screenshots/sheet-sorted.png' });
    await page.keyboard.press('Control+Z');
    await expect.poll(() => casesIn(page), SOON).toEqual(sent);
    await page.keyboard.press('Control+Y');
    await expect.poll(() => casesIn(page), SOON).toEqual(sent.toReversed());
    await send(page, '送るものはありません');
    expect(await casesIn(page)).toEqual(sent.toReversed());
    expect(strayed).toEqual([]);
    await context.close();
  });

  it('take along what a colleague is just typing into them', async () => {
    const { page, context, strayed } = await deskWith(['C-95'], ['C-93'], ['C-94']);
    const colleague = await deskWith();
    const theirs = async () => casesIn(page, ['ケース番号', '課題']);
    await expect.poll(() => numbersIn(page), SOON).toEqual(['C-1', 'C-95', 'C-93', 'C-94']);
    await standAt(colleague.page, 3);
    await colleague.page.keyboard.press('Tab');
    await colleague.page.keyboard.type('12');

    await chooseOfColumn(page, DOWN);
    await expect.poll(() => numbersIn(page), SOON).toEqual(['C-95', 'C-94', 'C-93', 'C-1']);
    // Long enough for the colleague's page to have asked for what is new.
    await colleague.page.waitForResponse(/news/);
    await colleague.page.keyboard.type('、4');
    await colleague.page.keyboard.press('Enter');
    await expect
      .poll(async () => (await theirs()).slice(0, 3), SOON)
      .toEqual([
        ['C-95', '12、4'],
        ['C-94', ''],
        ['C-93', ''],
      ]);
    await standAt(colleague.page, 4);
    await colleague.page.screenshot({ path: 'screenshots/sheet-sorted-colleague.png' });
    // What the colleague types next goes to the row that stands there now, and there is no step back over the other's sort.
    await typeCells(colleague.page, ['', '13']);
    await expect.poll(async () => (await theirs())[2], SOON).toEqual(['C-93', '13']);
    expect([...strayed, ...colleague.strayed]).toEqual([]);
    await Promise.all([context.close(), colleague.context.close()]);
  });

  it('are sent when a filter hides them, and are neither overwritten nor cut by what is done between them', async () => {
    const { page, context, strayed } = await deskWith(
      ['C-91', '1', '2'],
      ['C-92', '1', '3'],
      ['C-93', '1', '2'],
      ['C-94', '1', '3'],
    );
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await chooseOfColumn(page, 'フィルタを付ける・外す');
    // 世帯特徴: 2 alone.
    await page.mouse.click(385, 187);
    await page.getByText('3', { exact: true }).locator('visible=true').first().hover();
    await page.locator('a').filter({ hasText: 'これだけ表示' }).locator('visible=true').click();
    await page.getByText('絞り込む', { exact: true }).click();
    await page.screenshot({ path: 'screenshots/sheet-filtered.png' });

    // Shown are C-92 and C-94, below the titles; two cells pasted at the first go into these.
    await page.evaluate("navigator.clipboard.writeText('7\\n8')");
    await standAt(page, 2);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Control+V');
    const issues = async () => (await casesIn(page, ['ケース番号', '課題'])).slice(1);
    await expect.poll(issues, SOON).toEqual([
      ['C-91', '1'],
      ['C-92', '7'],
      ['C-93', '1'],
      ['C-94', '8'],
    ]);
    await send(page, '4行が「済」になりました。');
    await chooseOfColumn(page, 'フィルタを付ける・外す');
    await send(page, '送るものはありません');
    expect((await casesIn(page)).slice(1).map(([number, status]) => [number, status])).toEqual(
      ['C-91', 'C-92', 'C-93', 'C-94'].map((number) => [number, '済']),
    );
    expect(strayed).toEqual([]);
    await context.close();
  });

  it('can be put in between and taken out, and a row that was sent stays in つどい', async () => {
    const { page, context, strayed } = await deskWith(['C-91', '1', '2'], ['C-92', '1', '2']);
    await send(page, '2行が「済」になりました。');
    const sent = await casesIn(page);

    await chooseOfRow(page, 4, '上に行を挿入');
    await standAt(page, 4);
    await typeCells(page, ['C-90', '1', '2']);
    await expect.poll(() => numbersIn(page), SOON).toEqual(['C-1', 'C-91', 'C-90', 'C-92']);
    await page.screenshot({ path: 'screenshots/sheet-row-put-in.png' });
    await send(page, '1行が「済」になりました。');
    const [first, second, put, last] = await casesIn(page);
    expect([first, second, last]).toEqual(sent);

    await chooseOfRow(page, 3, '選択した行を削除');
    await expect.poll(() => casesIn(page), SOON).toEqual([first, put, last]);
    await send(page, '送るものはありません');
    expect((await page.request.get('/office/393011/cases/C-91')).status()).toBe(200);
    // Taken back, it is the row it was.
    await standAt(page, 3);
    await page.keyboard.press('Control+Z');
    await expect.poll(() => casesIn(page), SOON).toEqual([first, second, put, last]);
    await send(page, '送るものはありません');
    // Deleted for good, it comes back from つどい when it is asked for.
    await chooseOfRow(page, 3, '選択した行を削除');
    await choose(page, 'つどいにある行を足す');
    await page.locator('.toast').filter({ hasText: '1行を下に足しました' }).waitFor();
    await expect.poll(() => numbersIn(page), SOON).toEqual(['C-1', 'C-90', 'C-92', 'C-91']);
    expect(strayed).toEqual([]);
    await context.close();
  });
});

async function send(page: Page, words: string | RegExp): Promise<void> {
  await page.evaluate("document.getElementById('toasts').replaceChildren()");
  await choose(page, 'この表を送る');
  await page.locator('.toast').filter({ hasText: words }).first().waitFor();
}
