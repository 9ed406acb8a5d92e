import { textIn, yesIn } from '../../../sheet/cells.ts';
import { type SaidItem, withoutNumber } from '../minutes-cells.ts';
import { linesIn } from '../row-cells.ts';
import { said, type TabReading } from '../tab-reading.ts';
import type { Cells, Problem } from '../../../sheet/cells.ts';
import { ownIn } from '../../../own.ts';

const boxes = { discussed: '検討内容', conclusion: '結論', remaining: '残された課題' } as const;
const outcomes: Readonly<Record<string, string>> = { 方針決定: 'decided', 方針未定: 'undecided' };

/** 会議録: a row or several for a meeting, their boxes as on 「サービス担当者会議の要点」; line by line they belong to the items. */
export const minutesTab: TabReading = {
  read: (cells) => [
    said('minutes', {
      meeting: textIn(cells['会議番号']),
      attendance: namesIn(cells['出席者']),
      guests: namesIn(cells['同席者']),
      items: itemsIn(cells),
      outcome: outcomeIn(cells['方針']),
      watch: textIn(cells['見守り']),
      missing: linesIn(cells['足りない社会資源']),
      next: textIn(cells['次回']),
      final: yesIn(cells['確定する']),
      reason: textIn(cells['訂正の理由']),
    }),
  ],
  columnOf: {
    meeting: '会議番号',
    attendance: '出席者',
    guests: '同席者',
    items: '検討した項目',
    topic: '検討した項目',
    ...boxes,
    outcome: '方針',
    watch: '見守り',
    missing: '足りない社会資源',
    next: '次回',
    reason: '訂正の理由',
  },
  refusals: {
    'unknown-meeting': '会議番号',
    'wrong-state': '会議番号',
    'already-closed': '訂正の理由',
    'attendee-unknown': '出席者',
    'watch-missing': '見守り',
    'reason-missing': '検討した項目',
    'member-unplanned': '検討内容',
  },
  problems: tooManyLines,
};

/** Names may hold blanks, so only signs and lines part them. */
export function namesIn(cell: string | undefined): readonly string[] {
  return (cell ?? '').split(/[、,，\n]/).flatMap((part) => textIn(part) ?? []);
}

function outcomeIn(cell: string | undefined): string | undefined {
  const text = textIn(cell);
  return text === undefined ? undefined : (ownIn(outcomes, text) ?? text);
}

/** An empty line keeps its place, also the first one: it belongs to the first item. */
const boxLines = (cell: string | undefined) => (cell ?? '').trimEnd().split('\n').map(withoutNumber);

export function itemsIn(cells: Cells): readonly SaidItem[] {
  const topics = boxLines(cells['検討した項目']);
  const inBoxes = Object.entries(boxes).map(([field, column]) => [field, boxLines(cells[column])] as const);
  const [single = ''] = topics;
  // One item may fill its boxes with as many lines as it likes.
  if (topics.length === 1)
    return single === ''
      ? []
      : [{ topic: single, ...filled(inBoxes.map(([field, lines]) => [field, lines.join('\n')])) }];
  return topics.flatMap((topic, at) =>
    topic === '' ? [] : [{ topic, ...filled(inBoxes.map(([field, lines]) => [field, lines[at] ?? ''])) }],
  );
}

function filled(entries: readonly (readonly [string, string])[]): Partial<Record<keyof typeof boxes, string>> {
  return Object.fromEntries(entries.filter(([, text]) => text !== ''));
}

/** A line that belongs to no item would be lost. */
function tooManyLines(cells: Cells): readonly Problem[] {
  const topics = boxLines(cells['検討した項目']);
  if (topics.length === 1 && topics[0] !== '') return [];
  return Object.values(boxes).flatMap((column) => {
    const lines = boxLines(cells[column]).filter((line, at) => line !== '' && (topics[at] ?? '') === '').length;
    if (lines === 0) return [];
    const message = `「${column}」に、どの項目のことかわからない行が${String(lines)}行あります。「検討した項目」と行をそろえてください（1行目は1つ目の項目のことです）。`;
    return [{ column, message }];
  });
}
