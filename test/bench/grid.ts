import type { Page } from 'playwright-core';
import * as z from 'zod';
import type { Cells } from '../../core/sheet/cells.ts';
import { hashOf } from '../../core/sheet/rows-to-send.ts';
import type { App } from '../../local/app.ts';
import { createFetch } from '../../local/server.ts';
import { openLoopback } from '../../local/server/loopback.ts';
import { runEntry } from '../../local/sheet/run-entry.ts';
import { launchBrowser } from '../browser/chromium.ts';
import { choose, openTab, standAt } from '../browser/town-desk.ts';
import type { Figures } from './main.ts';
import { clerk, withPrefecture } from './prefecture.ts';

const ROWS = 10_000;
const SENT = 200;
const TAB = 'ケース';
const PATIENCE = { timeout: 300_000 };
/** As a quick typist: ten letters a second. */
const PACE = { delay: 100 };
const TYPED = ['C-20001', '1', '2', '高', 'monowasure', '受付', 'mitei'];

/**
 * A tab of N cases in the browser's grid, as a clerk meets it: opened, typed in, scrolled to its end, 200 rows pasted and sent, and told
 * of what つどい says of every row. A key is as slow as the time from the keyboard until the next picture shows (the browser's Event Timing).
 */
export async function grid(n = ROWS): Promise<Figures> {
  return withPrefecture(async (app) => {
    const [opened, browser] = await Promise.all([openLoopback(0), launchBrowser()]);
    try {
      opened.serve(createFetch(app, opened.port));
      await layRows(app, n);
      const url = `http://127.0.0.1:${String(opened.port)}`;
      const context = await browser.newContext({ baseURL: url, viewport: { width: 1280, height: 900 } });
      await context.grantPermissions(['clipboard-read', 'clipboard-write']);
      await context.addCookies([{ name: 'tsudoi-persona', value: encodeURIComponent(clerk.id), url }]);
      const page = await context.newPage();
      await page.addInitScript(WATCH);
      return { rows: n, ...(await workedAt(page, n)) };
    } finally {
      await browser.close();
      await opened.close();
    }
  });
}

/** The tabs the add-on makes, and N cases that were sent some day. */
async function layRows(app: App, n: number): Promise<void> {
  const book = app.bookOf(clerkTown());
  await runEntry(app, book, clerk, { entry: 'makeTabs' });
  const columns = { row: 1, column: 1, rows: 1, columns: book.door.facts(TAB)?.lastColumn ?? 1 };
  const [titles = []] = book.door.texts(TAB, columns);
  const edits = Array.from({ length: n }, (_, index) => {
    const cells = sentCase(`C-${String(index + 1)}`);
    return { sheet: TAB, row: index + 2, texts: titles.map((title) => cells[title] ?? '') };
  });
  book.type(edits);
}

function sentCase(id: string): Cells {
  const typed = { ケース番号: id, 課題: '1、2', 世帯特徴: '3', 緊急度: '中', 概要: '物忘れが進み、火の始末が心配' };
  return { ...typed, 行ID: `r-${id}`, 版: '1', 状況: '済', 送信内容: hashOf(TAB, typed) };
}

function clerkTown() {
  if (clerk.serves === undefined) throw new Error('the clerk of the measurement has no town');
  return clerk.serves;
}

