import { type Tab, tabs } from '../core/sheet/columns.ts';
import { keyColumns } from '../core/sheet/fact-columns.ts';
import { fieldsOf, parsed } from '../core/sheet/row-answers.ts';
import { type CellWrite, ownColumnsOf } from '../core/sheet/tab-layout.ts';
import type { FactsWorld } from './pull-facts.ts';
import type { OpenTab } from './send-tab.ts';

type Cells = Readonly<Record<string, string>>;
// Each answer brings rows that are then there, so this comes to an end; the limit is for a server that does not.
const MOST_ROUNDS = 50;

/** Adds, below the others, the rows つどい has and this tab does not: what was put in on a page, or by the host. Returns what to tell the clerk. */
export function addLacking(open: OpenTab, post: FactsWorld['post']): string {
  let added = 0;
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const there = open.read(keyColumns[open.tab]);
    const has = there.map(({ cells }) => cells).filter(isFilled);
    const answered = post(JSON.stringify({ tab: open.tab, has }));
    if (!answered.ok) return `${counted(added)}${answered.why}`;
    const { rows, more } = fieldsOf(parsed(answered.text));
    if (!Array.isArray(rows)) return `${counted(added)}つどいの答えを読めませんでした。`;
    open.write(rows.flatMap((row, index) => cellsOf(open, fieldsOf(row), there.length + 2 + index)));
    added += rows.length;
    if (more !== true || rows.length === 0) break;
  }
  return added === 0 ? nothingFor(open.tab) : counted(added);
}

/** What is written on a page as a whole is no row of these: that there is nothing to add does not say that つどい has nothing. */
const writtenAsAWhole: readonly Tab[] = ['会議録', '役割分担', '支援計画', 'モニタリング・評価'];

function nothingFor(tab: Tab): string {
  return writtenAsAWhole.includes(tab)
    ? '足す行はありません。この表では、画面で書いたものは行になりません。サイドバーか役所の画面で見られます。'
    : 'つどいにあって、この表にない行はありません。';
}

const counted = (rows: number) => (rows === 0 ? '' : `${String(rows)}行を下に足しました。`);

function isFilled(cells: Cells): boolean {
  return Object.keys(cells).some((column) => cells[column] !== '');
}

function cellsOf({ tab }: OpenTab, row: Readonly<Record<string, unknown>>, at: number): readonly CellWrite[] {
  return [...tabs[tab], ...ownColumnsOf(tab)].flatMap((column) => {
    const text = row[column];
    return typeof text === 'string' && text !== '' ? [{ at, column, text }] : [];
  });
}
