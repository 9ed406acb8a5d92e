import { setTimeout as pause } from 'node:timers/promises';
import type { App } from '../app.ts';
import { failureWords } from './settle.ts';

/** How long until somebody looks for sheets that wait, in milliseconds: on one machine they are to be seen soon. */
const LOOK_AGAIN = 2000;

/** Writes the sheets that wait, while everything else goes on. */
export function keepPushing(app: App): { stop(): void } {
  const stopped = new AbortController();
  void push(app, stopped.signal);
  return {
    stop: () => {
      stopped.abort();
    },
  };
}

async function push(app: App, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    await app.pushSheets().catch((error: unknown) => {
      console.error(`シートに書き込めませんでした: ${failureWords(error)}`);
    });
    await pause(LOOK_AGAIN, undefined, { signal }).catch(() => undefined);
  }
}
