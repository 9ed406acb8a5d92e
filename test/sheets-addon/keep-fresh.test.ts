import { describe, expect, it } from 'vitest';
import { keeperOf, type Tried } from '../../sheets-addon/sidebar/keep-fresh.ts';

const MINUTE = 60_000;
const came: Tried = { rows: 2, why: '' };
const failed: Tried = { rows: 0, why: 'つどいに届きませんでした。' };

/** A sidebar on a clock of its own, whose calls are answered when the test says so. */
function sidebar() {
  let [now, isHidden] = [0, false];
  let timers: { at: number; then: () => void }[] = [];
  const waiting: ((tried: Tried) => void)[] = [];
  const [askedAt, shown]: [number[], string[]] = [[], []];
  const keeper = keeperOf({
    pull: async () => {
      askedAt.push(now / MINUTE);
      return new Promise((resolve) => waiting.push(resolve));
    },
    now: () => now,
    later(milliseconds, then) {
      const timer = { at: now + milliseconds, then };
      timers.push(timer);
      return () => {
        timers = timers.filter((other) => other !== timer);
      };
    },
    isHidden: () => isHidden,
    fresh: (rows) => shown.push(`${String(rows)}行`),
    failing: (since, why) => shown.push(`${String(since / MINUTE)}分から：${why}`),
  });
  async function minutes(count: number): Promise<void> {
    const until = now + count * MINUTE;
    for (;;) {
      const next = timers.toSorted((one, other) => one.at - other.at)[0];
      if (next === undefined || next.at > until) break;
      timers = timers.filter((timer) => timer !== next);
      now = next.at;
      next.then();
      await Promise.resolve();
    }
    now = until;
  }
  return {
    keeper,
    askedAt,
    shown,
    minutes,
    hide: (hidden: boolean) => (isHidden = hidden),
    /** Answers the call that waits longest. */
    answer: async (tried: Tried) => {
      waiting.shift()?.(tried);
      await Promise.resolve();
      await Promise.resolve();
    },
    timers: () => timers.length,
  };
}

describe('the sidebar, keeping the sheet up to date', () => {
  it('asks a minute after each answer, and never while it waits for one', async () => {
    const { keeper, askedAt, shown, minutes, answer } = sidebar();
    keeper.ask();
    await minutes(5);
    keeper.ask();
    keeper.online();
    keeper.seen();
    expect(askedAt).toEqual([0]);
    await answer(came);
    await minutes(1);
    await answer(came);
    await minutes(1);
    expect(askedAt).toEqual([0, 6, 7]);
    expect(shown).toEqual(['2行', '2行']);
  });

  it('asks less and less while nothing comes, says since when, and is back at a minute after the first answer', async () => {
    const { keeper, askedAt, shown, minutes, answer } = sidebar();
    keeper.ask();
    await answer(came);
    for (const wait of [1, 1, 2, 4, 8, 15, 15]) {
      await minutes(wait);
      await answer(failed);
    }
    expect(askedAt).toEqual([0, 1, 2, 4, 8, 16, 31, 46]);
    expect(new Set(shown.slice(1))).toEqual(new Set(['0分から：つどいに届きませんでした。']));
    await minutes(15);
    await answer(came);
    await minutes(1);
    await answer(failed);
    expect(askedAt.slice(-2)).toEqual([61, 62]);
    expect(shown.slice(-2)).toEqual(['2行', '61分から：つどいに届きませんでした。']);
  });

  it('asks nothing while nobody looks, and once as soon as somebody does', async () => {
    const { keeper, askedAt, minutes, answer, hide, timers } = sidebar();
    keeper.ask();
    await answer(came);
    hide(true);
    await minutes(600);
    expect(askedAt).toEqual([0]);
    expect(timers()).toBe(0);
    hide(false);
    keeper.seen();
    keeper.seen();
    await answer(came);
    // Looked away and back within the minute: not yet due.
    keeper.seen();
    expect(askedAt).toEqual([0, 600]);
    await minutes(1);
    expect(askedAt).toEqual([0, 600, 601]);
  });

  it('asks at once when the network is back, and not for that alone when nothing was amiss', async () => {
    const { keeper, askedAt, minutes, answer, timers } = sidebar();
    keeper.ask();
    await answer(failed);
    for (const wait of [1, 2, 4]) {
      await minutes(wait);
      await answer(failed);
    }
    await minutes(3);
    keeper.online();
    await answer(came);
    keeper.online();
    expect(askedAt).toEqual([0, 1, 3, 7, 10]);
    expect(timers()).toBe(1);
  });

  it('takes an answer for lost that Google can no longer give, and heeds it no more', async () => {
    const { keeper, askedAt, shown, minutes, answer, timers } = sidebar();
    keeper.ask();
    await minutes(8);
    expect(askedAt).toEqual([0, 8]);
    expect(shown).toEqual(['0分から：答えがありませんでした。']);
    await answer(came);
    expect(shown).toHaveLength(1);
    expect(timers()).toBe(1);
    await answer(came);
    expect(shown).toEqual(['0分から：答えがありませんでした。', '2行']);
  });
});
