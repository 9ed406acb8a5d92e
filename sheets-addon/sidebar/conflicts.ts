import type { Conflict } from '../sidebar-wire.ts';
import { conflictsIn } from './answers.ts';
import { askAddon } from './ask-addon.ts';
import { showOwn } from './browse.ts';
import { make, makeButton } from './elements.ts';

/** Every row that waits for a choice, with both values and a button for each. */
export async function showConflicts(said = ''): Promise<void> {
  const conflicts = await askAddon('rowsInConflict', conflictsIn);
  if (conflicts === undefined) return;
  const words =
    conflicts.length === 0
      ? '競合している行はありません。'
      : 'ほかの画面でも変えられた行です。二つの値を見比べて、どちらを残すか選んでください。選ぶと、その行を送ります。';
  showOwn(
    make('h1', '', '競合している行'),
    ...(said === '' ? [] : [make('p', 'notice', said)]),
    make('p', '', words),
    make('ul', 'conflicts', ...conflicts.map(conflictLine)),
  );
}

function conflictLine({ tab, row, id, name, why }: Conflict): HTMLElement {
  const place = `${tab} ${String(row)}行目 ${name}`;
  const choose = (choice: 'theirs' | 'mine') => async () => {
    const said = await askAddon('chooseVersion', String, choice, tab, id);
    if (said !== undefined) await showConflicts(said);
  };
  const button = (words: string, choice: 'theirs' | 'mine') => {
    const made = makeButton(words, () => void choose(choice)());
    made.setAttribute('aria-label', `${words}（${place}）`);
    return made;
  };
  return make(
    'li',
    '',
    make('strong', '', place),
    make('p', 'keep', why),
    make('p', 'row', button('相手を採用', 'theirs'), ' ', button('自分を残す', 'mine')),
  );
}