async function workedAt(page: Page, n: number): Promise<Figures> {
  const open = () =>
    timed(async () => {
      await page.goto(`/sheet/${clerkTown()}`);
      await page.locator('body[data-ready]').waitFor(PATIENCE);
      await painted(page);
    });
  const first = await open();
  const opening = await open();
  const turning = await timed(async () => {
    await openTab(page, TAB);
    await painted(page);
  });
  const typing = await watched(page, async () => {
    for (const [at, text] of TYPED.entries()) {
      if (at === 0) await standAt(page, 3);
      await page.keyboard.type(text, PACE);
      await page.keyboard.press('Tab', PACE);
    }
    await page.keyboard.press('Enter', PACE);
    await page.waitForTimeout(3000);
  });
  const scrolling = await watched(page, async () => {
    for (let turn = 0; turn < 20; turn += 1) {
      await page.mouse.wheel(0, (n * 24) / 20);
      await painted(page);
    }
  });
  const sending = await timed(() => pasteAndSend(page, n));
  const pulling = await watched(page, async () => {
    await chosen(page, '最新にする', /最新|ありません|変わ/);
    await painted(page);
  });
  return {
    'seconds to open, bundled first': first,
    'seconds to open': opening,
    'seconds to turn to the tab': turning,
    'keys typed': typing.keys.length,
    'ms of a key, median': at(typing.keys, 0.5),
    'ms of a key, slowest': at(typing.keys, 1),
    'ms nothing moved while typing': typing.stall,
    'ms nothing moved while scrolling': scrolling.stall,
    [`seconds to paste and send ${String(SENT)} rows`]: sending,
    'seconds of 最新にする': pulling.seconds,
    'ms nothing moved then': pulling.stall,
    'MB of the page': await memoryOf(page),
    'MB of the server, with the measurement': Math.round(process.memoryUsage().rss / 1e6),
  };
}

/** Pasted below the last row: the rows above stay unsent, so only these are marked 済. */
async function pasteAndSend(page: Page, n: number): Promise<void> {
  const lines = Array.from({ length: SENT }, (_, index) => `P-${String(index)}\t1\t\t\t試験`);
  await page.evaluate(`navigator.clipboard.writeText(${JSON.stringify(lines.join('\n'))})`);
  await page.keyboard.press('Control+V');
  await page.waitForTimeout(2000);
  await chosen(page, 'この表を送る', new RegExp(`行が「済」|行は|${String(n)}`));
}

async function chosen(page: Page, item: string, words: RegExp): Promise<void> {
  await page.evaluate("document.getElementById('toasts').replaceChildren()");
  await choose(page, item);
  await page.locator('.toast').filter({ hasText: words }).first().waitFor(PATIENCE);
}

/** Notes how long each key took to show, and how long nothing could be shown at all. */
const WATCH = `
  globalThis.keysSeen = [];
  globalThis.stalls = [];
  new PerformanceObserver((list) => {
    for (const { name, duration } of list.getEntries()) if (name === 'keydown') keysSeen.push(duration);
  }).observe({ type: 'event', durationThreshold: 16, buffered: true });
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) stalls.push(duration);
  }).observe({ type: 'longtask', buffered: true });
`;

const seenSchema = z.object({ keys: z.array(z.number()), stalls: z.array(z.number()) });

async function watched(page: Page, work: () => Promise<void>) {
  await page.evaluate('void (keysSeen.length = 0, stalls.length = 0)');
  const seconds = await timed(work);
  await page.waitForTimeout(500);
  const { keys, stalls } = seenSchema.parse(await page.evaluate('({ keys: keysSeen, stalls })'));
  return { seconds, keys: keys.toSorted((one, other) => one - other), stall: Math.round(Math.max(0, ...stalls)) };
}

const at = (sorted: readonly number[], part: number) => sorted[Math.ceil((sorted.length - 1) * part)] ?? 0;

async function timed(work: () => Promise<void>): Promise<number> {
  const from = performance.now();
  await work();
  return Math.round((performance.now() - from) / 100) / 10;
}

/** The picture after the next one is there. */
async function painted(page: Page): Promise<void> {
  await page.evaluate('new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(1))))');
}

async function memoryOf(page: Page): Promise<number> {
  const chromium = await page.context().newCDPSession(page);
  await chromium.send('HeapProfiler.collectGarbage');
  const { usedSize } = await chromium.send('Runtime.getHeapUsage');
  return Math.round(usedSize / 1e6);
}
