import { type Cells, textIn } from '../../../sheet/cells.ts';
import { said, type Said, type TabReading } from '../tab-reading.ts';

/** モニタリング・評価: what an agency told by telephone, or the evaluation of a period. */
export const watchTab: TabReading = {
  read: (cells) => [...reportIn(cells), ...evaluationIn(cells)],
  columnOf: {
    plan: 'ケース番号',
    period: '回',
    agency: '機関',
    role: '役割番号',
    status: '経過',
    note: '経過のメモ',
    outcome: '評価',
    changes: '見られた変化',
    review: '次の期日',
    handover: 'つなぎ先',
    watch: '見守り担当',
    memo: '引継ぎメモ',
  },
  refusals: {
    'unknown-plan': 'ケース番号',
    'unknown-case': 'ケース番号',
    'already-closed': 'ケース番号',
    'wrong-state': 'ケース番号',
    forbidden: '機関',
    'unknown-role': '役割番号',
    'review-too-far': '次の期日',
    'too-late': '次の期日',
  },
  problems: (cells) =>
    textIn(cells['機関']) === undefined && textIn(cells['評価']) === undefined
      ? [
          {
            column: '機関',
            message:
              '経過を聞いたときは「機関」と「経過」を、評価をするときは「評価」と「回」と「見られた変化」を入れてください。',
          },
        ]
      : [],
};

function reportIn(cells: Cells): readonly Said[] {
  const agency = textIn(cells['機関']);
  if (agency === undefined) return [];
  return [
    said('report', {
      plan: textIn(cells['ケース番号']),
      agency,
      role: textIn(cells['役割番号']),
      status: textIn(cells['経過']),
      note: textIn(cells['経過のメモ']),
    }),
  ];
}

function evaluationIn(cells: Cells): readonly Said[] {
  const outcome = textIn(cells['評価']);
  if (outcome === undefined) return [];
  return [
    said('evaluate', {
      plan: textIn(cells['ケース番号']),
      period: periodIn(cells['回']),
      outcome,
      changes: textIn(cells['見られた変化']),
      review: textIn(cells['次の期日']),
      handover: textIn(cells['つなぎ先']),
      watch: textIn(cells['見守り担当']),
      memo: textIn(cells['引継ぎメモ']),
    }),
  ];
}

/** 「第2回」 and 「２」 alike; another word stays, to be refused. */
function periodIn(cell: string | undefined): number | string | undefined {
  const text = textIn(cell)?.normalize('NFKC');
  const digits = /^第?(\d{1,3})回?$/.exec(text ?? '')?.[1];
  return digits === undefined ? text : Number(digits);
}
