import { holdsMyNumber, withoutMyNumber } from '../core/my-number.ts';
import { isNeitherYesNorNo, type Problem } from '../core/sheet/cells.ts';
import { type Tab, tabs } from '../core/sheet/columns.ts';
import { yesNoColumnsOf, yesNoWords } from '../core/sheet/yes-no-columns.ts';
import { reason } from '../core/sheet/row-answers.ts';
import { hashOf, typedIn } from '../core/sheet/rows-to-send.ts';
import type { CellWrite, TabRow } from '../core/sheet/tab-layout.ts';

/**
 * What is written beside rows somebody just typed in: 未送信, or at once what cannot be sent. A My Number does not stay in the sheet.
 * A row in conflict waits for its choice, and a row that was emptied has nothing to send.
 */
export function cellsAfterEdit(tab: Tab, rows: readonly TabRow[]): readonly CellWrite[] {
  return rows.flatMap((row) => {
    const typed = typedIn(tab, row.cells);
    if (Object.keys(typed).length === 0 || row.cells['状況'] === '競合') return [];
    const forbidden = tabs[tab].filter((column) => holdsMyNumber(row.cells[column] ?? ''));
    const struck = Object.fromEntries(forbidden.map((column) => [column, withoutMyNumber(row.cells[column] ?? '')]));
    const problems = [...forbidden.map(myNumberProblem), ...unclearIn(tab, row)];
    const written = Object.entries(struck).map(([column, text]) => ({ at: row.at, column, text }));
    return [...written, ...marksOf(tab, { at: row.at, cells: { ...row.cells, ...struck } }, problems)];
  });
}

function marksOf(tab: Tab, { at, cells }: TabRow, problems: readonly Problem[]): readonly CellWrite[] {
  const isAsSent = problems.length === 0 && cells['送信内容'] === hashOf(tab, cells) && cells['状況'] === '済';
  const [status, why] = [problems.length > 0 ? '要修正' : '未送信', problems.map(reason).join('\n')];
  const marks = [
    { at, column: '状況', text: status },
    { at, column: '理由・お願い', text: why },
    // As if it had been answered: it is not sent before somebody has looked at it and typed something else.
    ...(problems.length > 0 ? [{ at, column: '送信内容', text: hashOf(tab, cells) }] : []),
  ];
  return isAsSent ? [] : marks.filter(({ column, text }) => (cells[column] ?? '') !== text);
}

function myNumberProblem(column: string): Problem {
  return {
    column,
    message:
      '個人番号（マイナンバー）と思われる12桁の数字を消しました。個人番号はこの表に書けません。この列を直すと、行を送れるようになります。別の番号なら、間に文字を入れて書いてください。',
  };
}

function unclearIn(tab: Tab, { cells }: TabRow): readonly Problem[] {
  return yesNoColumnsOf(tab)
    .filter((column) => isNeitherYesNorNo(cells[column]))
    .map((column) => ({ column, message: yesNoWords(cells[column]) }));
}
