import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it } from 'vitest';
import { sqliteStore } from '../../adapters/embedded/sqlite-store.ts';
import { openWait, signalRun } from '../../core/commands/outbox/open-wait.ts';
import { StaleRecord } from '../../core/errors.ts';
import type { Store, Workflows } from '../../core/ports.ts';
import { refuse } from '../../core/result.ts';
import { town } from '../support/small-town.ts';
import { failingOnce, withCommit } from '../support/stores-that-fail.ts';

const execution = '393011-M-1-c1';

/** Runs of which each token ends once; `over` are those whose time ran out by themselves. */
function waitingRuns(over: readonly string[] = []) {
  const ended: string[] = [];
  const workflows: Workflows = {
    start: async () => undefined,
    async complete(token) {
      if (over.includes(token) || ended.includes(token)) return 'gone';
      ended.push(token);
      return 'completed';
    },
  };
  const store = sqliteStore(new DatabaseSync(':memory:'));
  return {
    ended,
    store,
    open: (token: string, onto: Store = store) => openWait({ store: onto, workflows }, { town, execution, token }),
    signal: (onto: Store = store) => signalRun({ store: onto, workflows }, town, execution),
    wait: () => store.get('wait', town, execution),
    workflows,
  };
}

const ofTheWait = () => true;

describe('a run that waits', () => {
  it('is woken by an event that comes after its token', async () => {
    const run = waitingRuns();
    expect(await run.open('t1')).toBe(true);
    expect(run.ended).toEqual([]);
    await run.signal();
    expect(run.ended).toEqual(['t1']);
    expect(await run.wait()).toMatchObject({ pending: false });
    expect(await run.wait()).not.toHaveProperty('token');
  });

  it('ends at once when the event came before its token, and the wait after that stays open', async () => {
    const run = waitingRuns();
    await run.signal();
    expect(await run.open('t1')).toBe(false);
    expect(run.ended).toEqual(['t1']);
    expect(await run.open('t2')).toBe(true);
    expect(run.ended).toEqual(['t1']);
  });

  it('is woken once by two events before its token', async () => {
    const run = waitingRuns();
    await run.signal();
    await run.signal();
    expect([await run.open('t1'), await run.open('t2')]).toEqual([false, true]);
  });

  it('told twice of one event, only looks again once more', async () => {
    const run = waitingRuns();
    await run.open('t1');
    await run.signal();
    await run.signal();
    expect(run.ended).toEqual(['t1']);
    expect(await run.open('t2')).toBe(false);
    expect(await run.open('t3')).toBe(true);
  });

  it('keeps an event that hits a token whose time has run out for the next wait', async () => {
    const run = waitingRuns(['t1']);
    await run.open('t1');
    await run.signal();
    expect(run.ended).toEqual([]);
    expect(await run.open('t2')).toBe(false);
    expect(run.ended).toEqual(['t2']);
  });

  it('that opens a new wait forgets the token of the old one', async () => {
    const run = waitingRuns();
    await run.open('t1');
    await run.open('t2');
    await run.signal();
    expect(run.ended).toEqual(['t2']);
  });

  it('opened twice under one token, as by a repeated call, is woken once', async () => {
    const run = waitingRuns();
    expect([await run.open('t1'), await run.open('t1')]).toEqual([true, true]);
    await run.signal();
    expect(run.ended).toEqual(['t1']);
  });
});

describe('a power cut', () => {
  it('between ending the wait and forgetting the event costs one look too many, and no event', async () => {
    const run = waitingRuns();
    await run.signal();
    await expect(run.open('t1', failingOnce(run.store, 'throws', ofTheWait))).rejects.toThrow('lights');
    expect(run.ended).toEqual(['t1']);
    expect(await run.open('t2')).toBe(false);
    expect(await run.open('t3')).toBe(true);
  });

  it('between ending the wait and noting so keeps later events', async () => {
    const run = waitingRuns();
    await run.open('t1');
    await expect(run.signal(failingOnce(run.store, 'throws', ofTheWait))).rejects.toThrow('lights');
    await run.signal();
    expect(await run.open('t2')).toBe(false);
  });
});

describe('two at the same moment', () => {
  it('an event between reading and keeping the token ends the wait', async () => {
    const run = waitingRuns();
    let signalled = false;
    const interrupted = withCommit(run.store, async (change) => {
      if (!signalled) {
        signalled = true;
        await run.signal();
      }
      return run.store.commit(change);
    });
    expect(await run.open('t1', interrupted)).toBe(false);
    expect(run.ended).toEqual(['t1']);
  });

  it('an event that comes while the one before it ends the wait is not lost', async () => {
    const run = waitingRuns();
    await run.signal();
    let signalled = false;
    const interrupted = withCommit(run.store, async (change) => {
      if (!signalled) {
        signalled = true;
        await run.signal();
      }
      return run.store.commit(change);
    });
    expect(await run.open('t1', interrupted)).toBe(false);
    // The run looks ahead now, perhaps before what the second event was about was saved; so its next wait must end too.
    expect(await run.open('t2')).toBe(false);
    expect(run.ended).toEqual(['t1', 't2']);
  });

  it('a lost race is run again', async () => {
    const run = waitingRuns();
    expect(await run.open('t1', failingOnce(run.store, 'stale', ofTheWait))).toBe(true);
    await run.signal(failingOnce(run.store, 'stale', ofTheWait));
    expect(run.ended).toEqual(['t1']);
  });

  it('one that is lost again and again is a fault, for the workflow’s Retry', async () => {
    const run = waitingRuns();
    const hopeless = withCommit(run.store, async () => refuse({ code: 'stale' }));
    await expect(run.open('t1', hopeless)).rejects.toBeInstanceOf(StaleRecord);
    await expect(run.signal(hopeless)).rejects.toBeInstanceOf(StaleRecord);
  });
});
