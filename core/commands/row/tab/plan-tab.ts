import { type Cells, listIn, textIn } from '../../../sheet/cells.ts';
import { linesIn } from '../row-cells.ts';
import { said, type TabReading } from '../tab-reading.ts';

/** 支援計画 of a case, with 本人確認 and 支援決定 as they happen. */
export const planTab: TabReading = {
  read: (cells) => [
    said('plan', {
      case: textIn(cells['ケース番号']),
      goals: linesIn(cells['目標']),
      period: periodIn(cells),
      review: textIn(cells['次回モニタリング']),
      reason: textIn(cells['間隔が長い理由']),
      roles: listIn(cells['役割番号']),
      confirmedBy: textIn(cells['本人確認した人']),
      decidedOn: textIn(cells['支援決定日']),
    }),
  ],
  columnOf: {
    case: 'ケース番号',
    goals: '目標',
    from: '期間の初日',
    to: '期間の最終日',
    period: '期間の最終日',
    '計画の期間（12か月まで）': '期間の最終日',
    review: '次回モニタリング',
    reason: '間隔が長い理由',
    roles: '役割番号',
    confirmedBy: '本人確認した人',
    decidedOn: '支援決定日',
    支援決定日: '支援決定日',
  },
  refusals: {
    'unknown-case': 'ケース番号',
    'meeting-missing': 'ケース番号',
    'already-closed': 'ケース番号',
    'wrong-state': '支援決定日',
    'consent-missing': 'ケース番号',
    'unknown-role': '役割番号',
    'review-too-far': '間隔が長い理由',
    'too-late': '次回モニタリング',
    'not-confirmed': '本人確認した人',
    'not-host': '支援決定日',
  },
};

function periodIn(cells: Cells) {
  const [from, to] = [textIn(cells['期間の初日']), textIn(cells['期間の最終日'])];
  return from === undefined && to === undefined ? undefined : { from: from ?? '', ...(to === undefined ? {} : { to }) };
}
