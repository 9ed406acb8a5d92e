import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serveDemo, type ServedApp } from '../support/served-app.ts';
import { launchBrowser } from './chromium.ts';
import { findingsOf, lastMail, linkTo, phone, visitorIn } from './visitors.ts';

describe('an agency with nothing but its link', () => {
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

  it('answers with one button on a phone without script, and changes its mind', async () => {
    const { page, strayed } = await visitorIn(browser, served, { size: phone });
    await page.goto(await linkTo(served, '医療機関'));
    await page.getByRole('button', { name: '出席する' }).click();
    expect(await page.getByRole('status').first().textContent()).toContain('回答を受け付けました：「出席」');

    await page.getByText('代わりの人が出席する').click();
    await page.getByLabel('代わりに出席する人').fill('外来看護師');
    await page.getByRole('button', { name: '代理出席で回答する' }).click();
    expect(await page.getByRole('status').first().textContent()).toContain('回答を受け付けました：「代理出席」');
    expect(strayed).toEqual([]);
  });

  it('answers with the keyboard alone', async () => {
    const { page } = await visitorIn(browser, served);
    await page.goto(await linkTo(served, '基幹'));
    for (let presses = 0; presses < 40; presses += 1) {
      await page.keyboard.press('Tab');
      if (
        (await page
          .locator('button:focus')
          .textContent({ timeout: 100 })
          .catch(() => '')) === '欠席する'
      )
        break;
    }
    await page.keyboard.press('Enter');
    await page.waitForURL(/done=reply/);
    expect(await page.getByRole('status').first().textContent()).toContain('回答を受け付けました：「欠席」');
  });

  it('opens its papers by code and secrecy duty, and sees its own members only', async () => {
    const { page, context } = await visitorIn(browser, served, { script: true });
    await page.goto(`${await linkTo(served, '基幹')}/papers`);
    await page.getByRole('button', { name: '確認コードをメールで送る' }).click();
    const code = /\d{6}/.exec(await lastMail(served, '基幹', 'papers-code'))?.[0] ?? '';

    await page.getByLabel('確認コード').fill('000000');
    await page.getByRole('button', { name: '資料を開く' }).click();
    expect(await page.getByRole('alert').textContent()).toContain('確認コードが違う');
    await page.getByLabel('確認コード').fill(code);
    await page.getByRole('button', { name: '資料を開く' }).click();
    expect(await page.locator('h1').textContent()).toBe('守秘義務の確認');
    expect(await findingsOf(page)).toEqual([]);

    await page.getByLabel('お名前').fill('基幹センター 試験');
    await page.getByRole('button', { name: '守秘義務を確認して資料を開く' }).click();
    const papers = (await page.locator('main').textContent()) ?? '';
    expect(papers).toContain('手帳の取得について相談すること');
    expect(papers).toContain('試験一郎');
    expect(papers).not.toContain('試験ハナ');
    expect(await findingsOf(page)).toEqual([]);

    const [cookie] = await context.cookies();
    expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Strict', path: new URL(page.url()).pathname });
  });
});
