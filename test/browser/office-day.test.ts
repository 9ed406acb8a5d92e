import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serveDemo, type ServedApp } from '../support/served-app.ts';
import { launchBrowser } from './chromium.ts';
import { findingsOf, visitorIn } from './visitors.ts';

const office = '/office/393011';

describe('a day at the office, without script', () => {
  let served: ServedApp;
  let browser: Browser;
  beforeAll(async () => {
    [served, browser] = await Promise.all([serveDemo(), launchBrowser()]);
    await served.playTo('2026-06-01T09:50');
  });
  afterAll(async () => {
    await browser.close();
    await served.close();
  });

  it('takes a consultation and asks for a meeting, which needs its ground', async () => {
    const { page } = await visitorIn(browser, served, { persona: '木村' });
    await page.goto(`${office}/cases/new`);
    await page.getByLabel('氏名（世帯員A）').fill('試験花子');
    await page.getByLabel('生年月日').first().fill('昭和18年2月30日');
    await page.getByRole('button', { name: '受け付ける' }).click();
    expect(await page.getByRole('alert').textContent()).toContain(
      '生年月日「昭和18年2月30日」は実在する日付として読めません',
    );
    expect(await page.getByLabel('氏名（世帯員A）').inputValue()).toBe('試験花子');

    await page.getByLabel('生年月日').first().fill('昭和18年2月28日');
    await page.getByRole('button', { name: '受け付ける' }).click();
    expect(await page.locator('h1').textContent()).toBe('ケース C-2');

    await page.getByLabel('支援会議（生活困窮）').check();
    await page.getByRole('button', { name: '開催を依頼する' }).click();
    expect(await page.getByRole('alert').textContent()).toContain('根拠');
    await page.getByLabel('① 本人の同意が得られず').check();
    await page.getByRole('button', { name: '開催を依頼する' }).click();
    expect(await page.locator('.title').textContent()).toContain('開催依頼');
  });

  it('shows the reply deadline in words before anything is sent, then invites', async () => {
    const { page } = await visitorIn(browser, served, { persona: '佐藤' });
    await page.goto(`${office}/meetings/M-1`);
    await page.getByLabel(/^開催日/).fill('2026-06-15');
    await page.getByRole('button', { name: '内容を確かめる' }).click();
    expect(await page.getByRole('alert').textContent()).toContain('関係機関: 一つ以上選んでください');

    await page.locator('input[name="agency"][value="医療機関"]').check();
    await page.locator('[name="purpose.医療機関"]').fill('医療面の助言');
    await page.getByRole('button', { name: '内容を確かめる' }).click();
    expect(await page.locator('.notice h2').first().textContent()).toBe('回答期限は6月8日(月)17:15になります');
    expect(await page.locator('[name="purpose.医療機関"]').inputValue()).toBe('医療面の助言');

    await page.getByRole('button', { name: 'この内容で招集する' }).click();
    expect(await page.locator('.title').textContent()).toContain('回答待ち');
    await page.goto('/outbox');
    expect(await page.locator('main').textContent()).toContain('医療機関');
  });

  it('types in an answer that came by telephone', async () => {
    const { page } = await visitorIn(browser, served, { persona: '佐藤' });
    await page.goto(`${office}/meetings/M-1`);
    await page.getByText('電話・FAXの回答を入力する').click();
    await page.locator('select[name="answer"]').selectOption('欠席');
    await page.getByRole('button', { name: '回答を記録する' }).click();
    expect(await page.locator('.title').textContent()).toContain('開催待ち');
    expect(await page.locator('main').textContent()).toContain('欠席');
  });

  it('moves the clock to the next due moment from any page', async () => {
    const { page } = await visitorIn(browser, served, { persona: '佐藤', script: true });
    await page.goto(`${office}/meetings/M-1`);
    const next = page.getByRole('button', { name: '次の期限へ' });
    await next.click();
    expect(new URL(page.url()).pathname).toBe(`${office}/meetings/M-1`);
    // The request that was filed above is still unanswered the next morning.
    expect(await page.locator('.local').textContent()).toMatch(/いま 2026年6月2日\(火\)\s*0?9:00/);
    for (let presses = 0; presses < 5; presses += 1)
      if ((await page.locator('.title').textContent())?.includes('開催待ち') === true) await next.click();
    expect(await page.locator('.title').textContent()).toContain('記録待ち');
    expect(await findingsOf(page)).toEqual([]);
  });
});
