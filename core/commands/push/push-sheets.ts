import type { Push, PushTurn } from '../../push/model.ts';
import { after, type Outcome, takenAt, waitsSince } from '../../push/rules.ts';
import type { Spreadsheets } from '../../ports.ts';
import { addSeconds, epochOf, type Instant } from '../../time.ts';
import { pushSheet, type PushDeps } from './push-sheet.ts';
import { stopTask } from './stop-task.ts';

type Deps = PushDeps & {
  /** Ends after so many milliseconds. */
  readonly pause: (milliseconds: number) => Promise<void>;
};

/** Google takes 60 reads and 60 writes a minute of one account. A write follows a read, so the reads set the pace: 57 a minute. */
const SPACING_MS = 1050;

/** After a 429 without a word of when: the minute that Google counts in. */
const REST_SECONDS = 60;

const TRIES = 5;

/**
 * Writes the sheets that wait, the longest waiting first, one by one and at Google's pace, until none is left or `until`. One at a time does so;
 * who comes while another is at it goes again.
 * @returns how many sheets were looked at
 * @throws what is no town's affair (our account, a fault of ours), once the turn is given back; the sheet is tried again later.
 */
export async function pushSheets(deps: Deps, until: Instant): Promise<number> {
  if ((await waiting(deps)).length === 0) return 0;
  const turn = await takeTurn(deps, until);
  if (turn === undefined) return 0;
  const { looked, rest, failure } = await pushUntil({ ...deps, spreadsheets: paced(deps) }, until);
  await deps.store.commit({ put: [{ ...turn, until: rest ?? deps.clock.now() }] });
  if (failure !== undefined) throw failure.error;
  return looked;
}

async function waiting({ store, clock, prefecture }: PushDeps): Promise<readonly Push[]> {
  const now = clock.now();
  const since = (await store.list('push', prefecture)).flatMap((push) => {
    const at = waitsSince(push, now);
    return at === undefined ? [] : [{ push, at }];
  });
  return since.toSorted((one, other) => (one.at < other.at ? -1 : Number(one.at > other.at))).map(({ push }) => push);
}

/** Undefined while somebody else is at it, or Google wants rest. */
async function takeTurn({ store, clock, prefecture }: PushDeps, until: Instant): Promise<PushTurn | undefined> {
  const turn = await store.get('push-turn', prefecture, 'push');
  if (turn !== undefined && turn.until > clock.now()) return undefined;
  const version = turn?.version ?? 0;
  const mine: PushTurn = { kind: 'push-turn', town: prefecture, id: 'push', version, until: addSeconds(until, GRACE) };
  const saved = await store.commit({ put: [mine] });
  return saved.ok ? { ...mine, version: version + 1 } : undefined;
}

// What was begun just before the end is still being written.
const GRACE = 60;

type Ended = { readonly looked: number; readonly rest?: Instant; readonly failure?: { readonly error: unknown } };

async function pushUntil(deps: PushDeps, until: Instant): Promise<Ended> {
  let looked = 0;
  for (let queue = await waiting(deps); queue.length > 0; queue = await waiting(deps)) {
    for (const push of queue) {
      if (deps.clock.now() >= until) return { looked };
      const outcome = await pushOne(deps, push);
      const end = endBy(outcome, deps.clock.now());
      if (end !== undefined) return { looked, ...end };
      if (outcome !== undefined) looked += 1;
    }
  }
  return { looked };
}

/** What ends the whole run: Google wants rest, or nothing would go any better with the next sheet. */
function endBy(outcome: Outcome | undefined, now: Instant): Omit<Ended, 'looked'> | undefined {
  if (outcome?.is === 'failed') return { failure: outcome };
  if (outcome?.is !== 'deferred' || !outcome.error.everywhere) return undefined;
  return { rest: addSeconds(now, outcome.error.seconds ?? REST_SECONDS) };
}

async function pushOne(deps: PushDeps, push: Push): Promise<Outcome | undefined> {
  const taken = takenAt(push, deps.clock.now());
  const claimed = await deps.store.commit({ put: [taken] });
  // Switched off, or changed, at this very moment: it is seen with the next list.
  if (!claimed.ok) return undefined;
  const outcome = await pushSheet(deps, taken);
  await settle(deps, taken, outcome);
  return outcome;
}

/** News that came meanwhile stay; what was found out about another sheet than the one that counts now does not. */
async function settle(deps: PushDeps, { id, spreadsheet }: Push, outcome: Outcome): Promise<void> {
  for (let tried = 0; tried < TRIES; tried += 1) {
    const now = deps.clock.now();
    const push = await deps.store.get('push', deps.prefecture, id);
    if (push === undefined) return;
    const { taken: _over, ...free } = push;
    const counts = push.on && push.spreadsheet === spreadsheet;
    const next = counts ? after(push, outcome, now) : free;
    const task = counts && outcome.is === 'stopped' ? [stopTask(next, outcome.why, now)] : [];
    const saved = await deps.store.commit({ put: [next, ...task] });
    if (saved.ok) return;
  }
}

/** The same spreadsheets, each question waiting until Google's minute has room for it. */
function paced({ spreadsheets, clock, pause }: Deps): Spreadsheets {
  let free = epochOf(clock.now()) + SPACING_MS;
  async function room(): Promise<void> {
    const now = epochOf(clock.now());
    if (free > now) await pause(free - now);
    free = Math.max(free, now) + SPACING_MS;
  }
  return {
    ...spreadsheets,
    async tabs(spreadsheet) {
      await room();
      return spreadsheets.tabs(spreadsheet);
    },
    async read(spreadsheet, ranges) {
      await room();
      return spreadsheets.read(spreadsheet, ranges);
    },
  };
}
