import { fieldsOf, parsed } from '../core/sheet/row-answers.ts';
import { rowsToSend } from '../core/sheet/rows-to-send.ts';
import { type OpenTab, sendRows, type World } from './send-tab.ts';
import type { CellWrite, TabRow } from '../core/sheet/tab-layout.ts';

/** 相手を採用, or 自分を残す. */
export type Choice = 'theirs' | 'mine';

/** Which row is meant: 行ID, because where it stands may change while somebody thinks. */
type Chosen = { readonly choice: Choice; readonly id: string };

/** Writes what was chosen into the row and sends that row alone. Returns what to tell the clerk. */
export function chooseIn(open: OpenTab, world: World, { choice, id }: Chosen): string {
  const found = open.read().find(({ cells }) => cells['行ID'] === id && cells['状況'] === '競合');
  if (found === undefined) return 'この行は「競合」ではありません。「状況」が「競合」の行を選んでください。';
  open.write(cellsOfChoice(choice, found));
  const chosen = rowsToSend(open.tab, open.read(), world.newId).filter((row) => row.id === id);
  return sendRows(open, chosen, world) ?? 'この行はもう送られています。';
}

/** What a choice between two versions writes into the row. */
function cellsOfChoice(choice: Choice, { at, cells }: TabRow): readonly CellWrite[] {
  const theirs = choice === 'theirs' ? theirsIn(cells['相手の値'] ?? '') : [];
  return [...theirs.map(([column, text]) => ({ at, column, text })), { at, column: '状況', text: '' }];
}

function theirsIn(kept: string): readonly (readonly [string, string])[] {
  return Object.entries(fieldsOf(parsed(kept))).flatMap(([column, text]) =>
    typeof text === 'string' ? [[column, text] as const] : [],
  );
}
