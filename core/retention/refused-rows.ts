import type { Versioned } from '../records.ts';
import type { Row } from '../sheet/model.ts';
import { addDays, addSeconds, dayOf, type Instant, jst } from '../time.ts';

// Nothing of the office rests on such a row, and the sheet still holds it: three months to put it right. No source states it.
const DAYS = 90;

/** At most so many in one commit, each with its line of the audit log. */
const MOST = 40;

/** A row that was never taken: what it says became no record of ours, so it belongs to no case and no 廃棄簿 will name it. */
function isOnlyRefused({ status, before = {} }: Row): boolean {
  return status === '要修正' && Object.keys(before).length === 0;
}

/** From this moment on a refused row is kept no longer; undefined for one that was taken once, or of which nobody noted when it was refused. */
export function forgottenFrom(row: Row): Instant | undefined {
  return isOnlyRefused(row) && row.at !== undefined ? jst(addDays(dayOf(row.at), DAYS), '0:00') : undefined;
}

export type RowsLookedAt = {
  readonly forget: readonly Versioned[];
  readonly put: readonly Versioned[];
  /** When the next of them is due; soon, when there are more than go into one commit. */
  readonly next: Instant | undefined;
};

/** Which refused rows go now. Those stored before the moment was noted get this one. */
export function rowsLookedAt(rows: readonly Row[], now: Instant): RowsLookedAt {
  const refused = rows
    .filter(isOnlyRefused)
    .map((row) => ({ row, from: forgottenFrom(row) ?? forgottenFrom({ ...row, at: now }) ?? now }));
  const due = refused.filter(({ from }) => from <= now).map(({ row }) => row);
  const undated = refused.filter(({ row }) => row.at === undefined).map(({ row }) => ({ ...row, at: now }));
  const isTooMuch = due.length + undated.length > MOST;
  const later = refused
    .map(({ from }) => from)
    .filter((from) => from > now)
    .toSorted();
  const forget = due.slice(0, MOST);
  return { forget, put: undated.slice(0, MOST - forget.length), next: isTooMuch ? addSeconds(now, 60) : later[0] };
}
