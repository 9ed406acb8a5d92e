import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { actIn } from '../../local/scenario/app-world.ts';
import { serveDemo, type ServedApp } from '../support/served-app.ts';
import { launchBrowser } from './chromium.ts';
import { visitorIn } from './visitors.ts';

const office = '/office/393011';
const MOST_STOPS = 400;

/** What has the focus: what it is, what it is called, and how thick the line around it is. */
type Stop = { readonly tag: string; readonly name: string; readonly words: string; readonly outline: number };
const stopNow = `(() => {
  const one = document.activeElement;
  const shown = getComputedStyle(one);
  const label = one.labels?.[0] ?? one;
  const outline = shown.outlineStyle === 'none' ? 0 : parseFloat(shown.outlineWidth);
  return { tag: one.tagName, name: (one.name ?? '') + (one.type === 'radio' || one.type === 'checkbox' ? '=' + one.value : ''), words: label.textContent.trim().replace(/\\s+/g, ' '), outline };
})()`;

async function here(page: Page): Promise<Stop> {
  return page.evaluate<Stop>(stopNow);
}

/** Tabs on until this has the focus; every stop on the way can be seen. */
async function tabTo(page: Page, isIt: (stop: Stop) => boolean): Promise<void> {
  for (let stops = 0; stops < MOST_STOPS; stops += 1) {
    await page.keyboard.press('Tab');
    const stop = await here(page);
    if (stop.tag !== 'BODY') expect(stop).toSatisfy(({ outline }: Stop) => outline >= 2);
    if (isIt(stop)) return;
  }
  throw new Error('the Tab key never came there');
}

const field = (name: string) => (stop: Stop) => stop.name === name;
const button = (words: string) => (stop: Stop) => stop.tag === 'BUTTON' && stop.words === words;
const summary = (words: string) => (stop: Stop) => stop.tag === 'SUMMARY' && stop.words.startsWith(words);

/** The words of the part that the page opened on, which has the focus. */
async function opensOn(page: Page): Promise<string> {
  await expect.poll(async () => page.evaluate('document.activeElement.id')).toBe('done');
  const words: unknown = await page.evaluate('document.activeElement.textContent.trim()');
  return String(words);
}

async function presses(page: Page, words: string): Promise<void> {
  await tabTo(page, button(words));
  await Promise.all([page.waitForEvent('load'), page.keyboard.press('Enter')]);
}

async function types(page: Page, name: string, text: string): Promise<void> {
  await tabTo(page, field(name));
  await page.keyboard.press('Control+A');
  await page.keyboard.type(text);
}

async function ticks(page: Page, name: string): Promise<void> {
  await tabTo(page, field(name));
  await page.keyboard.press('Space');
}

/** Parts of a date field are typed as they stand in this browser: month, day, year. */
async function dates(page: Page, name: string, [year, month, day]: readonly [string, string, string]): Promise<void> {
  await tabTo(page, field(name));
  await page.keyboard.type(`${month}${day}${year}`);
  expect(await page.locator(`[name="${name}"]`).first().inputValue()).toBe(`${year}-${month}-${day}`);
}

