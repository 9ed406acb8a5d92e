import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { actIn } from '../../local/scenario/app-world.ts';
import { outboxMails } from '../../local/server/outbox.ts';
import { serveStart, type ServedApp } from '../support/served-app.ts';
import { launchBrowser } from './chromium.ts';
import { desk, findingsOf, overflowOf, phone, visitorIn } from './visitors.ts';

const [here, there] = ['393011', '393029'];
const MOST_STOPS = 500;

/** Tabs on until what has the focus is this, said in the page's own language. */
async function tabTo(page: Page, isIt: string): Promise<void> {
  for (let stops = 0; stops < MOST_STOPS; stops += 1) {
    await page.keyboard.press('Tab');
    if (await page.evaluate<boolean>(`((one) => ${isIt})(document.activeElement)`)) return;
  }
  throw new Error(`the Tab key never came to ${isIt}`);
}
const field = (name: string, value?: string) =>
  `one.name === '${name}'${value === undefined ? '' : ` && one.value === '${value}'`}`;
const called = (words: string) => `one.textContent.trim() === '${words}'`;

async function presses(page: Page, words: string): Promise<void> {
  await tabTo(page, called(words));
  await Promise.all([page.waitForEvent('load'), page.keyboard.press('Enter')]);
}

async function ticks(page: Page, name: string, value: string): Promise<void> {
  await tabTo(page, field(name, value));
  await page.keyboard.press('Space');
}

/** Nothing axe would mend, nothing beside the edge, on a desk and on a phone. */
async function isSound(page: Page, name: string): Promise<void> {
  for (const [shape, size] of Object.entries({ desk, phone })) {
    await page.setViewportSize(size);
    await page.screenshot({ path: join('screenshots', `sitting-${name}-${shape}.png`), fullPage: true });
    expect({ shape, over: await overflowOf(page) }).toEqual({ shape, over: 0 });
  }
  await page.setViewportSize(desk);
  expect(await findingsOf(page)).toEqual([]);
}

describe('a sitting of two towns, convened without a mouse', () => {
  let served: ServedApp;
  let browser: Browser;
  beforeAll(async () => {
    [served, browser] = await Promise.all([serveStart(), launchBrowser()]);
    mkdirSync('screenshots', { recursive: true });
    for (const [who, meeting, id] of [
      ['林', 'SM-1', 'S-1'],
      ['林', 'SM-2', 'S-2'],
    ] as const) {
      const said = { meeting, cases: [id], framework: 'needy-support', ground: 1 };
      expect(await actIn(served.app, who, 'request', said)).toEqual({ ok: true });
    }
  });
  afterAll(async () => {
    await browser.close();
    await served.close();
  });

  it('goes from the list of towns to what was sent, and each step is sound', async () => {
    // Our pages need no script; axe, which looks at them, does.
    const { page, strayed } = await visitorIn(browser, served, { persona: '佐藤', script: true });
    await page.goto('/office');
    await tabTo(page, called('いくつかの町村の、合同の席を招集する'));
    await Promise.all([page.waitForURL('**/meetings/together'), page.keyboard.press('Enter')]);
    await isSound(page, 'cases');

    await page.reload();
    await ticks(page, `${here}.case`, 'C-1');
    await ticks(page, `${there}.case`, 'S-1');
    await presses(page, '日時と関係機関に進む');
    const value = async (name: string) => page.locator(`[name="${name}"]`).first().inputValue();
    expect([await value(`${there}.meeting`), await value(`${there}.turn`)]).toEqual(['SM-1', '2']);
    expect([await value('time'), await value('cadence'), await value('place')]).toEqual([
      '14:00',
      '随時',
      '若草町役場',
    ]);
    await isSound(page, 'details');

    await page.locator('[name="date"]').fill('2026-06-22');
    await page.locator(`[name="${here}.ground"][value="1"]`).check();
    for (const [of, agency] of [
      [here, '医療機関'],
      [there, '医療機関'],
      [there, '白波社協'],
    ] as const) {
      const box = page.locator(`[name="${of}.agency"][value="${agency}"]`);
      await box.check();
      await page.locator(`[name="${of}.purpose.${agency}"]`).fill('近況の共有');
    }
    await page.locator('h1').click();
    await presses(page, '内容を確かめる');
    const looked = await page.locator('main').innerText();
    expect(looked).toContain('白波町の会議 SM-1: 2026年6月22日(月)14:30');
    expect(looked).toContain('各機関への案内文');
    await isSound(page, 'preview');

    await presses(page, 'この内容で招集する');
    await expect.poll(() => page.url()).toContain('done=convene-together');
    expect(await page.locator('main').innerText()).toContain('合同の席に招集しました');
    await isSound(page, 'sent');
    const mails = (await outboxMails(served.app)).filter(({ text }) => text.includes('SM-1'));
    expect(mails.map(({ to }) => to).toSorted()).toEqual(['医療機関', '白波社協']);
    expect(strayed).toEqual([]);
  });

  it('is reached from a 開催依頼 with its case chosen', async () => {
    const { page } = await visitorIn(browser, served, { persona: '佐藤' });
    await page.goto(`/office/${there}/meetings/SM-2`);
    await page.getByRole('link', { name: '合同の席を招集する' }).click();
    expect(await page.locator(`[name="${there}.case"]:checked`).inputValue()).toBe('S-2');
    await page.locator(`[name="${here}.case"]`).first().check();
    await page.getByRole('button', { name: '日時と関係機関に進む' }).click();
    expect(await page.locator(`[name="${there}.meeting"]`).inputValue()).toBe('SM-2');
    expect(await page.locator(`[name="${there}.ground"]`).count()).toBe(0);
  });
});
