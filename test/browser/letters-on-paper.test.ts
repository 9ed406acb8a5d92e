import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createFetch } from '../../local/server.ts';
import { openLoopback } from '../../local/server/loopback.ts';
import { town } from '../support/door.ts';
import { letterMoments } from '../support/letter-moments.ts';
import { launchBrowser } from './chromium.ts';

const folder = join(import.meta.dirname, '../../screenshots');
/** Of the household and of the office's own words on it nothing may stand on a FAX. */
const secret = [
  '試験ハナ',
  '試験一郎',
  '試験次郎',
  '物忘れ',
  '多頭飼育',
  '受診の相談',
  '世帯の都合',
  '生活困窮',
  '生活保護',
];

describe('a letter on paper', () => {
  let browser: Browser;
  beforeAll(async () => {
    mkdirSync(folder, { recursive: true });
    browser = await launchBrowser();
  });
  afterAll(async () => browser.close());

  it.each(letterMoments)(
    '$name says all it must on its sheets, and its answer comes back on one of its own',
    async (one) => {
      const office = await one.open();
      const opened = await openLoopback(0);
      opened.serve(createFetch(office.app, opened.port));
      const url = `http://127.0.0.1:${String(opened.port)}`;
      const context = await browser.newContext({ viewport: { width: 658, height: 986 }, locale: 'ja-JP' });
      await context.addCookies([{ name: 'tsudoi-persona', value: encodeURIComponent('佐藤'), url }]);
      const page = await context.newPage();
      const answer = await page.goto(`${url}/office/${town}/${one.path}`);
      expect(answer?.status()).toBe(200);
      await page.emulateMedia({ media: 'print' });

      const pdf = await page.pdf({ preferCSSPageSize: true });
      writeFileSync(join(folder, `letter-${one.name}.pdf`), pdf);
      const [letter = '', reply] = await page.locator('.sheet').allInnerTexts();
      const lacks = (text: string, words: readonly string[]) =>
        words.filter((word) => !bare(text).includes(bare(word)));
      expect(lacks(letter, one.letter)).toEqual([]);
      expect(reply === undefined).toBe(one.reply === undefined);
      expect(lacks(reply ?? '', one.reply ?? [])).toEqual([]);
      expect(secret.filter((word) => `${letter}${reply ?? ''}`.includes(word))).toEqual([]);

      expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length).toBe(one.sheets);
      expect(await page.evaluate('document.documentElement.scrollWidth <= document.documentElement.clientWidth')).toBe(
        true,
      );
      await context.close();
      await opened.close();
    },
  );
});

const bare = (text: string) => text.normalize('NFKC').replaceAll(/\s/g, '');
