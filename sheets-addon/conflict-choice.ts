import { fieldsOf, parsed } from '../core/sheet/row-answers.ts';
import { rowsToSend } from '../core/sheet/rows-to-send.ts';
import { type OpenTab, sendRows, type World } from './send-tab.ts';
import type { CellWrite, TabRow } from '../core/sheet/tab-layout.ts';

/** 相手の値にする, or この行を残す. */
export type Choice = 'theirs' | 'mine';

/** Writes what was chosen into the row and sends that row alone. Returns what to tell the clerk. */
export function chooseIn(
  open: OpenTab,
  world: World,
  { choice, row }: { readonly choice: Choice; readonly row: number },
): string {
  const found = open.read().find(({ at }) => at === row);
  const cells = found === undefined ? undefined : cellsOfChoice(choice, found);
  if (cells === undefined)
    return `${String(row)}行目は「競合」ではありません。「状況」が「競合」の行を選んでください。`;
  open.write(cells);
  const chosen = rowsToSend(open.tab, open.read(), world.newId).filter(({ at }) => at === row);
  return sendRows(open, chosen, world) ?? `${String(row)}行目はもう送られています。`;
}

/** What a choice between two versions writes into the row, which is then sent. Undefined when the row is in no conflict. */
export function cellsOfChoice(choice: Choice, { at, cells }: TabRow): readonly CellWrite[] | undefined {
  if (cells['状況'] !== '競合') return undefined;
  const theirs = choice === 'theirs' ? theirsIn(cells['相手の値'] ?? '') : [];
  return [...theirs.map(([column, text]) => ({ at, column, text })), { at, column: '状況', text: '' }];
}

function theirsIn(kept: string): readonly (readonly [string, string])[] {
  return Object.entries(fieldsOf(parsed(kept))).flatMap(([column, text]) =>
    typeof text === 'string' ? [[column, text] as const] : [],
  );
}
