/** Fewer people than this might be known by a figure about them (BRIEF §2.15). */
export const SMALL = 5;

/**
 * Cells of a sum that is told as well, with `undefined` for those that must not be read: the small ones, and as many others as it takes
 * that none can be worked out from the sum and the rest. Nobody is nobody's secret, so 0 is told.
 */
export function withSmallHidden(cells: readonly number[]): readonly (number | undefined)[] {
  const hidden = new Set(cells.flatMap((count, at) => (count > 0 && count < SMALL ? [at] : [])));
  const rest = cells
    .map((count, at) => ({ count, at }))
    .filter(({ at }) => !hidden.has(at))
    .toSorted((a, b) => a.count - b.count);
  // One hidden cell is the sum less the others; several that come to less than five are small each.
  while (hidden.size > 0 && rest.length > 0 && (hidden.size === 1 || sumOf(cells, hidden) < SMALL)) {
    const next = rest.shift();
    if (next !== undefined) hidden.add(next.at);
  }
  return cells.map((count, at) => (hidden.has(at) ? undefined : count));
}

function sumOf(cells: readonly number[], which: ReadonlySet<number>): number {
  return cells.reduce((sum, count, at) => (which.has(at) ? sum + count : sum), 0);
}

/** `63.6%`; 「－」 where there is nothing to divide by: not 0 %, which would say that nobody did (law-and-programs.md §7-4). */
export function shareOf(part: number, whole: number): string {
  return whole === 0 ? '－' : `${((part / whole) * 100).toFixed(1)}%`;
}
