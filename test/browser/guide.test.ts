import { mkdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { townCodeSchema } from '../../core/ids.ts';
import { serveStart, type ServedApp } from '../support/served-app.ts';
import { launchBrowser } from './chromium.ts';
import { choose, menuOf, openTab, press, standAt, townDesk, typeCells } from './town-desk.ts';

const GUIDE = new URL('../../docs/ja/表計算の使い方.md', import.meta.url);
/** Where to put the pictures; without it they are looked at by nobody, but the way to each is gone all the same. */
const { PICTURES } = process.env;
const FREE_ROW = 4;

let served: ServedApp;
let browser: Browser;
const taken: string[] = [];
beforeAll(async () => {
  [served, browser] = await Promise.all([serveStart(), launchBrowser()]);
  // The host left the secretariat to the town: its clerk convenes, too.
  const { store, prefecture } = served.app.deps;
  const town = await store.get('town', prefecture, townCodeSchema.parse('393011'));
  if (town !== undefined) await store.commit({ put: [{ ...town, secretariat: 'town' }] });
  if (PICTURES !== undefined) mkdirSync(PICTURES, { recursive: true });
});
afterAll(async () => {
  await browser.close();
  await served.close();
});

async function picture(page: Page, name: string): Promise<void> {
  taken.push(name);
  // The pointer would colour what it lies on.
  await page.mouse.move(0, 0);
  await page.screenshot(PICTURES === undefined ? {} : { path: join(PICTURES, `${name}.png`) });
}

/** Messages stay until they are clicked away. */
async function readAll(page: Page): Promise<void> {
  for (const close of await page.locator('.toast button').all()) await close.click();
}

it('the guide to the spreadsheet shows what a clerk sees who does what it says', async () => {
  const { page, side, strayed } = await townDesk(browser, served, { size: { width: 1180, height: 640 } });
  await menuOf(page).click();
  await picture(page, 'menu');
  await page.keyboard.press('Escape');

  await openTab(page, '相談受付');
  await standAt(page, FREE_ROW);
  await typeCells(page, ['2026-101', 'シケン ハナコ', '試験花子', '令和8年6月3日', 'S18.4.1', '0312345678']);
  await standAt(page, FREE_ROW + 1);
  await typeCells(page, ['2026-102', 'シケン タロウ', '試験太郎', '令和8年2月30日', '', '']);
  await picture(page, 'typed');
  await choose(page, 'この表を送る');
  await page.locator('.toast').filter({ hasText: '理由・お願い' }).waitFor();
  await page.mouse.move(500, 400);
  await page.mouse.wheel(3000, 0);
  await picture(page, 'sent');
  await readAll(page);

  await openTab(page, 'ケース');
  await standAt(page, 2);
  await choose(page, 'サイドバーを開く');
  await side.getByRole('heading', { name: 'ケース C-1' }).waitFor();
  await picture(page, 'case');

  await press(side, '開催依頼・招集');
  await side.getByText('1／3 会議の枠組み').waitFor();
  await picture(page, 'wizard');
  await side.getByRole('radio', { name: /^支援会議（生活困窮）/ }).press('Space');
  for (const step of ['次へ', '次へ']) await press(side, step);
  await side.locator('#request-ground').press('Space');
  await press(side, '開催を依頼する');
  await side.getByText('1／3').waitFor();
  await side.locator('#convene-date').fill('2026-06-23');
  await picture(page, 'date');
  for (const step of ['次へ', '次へ']) await press(side, step);
  await side
    .getByRole('checkbox', { name: /地域包括支援センター/ })
    .first()
    .press('Space');
  await press(side, '内容を確かめる');
  await side.getByText('まだ何も送っていません').waitFor();
  await side.locator('#notices summary').first().press('Enter');
  await picture(page, 'preview');
  await press(side, 'この内容で招集する');
  await side.getByText('招集しました。案内を送ります').waitFor();

  await page.getByRole('button', { name: '閉じる', exact: true }).click();
  await openTab(page, '招集');
  // The fourth agency that was called has not answered yet.
  await standAt(page, 5);
  await typeCells(page, ['', '', '', '', '', '', '出席', '電話']);
  await choose(page, 'この表を送る');
  await page.locator('.toast').filter({ hasText: '1行が「済」になりました。' }).waitFor();
  await page.mouse.move(500, 400);
  await page.mouse.wheel(1250, 0);
  await picture(page, 'answers');
  await readAll(page);

  await openTab(page, '集計');
  await page
    .locator('#charts figure')
    .filter({ hasText: /会議.*回答待ち 2/s })
    .waitFor();
  await picture(page, 'counts');
  expect(strayed).toEqual([]);

  const named = [...(await readFile(GUIDE, 'utf8')).matchAll(/\]\(pictures\/([\w-]+)\.png\)/g)].map(([, name]) => name);
  expect(named).toEqual(taken);
});
