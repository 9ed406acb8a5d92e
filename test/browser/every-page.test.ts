import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pageNames } from '../../functions/work-office/navigation.ts';
import { placeOf } from '../../functions/work-office/routes.ts';
import { serveDemo, type ServedApp } from '../support/served-app.ts';
import { launchBrowser } from './chromium.ts';
import { desk, findingsOf, linkTo, overflowOf, phone, visitorIn } from './visitors.ts';

type Seen = {
  readonly name: string;
  readonly at: string;
  readonly persona?: string;
  readonly path: string | ((served: ServedApp) => Promise<string>);
};
const office = '/office/393011';

/** Every page at a moment when there is something to see on it, in the order of the story. */
const pages: readonly Seen[] = [
  { name: 'personas', at: '2026-06-01T08:40', path: '/' },
  { name: 'consultations', at: '2026-06-01T09:50', persona: '木村', path: `${office}/consultations` },
  { name: 'consultation', at: '2026-06-01T09:50', persona: '木村', path: `${office}/consultations/U-1` },
  {
    name: 'standard-form',
    at: '2026-06-01T09:50',
    persona: '木村',
    path: `${office}/consultations/U-1/forms/consultation-slip`,
  },
  { name: 'new-consultation', at: '2026-06-01T09:50', persona: '木村', path: `${office}/consultations/new` },
  { name: 'new-case', at: '2026-06-01T09:50', persona: '木村', path: `${office}/cases/new` },
  { name: 'case', at: '2026-06-01T09:50', persona: '木村', path: `${office}/cases/C-1` },
  { name: 'meeting-requested', at: '2026-06-01T09:50', persona: '佐藤', path: `${office}/meetings/M-1` },
  { name: 'letter', at: '2026-06-01T11:00', persona: '佐藤', path: `${office}/meetings/M-1/letter/動物NPO` },
  { name: 'towns', at: '2026-06-09T09:30', persona: '佐藤', path: '/office' },
  { name: 'town', at: '2026-06-09T09:30', persona: '佐藤', path: office },
  { name: 'cases', at: '2026-06-09T09:30', persona: '木村', path: `${office}/cases` },
  { name: 'retention', at: '2026-06-09T09:30', persona: '佐藤', path: `${office}/retention` },
  { name: 'workbook', at: '2026-06-09T09:30', persona: '木村', path: `${office}/workbook` },
  { name: 'handover', at: '2026-06-09T09:30', persona: '佐藤', path: `${office}/cases/handover?worker=佐藤` },
  { name: 'meetings', at: '2026-06-09T09:30', persona: '佐藤', path: `${office}/meetings` },
  { name: 'messages', at: '2026-06-09T09:30', persona: '佐藤', path: `${office}/messages` },
  { name: 'new-sitting', at: '2026-06-09T09:30', persona: '佐藤', path: `${office}/meetings/together` },
  { name: 'new-meeting', at: '2026-06-09T09:30', persona: '木村', path: `${office}/meetings/new` },
  { name: 'tasks', at: '2026-06-09T09:30', persona: '佐藤', path: `${office}/tasks` },
  { name: 'glance', at: '2026-06-09T09:30', persona: '木村', path: `${office}/glance/C-1` },
  { name: 'records', at: '2026-06-09T09:30', persona: '木村', path: `${office}/records` },
  { name: 'oversight', at: '2026-06-09T09:30', persona: '中村', path: `${office}/oversight` },
  { name: 'audit', at: '2026-06-09T09:30', persona: '中村', path: `${office}/audit` },
  { name: 'tasks-done', at: '2026-06-09T09:30', persona: '佐藤', path: `${office}/tasks?of=done` },
  { name: 'agencies', at: '2026-06-09T09:30', persona: '佐藤', path: `${office}/agencies` },
  { name: 'new-agency', at: '2026-06-09T09:30', persona: '佐藤', path: `${office}/agencies/new` },
  { name: 'agency-of-register', at: '2026-06-09T09:30', persona: '佐藤', path: `${office}/agencies/医療機関` },
  { name: 'settings', at: '2026-06-09T09:30', persona: '佐藤', path: `${office}/settings` },
  { name: 'staff', at: '2026-06-09T09:30', persona: '佐藤', path: `${office}/staff` },
  { name: 'push', at: '2026-06-09T09:30', persona: '中村', path: `${office}/settings/push` },
  { name: 'shared-settings', at: '2026-06-09T09:30', persona: '佐藤', path: `${office}/settings/shared` },
  { name: 'bodies', at: '2026-06-09T09:30', persona: '佐藤', path: `${office}/bodies` },
  { name: 'new-body', at: '2026-06-09T09:30', persona: '佐藤', path: `${office}/bodies/new` },
  { name: 'body', at: '2026-06-09T09:30', persona: '佐藤', path: `${office}/bodies/定例検討会` },
  { name: 'meeting-inviting', at: '2026-06-09T09:30', persona: '佐藤', path: `${office}/meetings/M-1` },
  { name: 'agency', at: '2026-06-09T09:30', path: (served) => linkTo(served, '医療機関') },
  { name: 'agency-code', at: '2026-06-09T09:30', path: async (served) => `${await linkTo(served, '医療機関')}/papers` },
  { name: 'outbox', at: '2026-06-09T09:30', path: '/outbox' },
  { name: 'executions', at: '2026-06-09T09:30', path: '/dev/executions' },
  {
    name: 'execution',
    at: '2026-06-09T09:30',
    path: '/dev/executions?workflow=convening&name=393011-M-1-c1',
  },
  { name: 'status', at: '2026-06-09T09:30', persona: '山本', path: '/status' },
  { name: 'refused', at: '2026-06-09T09:30', persona: '山本', path: `${office}/cases/C-1` },
  { name: 'wrong-link', at: '2026-06-09T09:30', path: '/a/nothing-like-this' },
  { name: 'meeting-recording', at: '2026-06-15T15:00', persona: '佐藤', path: `${office}/meetings/M-1` },
  { name: 'meeting-completed', at: '2026-06-18T12:00', persona: '佐藤', path: `${office}/meetings/M-1` },
  { name: 'plan', at: '2026-09-09T10:00', persona: '佐藤', path: `${office}/plans/C-1` },
  { name: 'case-monitored', at: '2026-09-09T10:00', persona: '木村', path: `${office}/cases/C-1` },
  { name: 'reviews', at: '2026-09-09T10:00', persona: '木村', path: `${office}/reviews` },
];

