import { SMALL } from '../../core/status/small-cells.ts';
import type { Html } from '../page/layout.ts';
import { table } from '../page/table.ts';
import type { IssueCounts } from './issue-counts.ts';

/** What stands where a number must not be read. */
const HIDDEN = '＊';

export function issueTable({ total, buckets }: IssueCounts): Html {
  const cases = total === undefined ? `${String(SMALL)}件未満` : `${String(total)}件`;
  return table({
    caption: `県内のケース ${cases}。${String(SMALL)}件未満の数と、そこから逆算できる数は「${HIDDEN}」で伏せています。`,
    head: ['課題の数', 'ケース', '割合'],
    rows: buckets.map(({ label, count, share }) => [label, count ?? HIDDEN, share ?? HIDDEN]),
    numbers: [1, 2],
  });
}
