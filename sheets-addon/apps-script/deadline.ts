// Google stops an execution after six minutes. One request may take half a minute, and telling what came of it another.
const ENOUGH_MS = 4 * 60_000;

// The file is read anew for each execution.
const began = Date.now();

/** Whether this execution has to come to an end. */
export function isLate(): boolean {
  return Date.now() - began > ENOUGH_MS;
}
