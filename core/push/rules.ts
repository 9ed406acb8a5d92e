import type { SheetDeferred } from '../errors.ts';
import { addSeconds, dayOf, type Instant, jst } from '../time.ts';
import type { OutboxEntry } from '../workflow/model.ts';
import type { Places, Push, Stop } from './model.ts';

/** Facts change by the mere passing of a day, too (遅れ, 期限): every sheet is looked at once in the morning, before the office opens. */
const MORNING = '06:00';

// Longer than one sheet can take: whoever still holds it after that is gone.
const GONE_SECONDS = 5 * 60;

/** What was written is looked at once more: somebody may have sorted the rows in the very second between looking and writing. */
const LOOK_AGAIN_SECONDS = 5 * 60;

const FIRST_DELAY_SECONDS = 30;
const LONGEST_DELAY_SECONDS = 60 * 60;

/** Whether changes of this town are worth marking. */
export function isOpen({ on, stopped }: Push): boolean {
  return on && stopped === undefined;
}

/** Something of the town changed: delivered at once, and merely noted. */
export function sheetNews(of: Pick<OutboxEntry, 'town'>, at: Instant, prefecture: Push['town']): OutboxEntry {
  return { ...of, subject: 'push', notBefore: at, effect: { type: 'sheet-news', prefecture } };
}

/** With something to look at; undefined when that is known already. */
export function withNews(push: Push, at: Instant): Push | undefined {
  if (!isOpen(push) || (push.news !== undefined && push.news <= at)) return undefined;
  return { ...push, news: at };
}

/** Since when this sheet waits to be looked at; undefined while it does not. */
export function waitsSince(push: Push, now: Instant): Instant | undefined {
  const { taken, notBefore = now, news } = push;
  if (!isOpen(push) || notBefore > now) return undefined;
  if (taken !== undefined) return addSeconds(taken, GONE_SECONDS) <= now ? taken : undefined;
  return [...(news === undefined ? [] : [news]), ...morningOf(push, now)].toSorted().find((at) => at <= now);
}

function morningOf({ lookedAt }: Push, now: Instant): readonly Instant[] {
  const morning = jst(dayOf(now), MORNING);
  return lookedAt === undefined || lookedAt < morning ? [morning] : [];
}

/** What is written is read after this: news that come from now on are for the next time. */
export function takenAt({ news: _seen, ...push }: Push, now: Instant): Push {
  return { ...push, taken: now };
}

export type Outcome =
  | {
      readonly is: 'looked';
      /** How many cells were written. */
      readonly wrote: number;
      /** More than one request should hold: the rest at once. */
      readonly more: boolean;
      readonly places?: Places | undefined;
      readonly proven: boolean;
      readonly lacks?: Push['lacks'];
    }
  | { readonly is: 'stopped'; readonly why: Stop }
  | { readonly is: 'deferred'; readonly error: SheetDeferred }
  | { readonly is: 'failed'; readonly error: unknown };

/** The record once the sheet was looked at. Switched off, or over to another sheet meanwhile, it only goes free. */
export function after(push: Push, outcome: Outcome, now: Instant): Push {
  const { taken: _over, ...free } = push;
  if (outcome.is === 'looked') return looked(free, outcome, now);
  if (outcome.is === 'stopped') return { ...free, stopped: { why: outcome.why, at: now } };
  const wanted = outcome.is === 'deferred' ? (outcome.error.seconds ?? 0) : 0;
  const attempts = (free.attempts ?? 0) + 1;
  const delay = Math.min(LONGEST_DELAY_SECONDS, FIRST_DELAY_SECONDS * 2 ** (attempts - 1));
  return { ...free, news: free.news ?? now, attempts, notBefore: addSeconds(now, Math.max(wanted, delay)) };
}

function looked(
  { notBefore: _passed, attempts: _none, places: _before, lacks: _lacked, ...push }: Push,
  { wrote, more, places, proven, lacks }: Extract<Outcome, { is: 'looked' }>,
  now: Instant,
): Push {
  const again = more ? now : addSeconds(now, LOOK_AGAIN_SECONDS);
  return {
    ...push,
    ...(wrote === 0 ? {} : { wroteAt: now, news: push.news ?? again }),
    ...(places === undefined ? {} : { places }),
    ...(lacks === undefined ? {} : { lacks }),
    proven,
    lookedAt: now,
  };
}
