import { contentHash } from '../sheet/content-hash.ts';
import type { RowFacts } from './model.ts';

export type FactsNews = {
  readonly rows: readonly RowFacts[];
  /** To be given back with the next question. */
  readonly cursor: string;
  /** Not all fitted: to be asked again at once. */
  readonly more: boolean;
};

/** Each record falls into one of these; a record that changed brings its bucket along. */
const BUCKETS = 64;
const BETWEEN = '.';

/**
 * Which facts changed since a cursor. The cursor is a digest of what was told, so nobody has to note who was told what, and a fact that
 * changed by the mere passing of a day is news, too. A cursor that cannot be read knows nothing.
 */
export function newsOf(facts: readonly RowFacts[], cursor: string, most: number): FactsNews {
  const told = cursor.split(BETWEEN);
  const rows: RowFacts[] = [];
  let more = false;
  const next = bucketsOf(facts).map((bucket, at) => {
    const now = digestOf(bucket);
    const before = told[at] ?? '';
    if (now === before) return now;
    if (rows.length > 0 && rows.length + bucket.length > most) {
      more = true;
      return before;
    }
    rows.push(...bucket);
    return now;
  });
  return { rows, cursor: next.join(BETWEEN), more };
}

function bucketsOf(facts: readonly RowFacts[]): readonly (readonly RowFacts[])[] {
  const buckets: RowFacts[][] = Array.from({ length: BUCKETS }, () => []);
  for (const one of facts) buckets[Number(`0x${contentHash(one.key).slice(-2)}`) % BUCKETS]?.push(one);
  return buckets.map((bucket) => bucket.toSorted((one, other) => (one.key < other.key ? -1 : 1)));
}

function digestOf(bucket: readonly RowFacts[]): string {
  return bucket.length === 0
    ? ''
    : contentHash(JSON.stringify(bucket.map(({ key, facts }) => [key, Object.entries(facts)])));
}
