import type { Browser, Frame, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import axe from 'axe-core';
import { townCodeSchema } from '../../core/ids.ts';
import { outboxMails } from '../../local/server/outbox.ts';
import { serveDemo, type ServedApp } from '../support/served-app.ts';
import { launchBrowser } from './chromium.ts';
import { choose, press, standAt } from './town-desk.ts';
import { visitorIn } from './visitors.ts';

const TOWN = townCodeSchema.parse('393011');
const STANDARDS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

describe('the sidebar beside the spreadsheet', () => {
  let served: ServedApp;
  let browser: Browser;
  beforeAll(async () => {
    [served, browser] = await Promise.all([serveDemo(), launchBrowser()]);
    await served.playTo('2026-06-03T10:00');
    // The host left the secretariat to the town: its clerk convenes, too.
    const { store, prefecture } = served.app.deps;
    const town = await store.get('town', prefecture, TOWN);
    if (town !== undefined) await store.commit({ put: [{ ...town, secretariat: 'town' }] });
  });
  afterAll(async () => {
    await browser.close();
    await served.close();
  });

  async function opened() {
    const { page, context, strayed } = await visitorIn(browser, served, { persona: '木村', script: true });
    await page.goto(`/sheet/${TOWN}`);
    await page.locator('body[data-ready]').waitFor();
    return { page, context, strayed, side: page.frameLocator('#sidebar iframe') };
  }
  function frameOf(page: Page): Frame {
    const frame = page.frames().find((one) => one.url().endsWith('/sheet/frame'));
    if (frame === undefined) throw new Error('no sidebar is shown');
    return frame;
  }
  /** What axe finds, and how far anything sticks out to the side. */
  async function faultsIn(page: Page): Promise<unknown> {
    const frame = frameOf(page);
    await frame.evaluate(axe.source);
    return frame.evaluate(
      `axe.run(document, { runOnly: ${JSON.stringify(STANDARDS)} }).then(({ violations }) => [
        ...violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => id + ': ' + html.slice(0, 160))),
        ...(document.documentElement.scrollWidth > document.documentElement.clientWidth ? ['sticks out'] : []),
      ])`,
    );
  }
  const focused = async (page: Page) =>
    frameOf(page).evaluate('document.activeElement?.id || document.activeElement?.textContent?.trim()');

  it('shows the case of the selected row, and takes a 開催依頼 and a 招集 by the keyboard alone', async () => {
    const { page, context, strayed, side } = await opened();
    await choose(page, '表をつくる');
    await page.locator('.toast').first().waitFor();
    await page.getByText('ケース', { exact: true }).first().click();
    await standAt(page, 2);
    await page.keyboard.type('C-1');
    await page.keyboard.press('Enter');
    await standAt(page, 2);

    await choose(page, 'サイドバーを開く');
    await side.getByRole('heading', { name: 'ケース C-1' }).waitFor();
    await side.getByText('あと12日').waitFor();
    expect(await side.locator('#views [aria-current=page]').allTextContents()).toEqual(['選択中のケース']);
    await side.getByRole('heading', { name: 'これまでの経過（新しい順）' }).waitFor();
    expect(await faultsIn(page)).toEqual([]);

    await press(side, '開催依頼・招集');
    await side.getByText('1／3 会議の枠組み').waitFor();
    await press(side, '次へ');
    // Nothing chosen yet: the step is not left.
    await side.getByText('1／3').waitFor();
    await side.getByRole('radio', { name: /^支援会議（生活困窮）/ }).press('Space');
    await press(side, '次へ');
    await side.getByText('2／3 かけるケース').waitFor();
    expect(await focused(page)).toContain('2／3');
    await press(side, '次へ');
    await press(side, '開催を依頼する');
    // Refused: the summary has the focus, and its line leads to the field.
    await side.getByText('まだ保存していません').waitFor();
    expect(await focused(page)).toBe('error');
    expect(await faultsIn(page)).toEqual([]);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    expect(await focused(page)).toBe('request-ground');
    await page.keyboard.press('Space');
    await press(side, '戻る');
    await press(side, '戻る');
    expect(await side.getByRole('radio', { name: /^支援会議（生活困窮）/ }).isChecked()).toBe(true);
    await press(side, '次へ');
    await press(side, '次へ');
    await press(side, '開催を依頼する');
    await side.getByRole('heading', { name: '会議 M-2' }).waitFor();

    await side.locator('#convene-date').fill('2026-06-23');
    await press(side, '次へ');
    await side.getByText('2／3 場所と進め方').waitFor();
    await press(side, '次へ');
    await side.getByRole('checkbox', { name: /^若草町地域包括支援センター/ }).press('Space');
    await press(side, '内容を確かめる');
    await side.getByText('まだ何も送っていません').waitFor();
    const notice = side.locator('summary', { hasText: '若草町地域包括支援センターへの案内文' });
    await notice.press('Enter');
    await side.getByText('招集担当は主担当を意味しません').first().waitFor();
    expect(await side.locator('#notices').textContent()).not.toContain('試験');
    const invited = async () =>
      (await outboxMails(served.app)).filter(({ kind, id }) => kind === 'invitation' && id.startsWith('M-2/'));
    await press(side, 'この内容で招集する');
    await side.getByText('招集しました。案内を送ります').waitFor();
    expect(await invited()).toHaveLength(1);
    expect(strayed).toEqual([]);
    await context.close();
  });

  it('says so where Google runs it as another account, and keeps what was typed when no answer comes', async () => {
    const { page, context, side } = await opened();
    await choose(page, 'サイドバーを開く');
    await press(side, '使い方');
    await side.getByRole('heading', { name: 'うまく動かないとき' }).waitFor();
    await press(side, '競合');
    await side.getByRole('heading', { name: '競合している行' }).waitFor();

    await press(side, '開催依頼・招集');
    await side.getByRole('radio', { name: /^支援会議（重層）/ }).press('Space');
    await page.route('**/call', (route) => route.abort());
    await press(side, '次へ');
    await press(side, '次へ');
    await press(side, '開催を依頼する');
    await side.getByText('記録は一度だけです').waitFor();
    await page.unroute('**/call');
    await press(side, '戻る');
    await press(side, '戻る');
    expect(await side.getByRole('radio', { name: /^支援会議（重層）/ }).isChecked()).toBe(true);

    await frameOf(page).evaluate("document.body.dataset.openedBy = 'private@example.com'");
    await press(side, '記録');
    await side.getByRole('heading', { name: 'Googleアカウントが食い違っています' }).waitFor();
    await side.getByText('シークレットウィンドウ').waitFor();
    await context.close();
  });
});