describe('without a mouse', () => {
  let served: ServedApp;
  let browser: Browser;
  beforeAll(async () => {
    [served, browser] = await Promise.all([serveDemo(), launchBrowser()]);
    await served.playTo('2026-06-01T08:40');
  });
  afterAll(async () => {
    await browser.close();
    await served.close();
  });

  it('leads past the navigation, to what is wrong, and back to where one was', async () => {
    const { page, context } = await visitorIn(browser, served, { persona: '木村' });
    await page.goto(`${office}/cases/new`);
    await page.keyboard.press('Tab');
    expect((await here(page)).words).toContain('本文へ');
    await page.keyboard.press('Enter');
    expect(await page.evaluate('location.hash')).toBe('#main');

    await types(page, 'name-A', '試験花子');
    await types(page, 'born-A', '昭和18年2月30日');
    await presses(page, '受け付ける');
    // The page opens on what is wrong; the next stop leads to the field.
    await expect.poll(async () => page.evaluate('document.activeElement.id')).toBe('error');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    expect(await page.evaluate('location.hash')).toBe('#case-born-A');
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Tab');
    expect((await here(page)).name).toBe('born-A');
    await context.close();
  });

  it('goes from a case over its meeting to the minutes', async () => {
    const clerk = await visitorIn(browser, served, { persona: '木村' });
    const { page } = clerk;
    await page.goto(`${office}/cases/new`);
    await types(page, 'name-A', '試験花子');
    await ticks(page, 'covered-A=yes');
    await presses(page, '受け付ける');
    const path = new URL(page.url()).pathname;
    await ticks(page, 'framework=needy-support');
    await ticks(page, 'ground=1');
    await presses(page, '開催を依頼する');
    const meeting = new URL(page.url()).pathname;
    expect(path).toContain('/cases/');
    await clerk.context.close();

    const officer = await visitorIn(browser, served, { persona: '佐藤' });
    const desk = officer.page;
    await desk.goto(meeting);
    await dates(desk, 'date', ['2026', '06', '15']);
    await types(desk, 'place', '若草町役場');
    await ticks(desk, 'agency=医療機関');
    await types(desk, 'purpose.医療機関', '医療面の助言');
    await presses(desk, '内容を確かめる');
    // The page opens on what will be sent: the next stop is to send it.
    expect(await opensOn(desk)).toContain('回答期限は');
    await desk.keyboard.press('Tab');
    expect(await here(desk)).toMatchObject({ tag: 'BUTTON', words: 'この内容で招集する' });
    await Promise.all([desk.waitForEvent('load'), desk.keyboard.press('Enter')]);
    expect(await desk.locator('.title').textContent()).toContain('回答待ち');
    expect(await opensOn(desk)).toBe('招集しました。案内を送ります');

    await tabTo(desk, summary('電話・FAXの回答を入力する'));
    await desk.keyboard.press('Enter');
    await tabTo(desk, field('answer'));
    await desk.keyboard.press('ArrowDown');
    await presses(desk, '回答を記録する');
    expect(await desk.locator('.title').textContent()).toContain('開催待ち');
    // Beside the agencies, where the next answer is typed in.
    expect(await opensOn(desk)).toBe('回答を記録しました');
    expect(
      await desk
        .locator('section', { has: desk.locator('#done') })
        .locator('h2')
        .first()
        .textContent(),
    ).toBe('招集した関係機関');
    await presses(desk, '元に戻す');
    expect(await opensOn(desk)).toContain('元に戻しました');
    expect(new URL(desk.url()).pathname).toBe(meeting);
    await tabTo(desk, summary('電話・FAXの回答を入力する'));
    await desk.keyboard.press('Enter');
    await tabTo(desk, field('answer'));
    await desk.keyboard.press('ArrowDown');
    await presses(desk, '回答を記録する');

    await served.playTo('2026-06-15T16:00');
    await desk.goto(meeting);
    await types(desk, 'topic.0', '受診');
    await types(desk, 'conclusion.0', '同行する');
    await presses(desk, '会議録を確定する');
    expect(await desk.locator('.notice-good').first().textContent()).toContain('会議録を保存しました');
    await officer.context.close();
  });

  it('makes a plan, has it confirmed by the person and decided', async () => {
    await heldWithConsent(served);
    const { page, context } = await visitorIn(browser, served, { persona: '佐藤' });
    await page.goto(`${office}/plans/C-8`);
    await types(page, 'goals', '受診する');
    await presses(page, '支援計画を作る');
    await presses(page, '本人確認を記録する');
    await presses(page, '支援決定を記録する');
    expect(await page.locator('.title').textContent()).toContain('支援中');
    await context.close();
  });
});

/** M-8 about a household that consented, held and with its minutes final, so that a plan can be made. */
async function heldWithConsent(served: ServedApp): Promise<void> {
  const { app } = served;
  const does = async (who: string, verb: string, input: unknown) => {
    expect(await actIn(app, who, verb, input)).toEqual({ ok: true });
  };
  const members = [{ id: 'A', name: '試験花子', covered: true }];
  await does('木村', 'case', { id: 'C-8', issues: [1], members });
  await does('木村', 'consent', { case: 'C-8', member: 'A' });
  await does('木村', 'request', { meeting: 'M-8', cases: ['C-8'], framework: 'needy-coordination' });
  const invite = { 医療機関: { class: '医療面の助言', purpose: '受診の相談', members: ['A'] } };
  const asked = { date: '2026-06-29T14:00', place: '若草町役場', outlook: '3か月ごと 計4回', invite };
  await does('佐藤', 'convene', { meeting: 'M-8', ...asked });
  await served.playTo('2026-06-29T16:00');
  await does('佐藤', 'record', { meeting: 'M-8', attendance: ['医療機関'], items: ['受診'], final: true });
}
