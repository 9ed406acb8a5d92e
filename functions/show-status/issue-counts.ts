import { shareOf, SMALL, withSmallHidden } from '../../core/status/small-cells.ts';
import type { Status } from '../../core/status/model.ts';

/** One line of the figure; `count` is undefined where it must not be read. */
export type Bucket = { readonly label: string; readonly count: number | undefined; readonly share: string | undefined };
export type IssueCounts = { readonly total: number | undefined; readonly buckets: readonly Bucket[] };

const MOST = 5;

/**
 * How many issues the cases of the prefecture have, in the buckets of the survey of 448 cases (law-and-programs.md §4): 1個 … 5個以上, of
 * which 「2個以上」 are together, and 無回答. Of the whole prefecture only: of one small town hardly any cell could be shown.
 */
export function issueCounts(statuses: readonly Status[]): IssueCounts {
  const counts = statuses.flatMap((status) =>
    status.of === 'case' && status.issues !== undefined ? [Math.min(status.issues, MOST)] : [],
  );
  const total = counts.length;
  const [none = 0, one = 0, ...several] = Array.from(
    { length: MOST + 1 },
    (_, issues) => counts.filter((count) => count === issues).length,
  );
  const together = several.reduce((sum, count) => sum + count, 0);
  const few = total > 0 && total < SMALL;
  const [shownNone, shownOne, shownTogether] = few ? [] : withSmallHidden([none, one, together]);
  // The parts of a sum that is hidden would tell it.
  const parts = shownTogether === undefined ? several.map(() => undefined) : withSmallHidden(several);
  const bucket = (label: string, count: number | undefined): Bucket => ({
    label,
    count,
    share: count === undefined ? undefined : shareOf(count, total),
  });
  return {
    total: few ? undefined : total,
    buckets: [
      bucket('1個', shownOne),
      ...parts.map((count, at) => bucket(`${String(at + 2)}個${at + 2 === MOST ? '以上' : ''}`, count)),
      bucket('無回答', shownNone),
      bucket('再掲：2個以上', shownTogether),
    ],
  };
}
