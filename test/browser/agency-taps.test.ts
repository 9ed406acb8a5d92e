import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createFetch } from '../../local/server.ts';
import { openLoopback } from '../../local/server/loopback.ts';
import { asked, called, link, monitored, papers, read } from '../support/agency-worlds.ts';
import { launchBrowser } from './chromium.ts';

/** What is tapped, in order, and what the page says at the end. */
const ways = [
  { name: 'to come', open: async () => link(await called()), taps: ['出席する'], said: '回答を受け付けました' },
  {
    name: 'to ten slots',
    open: async () => link(await asked()),
    taps: ['どの日も出席できる（すべて○）'],
    said: '回答を受け付けました',
  },
  {
    name: 'to a request for a report',
    open: async () => papers(await monitored(), read),
    taps: ['実施（役割どおりできた）', 'この内容で報告する'],
    said: '報告を受け取りました',
  },
];

describe('an answer over the link, without script', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(async () => browser.close());

  it.each(ways)('$name takes these taps and no more', async ({ open, taps, said }) => {
    const { office, path, cookie } = await open();
    const opened = await openLoopback(0);
    opened.serve(createFetch(office.app, opened.port));
    const url = `http://127.0.0.1:${String(opened.port)}`;
    const context = await browser.newContext({ viewport: { width: 360, height: 640 }, javaScriptEnabled: false });
    const [name = '', value = ''] = cookie?.split('=') ?? [];
    if (cookie !== undefined) await context.addCookies([{ name, value, url }]);
    const page = await context.newPage();
    await page.goto(`${url}${path}`);
    for (const tap of taps) await page.getByText(tap, { exact: true }).click();
    await page.waitForURL(/done=/);
    expect(await page.getByRole('status').first().textContent()).toContain(said);
    await context.close();
    await opened.close();
  });
});
