import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serveDemo, type ServedApp } from '../support/served-app.ts';
import { launchBrowser } from './chromium.ts';
import { findingsOf, linkTo, overflowOf, spokenIn, tooSmallIn, visitorIn } from './visitors.ts';

const small = { width: 360, height: 640 };

describe('the page of the personal link on a small telephone', () => {
  let served: ServedApp;
  let browser: Browser;
  beforeAll(async () => {
    [served, browser] = await Promise.all([serveDemo(), launchBrowser()]);
    await served.playTo('2026-06-03T12:00');
  });
  afterAll(async () => {
    await browser.close();
    await served.close();
  });

  const opened = async (agency: string, below = ''): Promise<Page> => {
    const { page } = await visitorIn(browser, served, { size: small, script: true });
    await page.goto(`${await linkTo(served, agency)}${below}`);
    // The clock is the one machine's, and stands on nobody's telephone.
    await page.evaluate("document.querySelector('.local')?.remove()");
    return page;
  };

  it('reads out what, when and where, then the answers, then the telephone', async () => {
    const page = await opened('基幹');
    expect(await spokenIn(page, 'main')).toEqual([
      '見出し 関係機関会議のご案内',
      '見出し 日時と場所',
      'リンク カレンダーに入れる',
      '見出し 出欠をお答えください',
      'ボタン 出席する',
      'ボタン 欠席する',
      '開く 代わりの人が出席する（代理出席）',
      '開く 出席せず、意見を書面で出す（意見書提出）',
      '開く 日程を変えてほしい',
      '見出し 資料',
      'リンク なぜ呼ばれたのか（招集の目的）を見る',
      '見出し この会議について',
      '開く この会議と支援から外れる（辞退）',
    ]);
    expect(await spokenIn(page, 'footer')).toEqual(['リンク 電話 000-000-0000']);
    expect(await page.locator('footer a').getAttribute('href')).toBe('tel:0000000000');
  });

  it('shows when, where, as whom, until when, and the first answer without scrolling', async () => {
    const page = await opened('基幹');
    for (const word of ['6月15日(月) 14:00', '若草町役場 二階会議室', '相談支援', '6月8日(月) 17:15'])
      await expectInSight(page, page.getByText(word).first());
    await expectInSight(page, page.getByRole('button', { name: '出席する' }));
  });

  it('says after one tap that the answer has come, and how to change it', async () => {
    const page = await opened('基幹');
    await page.getByRole('button', { name: '出席する' }).click();
    const said = page.getByRole('status').first();
    expect(await said.textContent()).toMatch(
      /回答を受け付けました：「出席」[\s\S]*回答を変更する[\s\S]*何度でも変更できます/,
    );
    await served.playTo('2026-06-03T12:05');
    await said.getByRole('link', { name: '回答を変更する' }).click();
    await page.getByRole('button', { name: '欠席する' }).click();
    expect(await page.getByRole('status').first().textContent()).toContain('回答を受け付けました：「欠席」');
  });

  it.each(['', '/papers', 'x'])(
    'has controls to be hit with a thumb, reflows at 200 %% and has no fault that axe knows (%s)',
    async (below) => {
      const page = await opened('医療機関', below);
      expect(await findingsOf(page)).toEqual([]);
      expect(await tooSmallIn(page)).toEqual([]);
      await page.setViewportSize({ width: 180, height: 320 });
      expect(await overflowOf(page)).toBe(0);
    },
  );
});

async function expectInSight(page: Page, one: ReturnType<Page['locator']>): Promise<void> {
  const box = await one.boundingBox();
  const { text, bottom } = { text: await one.textContent(), bottom: (box?.y ?? Infinity) + (box?.height ?? 0) };
  expect({ text, seen: bottom <= (page.viewportSize()?.height ?? 0) }).toEqual({ text, seen: true });
}
