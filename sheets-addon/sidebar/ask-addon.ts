import type { sidebarCalls } from '../addon-menu.ts';
import { callAddon } from './addon.ts';
import { beginTurn, showTrouble, showWaiting } from './browse.ts';
import { troubleOf } from './trouble.ts';

/** Undefined when Google could not run it, which is said, and when something else was asked for meanwhile. */
export async function askAddon<Value>(
  entry: (typeof sidebarCalls)[number],
  read: (value: unknown) => Value,
  ...given: readonly unknown[]
): Promise<Value | undefined> {
  const isWanted = beginTurn();
  showWaiting('シートを見ています…');
  try {
    const value = await callAddon(entry, ...given);
    return isWanted() ? read(value) : undefined;
  } catch (error) {
    if (isWanted()) showTrouble(troubleOf(error));
    return undefined;
  }
}
