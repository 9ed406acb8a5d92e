import { strToU8, zipSync } from 'fflate';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { XLSX } from '../../functions/workbook/file-answer.ts';
import { serveDemo, type ServedApp } from '../support/served-app.ts';
import { edited, textsOf, workbookOf } from '../support/workbooks.ts';
import { launchBrowser } from './chromium.ts';
import { desk, overflowOf, phone, visitorIn } from './visitors.ts';

const PAGE = '/office/393011/workbook';
const filled = workbookOf({
  ケース: [
    ['ケース番号', '課題', '概要'],
    ['C-81', '1', '母の物忘れ'],
    ['C-82', '22', '=1+1'],
  ],
});

describe('a clerk without Google, at the page for Excel files', () => {
  let served: ServedApp;
  let browser: Browser;
  beforeAll(async () => {
    [served, browser] = await Promise.all([serveDemo(), launchBrowser()]);
  });
  afterAll(async () => {
    await browser.close();
    await served.close();
  });

  async function bring(page: Page, bytes: Uint8Array, name = '台帳.xlsx'): Promise<string> {
    await page.getByLabel('ファイル').setInputFiles({ name, mimeType: XLSX, buffer: Buffer.from(bytes) });
    await page.getByRole('button', { name: 'このファイルを入れる' }).click();
    await page.waitForLoadState();
    return page.locator('main').innerText();
  }
  /** The file that lies in the page's answer. */
  async function handedBack(page: Page): Promise<Uint8Array> {
    const href = await page.getByRole('link', { name: '結果のファイルを受け取る' }).getAttribute('href');
    return Buffer.from(href?.split(',')[1] ?? '', 'base64');
  }

  it.each([
    ['1280', desk],
    ['360', phone],
  ])(
    'brings a file, mends what was refused, and brings it twice: nothing changes twice (%s px)',
    async (width, size) => {
      const { page, context, strayed } = await visitorIn(browser, served, { persona: '木村', size });
      const number = `C-8${String(width.length)}`;
      const own = edited(filled, 'ケース', 'C-82', { ケース番号: `${number}9` });
      await page.goto(PAGE);
      await page.screenshot({ path: `screenshots/workbook-${width}.png`, fullPage: true });

      const first = await bring(page, own);
      expect(first).toContain('ケース 3行目');
      expect(first).toContain('課題');
      expect(await overflowOf(page)).toBe(0);
      await page.screenshot({ path: `screenshots/workbook-taken-${width}.png`, fullPage: true });

      const back = await handedBack(page);
      const { ケース: lines = [] } = textsOf(back);
      expect(lines.find(([id]) => id === `${number}9`)).toContain('要修正');
      expect(await bring(page, edited(back, 'ケース', `${number}9`, { 課題: '2' }))).toContain(
        '1行が「済」になりました。',
      );
      const mended = await served.app.deps.store.list('case', await town());
      expect(mended.find(({ id }) => id === `${number}9`)).toMatchObject({ issues: [2], summary: '=1+1' });

      expect(await bring(page, await handedBack(page))).toContain('0行が「済」になりました。');
      expect(await served.app.deps.store.list('case', await town())).toEqual(mended);
      expect(strayed).toEqual([]);
      await context.close();
    },
  );

  const zeros = (megabytes: number) => new Uint8Array(megabytes * 1024 * 1024);
  it.each([
    ['台帳.csv', strToU8('ケース番号,課題\nC-1,1\n'), 'Excelのファイル（.xlsx）ではないか'],
    ['台帳.xls', Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 1]), '古い形式（.xls）'],
    ['台帳.xlsm', zipSync({ 'xl/workbook.xml': strToU8('<a/>'), 'xl/vbaProject.bin': strToU8('x') }), '.xlsm'],
    ['台帳.ods', zipSync({ mimetype: strToU8('application/vnd.oasis.opendocument.spreadsheet') }), 'ではありません'],
    ['爆弾.xlsx', zipSync({ 'xl/workbook.xml': zeros(70) }), '開くと大きすぎる'],
    ['空.xlsx', new Uint8Array(), 'ファイル'],
    ['写真入り.xlsx', zeros(5), '大きすぎます'],
  ])('is told in words why %s is not taken, and can choose another at once', async (name, bytes, words) => {
    const { page, context, strayed } = await visitorIn(browser, served, { persona: '木村' });
    await page.goto(PAGE);
    expect(await bring(page, bytes, name)).toContain(words);
    expect(await page.getByRole('alert').count()).toBe(1);
    await page.screenshot({ path: `screenshots/workbook-refused-${name.split('.')[1] ?? ''}.png` });
    expect(await bring(page, workbookOf({ ケース: [['ケース番号']] }))).toContain('ファイルを読みました');
    expect(strayed).toEqual([]);
    await context.close();
  });

  async function town() {
    const [first] = await served.app.deps.store.list('town', served.app.deps.prefecture);
    if (first === undefined) throw new Error('no town');
    return first.id;
  }
});
