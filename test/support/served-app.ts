import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Spreadsheets } from '../../core/ports.ts';
import { type Instant, readInstant } from '../../core/time.ts';
import { type App, createApp } from '../../local/app.ts';
import { demoScenario } from '../../local/demo/play-demo.ts';
import { seedDemo } from '../../local/demo/seed-demo.ts';
import { actIn } from '../../local/scenario/app-world.ts';
import type { Scenario } from '../../local/scenario/check.ts';
import { seed } from '../../local/scenario/seed.ts';
import { createFetch } from '../../local/server.ts';
import { openLoopback } from '../../local/server/loopback.ts';

export type ServedApp = {
  readonly app: App;
  readonly url: string;
  /** Plays 事例その１ on, up to and with this moment of Japan's clock. */
  playTo(at: string): Promise<void>;
  close(): Promise<void>;
};

/** How spreadsheets are reached from the address of the system; not at all when left out. */
type SheetsAt = (url: string) => Spreadsheets;

/** The one-machine system on a free port, standing at the beginning of 事例その１; its clock stands still. */
export async function serveDemo(sheetsAt?: SheetsAt): Promise<ServedApp> {
  const { given, steps } = demoScenario();
  return served(steps, async ({ deps }) => seed(deps.store, given), sheetsAt);
}

/** What `npm start` opens on: 事例その１ in its third day, and the town beside it. */
export async function serveStart(): Promise<ServedApp> {
  return served([], async (app) => {
    await app.moveTo(momentOf('2026-06-03T12:00'));
    await seedDemo(app);
  });
}

async function served(
  steps: Scenario['steps'],
  fill: (app: App) => Promise<void>,
  sheetsAt?: SheetsAt,
): Promise<ServedApp> {
  const opened = await openLoopback(0);
  const url = `http://127.0.0.1:${String(opened.port)}`;
  const folder = mkdtempSync(join(tmpdir(), 'tsudoi-served-'));
  const { clock, given } = demoScenario();
  const sheets = sheetsAt === undefined ? undefined : { spreadsheets: sheetsAt(url), pause: async () => undefined };
  const app = createApp({
    ...{ folder, now: clock, frozen: true, sheets },
    ...{ prefecture: given.prefecture.code, publicUrl: url },
  });
  await fill(app);
  opened.serve(createFetch(app, opened.port));
  const waiting = [...steps];

  return {
    app,
    url,
    async playTo(at) {
      const until = momentOf(at);
      for (let step = waiting[0]; step !== undefined && (step.at ?? until) <= until; step = waiting[0]) {
        waiting.shift();
        if (step.at !== undefined) await app.moveTo(step.at);
        if (step.deed !== undefined) await actIn(app, step.as, step.deed.verb, step.deed.input);
      }
      await app.moveTo(until);
    },
    async close() {
      await opened.close();
      app.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function momentOf(text: string): Instant {
  const at = readInstant(text);
  if (at === undefined) throw new Error(`${text} is no moment`);
  return at;
}
