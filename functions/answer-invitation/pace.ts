import { epochOf, type Instant } from '../../core/time.ts';

const WINDOW_SECONDS = 600;
/** Beyond this many different visitors in one window, counting starts anew: memory stays small whatever comes. */
const MOST_KEYS = 20_000;

/**
 * Counts what comes within one window of ten minutes, in the memory of this process: nothing is written, so looking at a page stays looking
 * (ADR 0040). @returns of the counter: seconds until it may go on, undefined while there is no need to wait
 */
export function createPace() {
  let window = 0;
  let counts = new Map<string, number>();
  return (key: string, most: number, now: Instant): number | undefined => {
    const seconds = Math.floor(epochOf(now) / 1000);
    const current = Math.floor(seconds / WINDOW_SECONDS);
    if (current !== window || counts.size >= MOST_KEYS) {
      window = current;
      counts = new Map();
    }
    const count = (counts.get(key) ?? 0) + 1;
    counts.set(key, count);
    return count > most ? (window + 1) * WINDOW_SECONDS - seconds : undefined;
  };
}