const placesSeen = pages.flatMap(({ path }) => {
  if (typeof path !== 'string' || !path.startsWith(office)) return [];
  const [bare = ''] = path.slice(office.length + 1).split('?');
  return [placeOf(bare)?.page ?? bare];
});

describe('every page', () => {
  it('is among them: a page that nobody visits is no page', () => {
    expect(pageNames.filter((name) => !placesSeen.some((seen) => seen === name))).toEqual([]);
  });

  let served: ServedApp;
  let browser: Browser;
  beforeAll(async () => {
    [served, browser] = await Promise.all([serveDemo(), launchBrowser()]);
    mkdirSync('screenshots', { recursive: true });
  });
  afterAll(async () => {
    await browser.close();
    await served.close();
  });

  it.each(pages)('$name works for everybody, on a desk and on a phone, and asks nobody else', async (seen) => {
    await served.playTo(seen.at);
    const path = typeof seen.path === 'string' ? seen.path : await seen.path(served);
    const visitor = seen.persona === undefined ? {} : { persona: seen.persona };

    for (const [shape, size] of Object.entries({ desk, phone })) {
      const { page, context, strayed } = await visitorIn(browser, served, { ...visitor, size, script: true });
      await page.goto(path);
      await page.screenshot({ path: join('screenshots', `${seen.name}-${shape}.png`), fullPage: true });
      expect(await findingsOf(page)).toEqual([]);
      expect(await overflowOf(page)).toBe(0);
      expect(strayed).toEqual([]);
      // 1280 px at 200 %, and a reflow to 320 px: nothing sticks out to the side.
      for (const width of shape === 'desk' ? [640, 320] : []) {
        await page.setViewportSize({ width, height: size.height });
        expect({ width, over: await overflowOf(page) }).toEqual({ width, over: 0 });
      }
      await context.close();
    }
  });
});
