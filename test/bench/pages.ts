import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { townCodeSchema } from '../../core/ids.ts';
import { instantSchema } from '../../core/time.ts';
import { createApp } from '../../local/app.ts';
import { createFetch } from '../../local/server.ts';
import { openLoopback } from '../../local/server/loopback.ts';
import { fillPrefecture } from '../support/large-prefecture.ts';
import type { Figures } from './main.ts';

const CASES = 5000;
const home = '/office/393011';

/** What somebody opens often, and what reads most. */
const visits = [
  ...[
    '',
    '/cases',
    '/meetings',
    '/messages',
    '/tasks',
    '/reviews',
    '/oversight',
    '/audit',
    '/cases/C-10',
    '/meetings/M-10',
  ].map((tail) => ['中村', `${home}${tail}`] as const),
  ...(['/office', '/status', '/outbox'] as const).map((path) => ['中村', path] as const),
];

/** Forty towns with n cases, each with a meeting, on disk; each page is opened three times, and the quickest counts. */
export async function pages(n = CASES): Promise<Figures> {
  const folder = mkdtempSync(join(tmpdir(), 'tsudoi-bench-'));
  const now = instantSchema.parse('2026-09-16T01:00:00.000Z');
  const opened = await openLoopback(0);
  const publicUrl = `http://127.0.0.1:${String(opened.port)}`;
  const app = createApp({ folder, now, frozen: true, prefecture: townCodeSchema.parse('390003'), publicUrl });
  try {
    await fillPrefecture(app.deps.store, now, { towns: 40, cases: n, first: Math.ceil(n / 12) });
    opened.serve(createFetch(app, opened.port));
    const figures: Record<string, number> = { cases: n };
    for (const [who, path] of visits) figures[`${path} (ms)`] = await quickest(publicUrl + path, who);
    return figures;
  } finally {
    await opened.close();
    app.close();
    rmSync(folder, { recursive: true });
  }
}

async function quickest(url: string, who: string): Promise<number> {
  const taken: number[] = [];
  for (let turn = 0; turn < 3; turn += 1) {
    const from = performance.now();
    const answer = await fetch(url, { headers: { cookie: `tsudoi-persona=${encodeURIComponent(who)}` } });
    await answer.text();
    if (!answer.ok) throw new Error(`${url}: ${String(answer.status)}`);
    taken.push(performance.now() - from);
  }
  return Math.round(Math.min(...taken));
}
