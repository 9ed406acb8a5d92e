import type { Case } from '../case/model.ts';
import { type Day, dayInJapanese } from '../time.ts';
import { consentsInForce } from './rules.ts';

/** Why no consent of a member holds: none was recorded, or the last one ran out, was taken back, ended with the household, or begins later. */
export type Lapse =
  | { readonly why: 'none' | 'withdrawn' | 'ended' }
  /** The last day it holds, or held. */
  | { readonly why: 'expired'; readonly until: Day }
  | { readonly why: 'later'; readonly from: Day };

/** Undefined where one holds on each of these days. */
export function lapseOf(one: Pick<Case, 'consents'>, member: string, days: readonly Day[]): Lapse | undefined {
  const without = days.find((day) => consentsInForce(one, member, day).length === 0);
  if (without === undefined) return undefined;
  const last = one.consents.findLast((consent) => consent.member === member);
  if (last === undefined) return { why: 'none' };
  if (last.withdrawnAt !== undefined) return { why: 'withdrawn' };
  if (last.endedAt !== undefined) return { why: 'ended' };
  if (last.until !== undefined && last.until < without) return { why: 'expired', until: last.until };
  return { why: 'later', from: last.on };
}

/** Beside the name of who has to be asked. */
export function lapseWords(lapse: Lapse): string {
  switch (lapse.why) {
    case 'none':
      return '（記録なし）';
    case 'withdrawn':
      return '（撤回）';
    case 'ended':
      return '（世帯から外れて終了）';
    case 'expired':
      return `（同意は${dayInJapanese(lapse.until)}まで）`;
    case 'later':
      return `（同意は${dayInJapanese(lapse.from)}から）`;
  }
}
