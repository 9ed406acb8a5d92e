import type { Browser, FrameLocator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { townCodeSchema } from '../../core/ids.ts';
import { outboxMails } from '../../local/server/outbox.ts';
import { callSchema } from '../../local/sheet/wire.ts';
import { serveStart, type ServedApp } from '../support/served-app.ts';
import { launchBrowser } from './chromium.ts';
import { choose, press, standAt, townDesk } from './town-desk.ts';
import { desk, visitorIn } from './visitors.ts';

const TOWN = townCodeSchema.parse('393011');

describe('the sidebar, when something is wrong', () => {
  let served: ServedApp;
  let browser: Browser;
  beforeAll(async () => {
    [served, browser] = await Promise.all([serveStart(), launchBrowser()]);
    // The host left the secretariat to the town: its clerk convenes, too.
    const { store, prefecture } = served.app.deps;
    const town = await store.get('town', prefecture, TOWN);
    if (town !== undefined) await store.commit({ put: [{ ...town, secretariat: 'town' }] });
  });
  afterAll(async () => {
    await browser.close();
    await served.close();
  });

  it('tries less and less while the sheet cannot be brought up to date, and says quietly since when', async () => {
    const { page, context, side } = await townDesk(browser, served);
    await standAt(page, 2);
    await page.clock.install();
    await choose(page, 'サイドバーを開く');
    await side.getByRole('heading', { name: 'ケース C-1' }).waitFor();

    let asked = 0;
    await page.route('**/call', async (route) => {
      const { entry } = callSchema.parse(route.request().postDataJSON());
      if (entry === 'pullNews') asked += 1;
      await route.abort();
    });
    for (let minute = 0; minute < 20; minute += 1) {
      await page.clock.fastForward(60_000);
      await page.evaluate('new Promise((done) => document.fonts.ready.then(done))');
    }
    const line = side.locator('#fresh');
    await line.getByText('から、シートを最新にできていません。').waitFor();
    // In sight, though the page is scrolled to its heading.
    const { y = Infinity, height = 0 } = (await line.boundingBox()) ?? {};
    expect(Math.floor(y + height)).toBeLessThanOrEqual(desk.height);
    expect(asked).toBeGreaterThan(2);
    expect(asked).toBeLessThan(7);
    expect(await side.getByRole('heading', { name: 'ケース C-1' }).isVisible()).toBe(true);
    await page.screenshot({ path: 'screenshots/sidebar-not-fresh.png' });

    await page.unroute('**/call');
    await side.getByRole('button', { name: 'いま試す' }).press('Enter');
    await line.getByText('できていません').waitFor({ state: 'detached' });
    await context.close();
  });

  type Loss = { readonly entry: string; readonly what: 'question' | 'answer' };
  /** Loses the next call of a function: it never goes out, or its answer is lost on the way back. */
  async function losing(page: Page): Promise<(loss: Loss) => void> {
    let loss: Loss | undefined;
    await page.route('**/call', async (route) => {
      if (callSchema.parse(route.request().postDataJSON()).entry !== loss?.entry) return route.continue();
      const { what } = loss;
      loss = undefined;
      if (what === 'answer') await route.fetch();
      return route.abort();
    });
    return (next) => (loss = next);
  }

  it('loses nothing typed, and makes nothing twice, when every call of a 招集 fails and is made again', async () => {
    const { page, context, side } = await townDesk(browser, served);
    await standAt(page, 2);
    const lose = await losing(page);
    lose({ entry: 'selectedRow', what: 'question' });
    await choose(page, 'サイドバーを開く');
    const trouble = side.getByRole('alert');
    const gone = async () => side.locator('#trouble .notice').waitFor({ state: 'detached' });
    const notOpened = async () => trouble.getByRole('heading', { name: '開けませんでした' }).waitFor();
    /** Pressed until its answer comes: the question is lost, then the answer, then neither. */
    const insist = async (button: string) => {
      for (const what of ['question', 'answer'] as const) {
        lose({ entry: 'askOffice', what });
        await press(side, button);
        await trouble.getByRole('heading', { name: '送れたか分かりません' }).waitFor();
        await trouble.getByText('記録は一度だけです').waitFor();
        await page.screenshot({ path: `screenshots/sidebar-lost-${what}.png` });
        // It goes when the next try begins; this one has to be seen to begin anew.
        expect(await side.getByRole('button', { name: button, exact: true }).isVisible()).toBe(true);
      }
      await press(side, button);
    };
    await notOpened();
    await press(side, '選択中のケース');
    await side.getByRole('heading', { name: 'ケース C-1' }).waitFor();

    for (const entry of ['selectedRow', 'askOffice']) {
      lose({ entry, what: 'question' });
      await press(side, '開催依頼・招集');
      await notOpened();
    }
    await press(side, '開催依頼・招集');
    await side.getByText('1／3 会議の枠組み').waitFor();
    await gone();
    await side.getByRole('radio', { name: /^支援会議（生活困窮）/ }).press('Space');
    for (const step of ['次へ', '次へ']) await press(side, step);
    await side.locator('#request-ground').press('Space');
    await insist('開催を依頼する');
    await side.getByRole('heading', { name: '会議 M-2' }).waitFor();
    await gone();

    await side.locator('#convene-date').fill('2026-06-23');
    for (const step of ['次へ', '次へ']) await press(side, step);
    const agency = side.getByRole('checkbox', { name: /地域包括支援センター/ }).first();
    await agency.press('Space');
    await insist('内容を確かめる');
    await side.getByText('まだ何も送っていません').waitFor();
    expect(await side.locator('main input[type=checkbox]:checked').count()).toBeGreaterThan(0);
    await insist('この内容で招集する');
    // The one whose answer was lost had been taken: so much is said, and nothing else.
    await side.getByRole('heading', { name: 'すでに受け付けています' }).waitFor();
    expect(await side.locator('.notice-good').count()).toBe(1);

    const { store } = served.app.deps;
    expect((await store.list('meeting', TOWN)).map(({ id }) => id).toSorted()).toEqual(['M-1', 'M-2']);
    const invited = (await outboxMails(served.app)).filter(
      ({ kind, id }) => kind === 'invitation' && id.startsWith('M-2/'),
    );
    expect(invited).toHaveLength(1);

    lose({ entry: 'askOffice', what: 'question' });
    await press(side, '前の画面へ戻る');
    await notOpened();
    await press(side, '前の画面へ戻る');
    await side.getByRole('heading', { name: 'ケース C-1' }).waitFor();
    await context.close();
  });

  /** The next stop of the Tab key above the foot; undefined past the last one. */
  async function nextIn(page: Page, side: FrameLocator) {
    await page.keyboard.press('Tab');
    const [focused, foot] = [side.locator('main :focus, header :focus'), side.locator('footer')];
    if ((await focused.count()) === 0) return undefined;
    const [control, words] = [await focused.boundingBox(), await foot.boundingBox()];
    return { words: await focused.innerText(), isUnder: (control?.y ?? 0) >= (words?.y ?? Infinity) };
  }

  it('can be worked in at 200 %: nothing sticks out, and what has the focus is not under the words at the foot', async () => {
    const { page, context, side } = await townDesk(browser, served, { size: { width: 640, height: 450 } });
    await page.route('**/call', async (route) =>
      callSchema.parse(route.request().postDataJSON()).entry === 'pullNews' ? route.abort() : route.continue(),
    );
    await choose(page, 'サイドバーを開く');
    await side.getByText('から、シートを最新にできていません。').waitFor();
    await press(side, '開催依頼・招集');
    await side.getByText('1／3 会議の枠組み').waitFor();
    await page.screenshot({ path: 'screenshots/sidebar-200.png' });
    const hidden: string[] = [];
    let stops = 0;
    for (let focused = await nextIn(page, side); focused !== undefined; focused = await nextIn(page, side)) {
      stops += 1;
      if (focused.isUnder) hidden.push(focused.words);
    }
    expect(stops).toBeGreaterThan(2);
    expect(hidden).toEqual([]);
    await page.screenshot({ path: 'screenshots/sidebar-200-focus.png' });
    const frame = page.frames().find((one) => one.url().endsWith('/sheet/frame'));
    const over = await frame?.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth');
    expect(over).toBe(0);
    await context.close();
  });

  it('gives up an answer that can no longer come, and can be used again', async () => {
    const { page, context, side } = await townDesk(browser, served);
    await page.clock.install();
    await choose(page, 'サイドバーを開く');
    await press(side, '開催依頼・招集');
    await side.getByText('1／3 会議の枠組み').waitFor();
    await side.getByRole('radio', { name: /^支援会議（重層）/ }).press('Space');
    for (const step of ['次へ', '次へ']) await press(side, step);
    let asked = 0;
    await page.route('**/call', () => void (asked += 1));
    await press(side, '開催を依頼する');
    await side.getByText('送っています…').waitFor();
    await expect.poll(() => asked).toBeGreaterThan(0);
    await page.clock.fastForward(2 * 60_000);
    await side.getByRole('heading', { name: '送れたか分かりません' }).waitFor();
    await page.unroute('**/call');
    await press(side, '記録');
    await side.getByRole('heading', { level: 1, name: /会議録/ }).waitFor();
    await context.close();
  });

  it('says what to do when the session ended, keeps what was typed, and takes it once somebody signed in again', async () => {
    const { page, context, side } = await townDesk(browser, served);
    await choose(page, 'サイドバーを開く');
    await press(side, '開催依頼・招集');
    await side.getByRole('radio', { name: /^支援会議（重層）/ }).press('Space');
    for (const step of ['次へ', '次へ']) await press(side, step);
    const cookies = await context.cookies();
    await context.clearCookies();
    await press(side, '開催を依頼する');
    await side.getByRole('heading', { name: 'Googleのログインか、アドオンの許可が切れています' }).waitFor();
    await page.screenshot({ path: 'screenshots/sidebar-signed-out.png' });
    await context.addCookies(cookies);
    await press(side, '開催を依頼する');
    // Nothing was chosen but the framework: the office itself says so now.
    await side.getByText('まだ保存していません').waitFor();
    await press(side, '戻る');
    await press(side, '戻る');
    expect(await side.getByRole('radio', { name: /^支援会議（重層）/ }).isChecked()).toBe(true);

    // Somebody else of no town of ours, in another tab.
    await context.addCookies(cookies.map((cookie) => ({ ...cookie, value: encodeURIComponent('林') })));
    await press(side, '記録');
    await side.getByRole('heading', { name: 'Googleアカウントが食い違っています' }).waitFor();
    await page.screenshot({ path: 'screenshots/sidebar-accounts.png' });
    await context.close();

    const stranger = await visitorIn(browser, served, { script: true });
    await stranger.page.goto(`/sheet/${TOWN}`);
    expect(new URL(stranger.page.url()).pathname).toBe('/');
    expect((await stranger.page.request.get(`/sheet/${TOWN}/news`)).status()).toBe(401);
    await stranger.context.close();
  });
});
