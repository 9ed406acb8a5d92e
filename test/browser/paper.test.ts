import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serveDemo, type ServedApp } from '../support/served-app.ts';
import { launchBrowser } from './chromium.ts';
import { visitorIn } from './visitors.ts';

const office = '/office/393011';
const folder = join(import.meta.dirname, '../../screenshots');
/** A4 upright at 96 dpi without its margins. */
const paper = { width: 658, height: 986 };

/** What colleagues print, when there is most on it; `pages` is how many sheets are too many. */
const printed = [
  { name: 'tasks', at: '2026-06-09T09:30', path: `${office}/tasks`, pages: 2 },
  { name: 'meeting', at: '2026-06-09T09:30', path: `${office}/meetings/M-1`, pages: 4 },
  { name: 'minutes', at: '2026-06-20T10:00', path: `${office}/meetings/M-1`, pages: 6 },
  { name: 'case', at: '2026-09-10T09:00', path: `${office}/cases/C-1`, pages: 3 },
  { name: 'plan', at: '2026-09-10T09:00', path: `${office}/plans/C-1`, pages: 3 },
];

/** Elements that a sheet of paper has no use for, as far as they would be printed. */
const useless = `[...document.querySelectorAll('nav, button, input, select, textarea, .skip, .local, [role=search]')]
  .filter((one) => one.offsetParent !== null).map((one) => one.outerHTML.slice(0, 80))`;
/** Colours that a grey printer loses: text that is not nearly black on a ground that is not nearly white. */
const faint = `[...document.querySelectorAll('main *')]
  .filter((one) => one.offsetParent !== null && one.childElementCount === 0 && one.textContent.trim() !== '')
  .map((one) => [one, (getComputedStyle(one).color.match(/\\d+/g) ?? []).slice(0, 3).map(Number)])
  .filter(([, [r, g, b]]) => 0.3 * r + 0.59 * g + 0.11 * b > 110)
  .map(([one]) => one.textContent.trim().slice(0, 40))`;

describe('on paper', () => {
  let served: ServedApp;
  let browser: Browser;
  beforeAll(async () => {
    mkdirSync(folder, { recursive: true });
    [served, browser] = await Promise.all([serveDemo(), launchBrowser()]);
  });
  afterAll(async () => {
    await browser.close();
    await served.close();
  });

  it.each(printed)('$name is black on white, without what one presses, on few sheets', async (one) => {
    await served.playTo(one.at);
    const { page, context } = await visitorIn(browser, served, { persona: '佐藤', size: paper });
    await page.goto(one.path);
    await page.emulateMedia({ media: 'print' });
    await page.screenshot({ path: join(folder, `print-${one.name}.png`), fullPage: true });
    expect(await page.evaluate(useless)).toEqual([]);
    expect(await page.evaluate(faint)).toEqual([]);
    expect(await page.evaluate('document.documentElement.scrollWidth <= document.documentElement.clientWidth')).toBe(
      true,
    );
    const pdf = await page.pdf({ preferCSSPageSize: true });
    writeFileSync(join(folder, `print-${one.name}.pdf`), pdf);
    const sheets = pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0;
    expect(sheets).toBeGreaterThan(0);
    expect(sheets).toBeLessThanOrEqual(one.pages);
    await context.close();
  });
});
