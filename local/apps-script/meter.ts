/**
 * What Google's own guide measures: 10,000 cells written one by one take 70 seconds, written at once one second. (Apps Script, "Best
 * practices": "Use batch operations".) So many milliseconds a call, and a cell.
 */
const A_CALL = 7;
const A_CELL = 0.1;

/** Google stops an execution after six minutes, and a simple trigger after thirty seconds. */
export const LONGEST_MS = 360_000;
export const LONGEST_TRIGGER_MS = 30_000;

export type Meter = { readonly spend: (cells: number) => void; readonly spentMs: () => number };

/** Counts what the calls of one execution would take at Google, and stops it as Google does. */
export function meterFor(longestMs: number): Meter {
  let spent = 0;
  return {
    spend(cells) {
      spent += A_CALL + cells * A_CELL;
      if (spent > longestMs) throw new Error('Exceeded maximum execution time');
    },
    spentMs: () => spent,
  };
}
