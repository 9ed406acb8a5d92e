import type { Cells, Problem } from '../../sheet/cells.ts';
import type { Tab } from '../../sheet/columns.ts';
import { keyColumns, rowKeyOf } from '../../sheet/fact-columns.ts';

/** Tabs whose rows make a record of their own, or minutes: under another number they would make a second one, and leave the first without a row. */
const making: ReadonlySet<Tab> = new Set(['相談受付', 'ケース', '世帯員', '関係機関', '会議', '会議録', '役割分担']);

export function makesRecords(tab: Tab): boolean {
  return making.has(tab);
}

/** A row that was taken under one number and now comes with another. */
export function anotherNumber(tab: Tab, taken: Cells, cells: Cells): readonly Problem[] {
  const [before, now] = [rowKeyOf(tab, taken), rowKeyOf(tab, cells)];
  if (!makesRecords(tab) || before === undefined || now === undefined || before === now) return [];
  const column = keyColumns[tab].find((one) => taken[one]?.trim() !== cells[one]?.trim());
  if (column === undefined) return [];
  const message = (tab === '会議録' ? minutesWords : wordsFor)(trimmed(taken[column]), trimmed(cells[column]), column);
  return [{ column, message }];
}

const trimmed = (cell = '') => cell.trim();

function wordsFor(was: string, is: string, column: string): string {
  return `この行は${column}「${was}」として受け付けてあります（いまの入力は「${is}」）。番号は変えていません。この行は「${was}」に戻してください。別のことを書くときは、新しい行に書いてください。番号を間違えて送ったときも、正しい番号の新しい行を送り、「${was}」は役所の画面で閉じるか直してください。`;
}

function minutesWords(was: string, is: string): string {
  return `この行は「${was}」の会議録として受け付けてあります（いまの入力は「${is}」）。どちらの会議録も変えていません。この行の会議番号は「${was}」に戻し、「${is}」の会議録は新しい行に書いてください。番号を間違えて送ったときは、そのあと、この行を「${was}」の正しい内容に直して送ります。確定する前なら下書きが直り、確定したあとなら「訂正の理由」を書くと新しい版になります。`;
}
