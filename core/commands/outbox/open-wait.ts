import { StaleRecord } from '../../errors.ts';
import type { TownCode } from '../../ids.ts';
import type { Store, Workflows } from '../../ports.ts';
import type { Wait } from '../../workflow/model.ts';

type Deps = { readonly store: Store; readonly workflows: Workflows };
type Opening = { readonly town: TownCode; readonly execution: string; readonly token: string };

const TRIES = 5;

/**
 * Keeps the token of a run that begins to wait; if an event came first, the wait ends at once (ARCHITECTURE 3).
 * Resolves to whether the wait stays open.
 * @throws StaleRecord when signals keep coming in between; the workflow tries again.
 */
export async function openWait(deps: Deps, { town, execution, token }: Opening): Promise<boolean> {
  for (let tried = 0; tried < TRIES; tried += 1) {
    const wait = await waitOf(deps.store, town, execution);
    const { token: _former, ...rest } = wait;
    if (wait.pending) {
      await deps.workflows.complete(token);
      // Forgotten only after the wait has ended, and only if no other event came meanwhile: else the next wait ends once more, for nothing.
      await deps.store.commit({ put: [{ ...rest, pending: false }] });
      return false;
    }
    const saved = await deps.store.commit({ put: [{ ...rest, token }] });
    if (saved.ok) return true;
  }
  throw new StaleRecord(execution);
}

/**
 * Tells a run that something happened: ends its wait, or keeps the event for its next one. Twice is harmless, since a woken run only
 * looks again at what is stored.
 */
export async function signalRun(deps: Deps, town: TownCode, execution: string): Promise<void> {
  for (let tried = 0; tried < TRIES; tried += 1) {
    const wait = await waitOf(deps.store, town, execution);
    const ended = wait.token !== undefined && (await deps.workflows.complete(wait.token)) === 'completed';
    const { token: _former, ...rest } = wait;
    const saved = await deps.store.commit({ put: [{ ...rest, pending: !ended }] });
    if (saved.ok) return;
  }
  throw new StaleRecord(execution);
}

async function waitOf(store: Store, town: TownCode, execution: string): Promise<Wait> {
  const stored = await store.get('wait', town, execution);
  return stored ?? { kind: 'wait', town, id: execution, version: 0, pending: false };
}
