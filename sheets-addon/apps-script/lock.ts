const PATIENCE_MS = 5000;

/** Two people sending one spreadsheet at once would give one row two ids. Returns what to tell the clerk. */
export function oneAtATime(work: () => string): string {
  return alone(work) ?? 'ほかの人が送っているところです。少し待ってから、もう一度選んでください。';
}

/** Undefined when somebody else is at work in this spreadsheet, and stays there. */
export function alone<Done>(work: () => Done): Done | undefined {
  const lock = LockService.getDocumentLock();
  if (!lock.tryLock(PATIENCE_MS)) return undefined;
  try {
    return work();
  } finally {
    lock.releaseLock();
  }
}
