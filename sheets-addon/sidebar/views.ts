import { callAddon } from './addon.ts';
import { conflictsIn, selectedIn } from './answers.ts';
import { beginTurn, isSending, openPage, showOwn, showTrouble } from './browse.ts';
import { byId, make, makeButton, makeLink } from './elements.ts';
import { guide } from './guide.ts';
import { troubleOf } from './trouble.ts';
import type { Conflict, Selected } from '../sidebar-wire.ts';

const HOME = '/office/home';
const at = (...parts: readonly string[]) => [HOME, ...parts.map(encodeURIComponent)].join('/');

/** What the sidebar offers, in the order of the work. */
const views: readonly (readonly [string, () => Promise<void> | void])[] = [
  ['選択中のケース', showSelected],
  ['開催依頼・招集', askForMeeting],
  ['記録', () => openPage(`${HOME}/records`)],
  ['モニタリング', () => openPage(`${HOME}/reviews`)],
  ['競合', showConflicts],
  [
    '使い方',
    () => {
      showOwn(...guide());
    },
  ],
];

export function showViews(): void {
  byId('views').replaceChildren(
    ...views.map(([name, show]) => {
      const button = makeButton(name, () => {
        if (isSending()) return;
        for (const other of byId('views').querySelectorAll('button')) other.removeAttribute('aria-current');
        button.setAttribute('aria-current', 'page');
        void show();
      });
      return make('li', '', button);
    }),
  );
}

/** The case of the row the clerk stands in; of several, they choose. */
export async function showSelected(): Promise<void> {
  const selected = await askAddon('selectedRow', selectedIn);
  if (selected === undefined) return;
  const [first, ...more] = pagesOf(selected);
  if (first === undefined) showOwn(...nothingSelected(selected));
  else if (more.length === 0) await openPage(first.path);
  else
    showOwn(
      make('h1', '', 'どれを開きますか'),
      make('ul', '', ...[first, ...more].map(({ words, path }) => make('li', '', makeLink(words, path)))),
    );
}

type Target = { readonly words: string; readonly path: string };

function pagesOf({ cases, meeting, consultation }: Selected): readonly Target[] {
  const ofCases = cases.map((id) => ({ words: `ケース ${id}`, path: at('glance', id) }));
  if (meeting !== '') return [...ofCases, { words: `会議 ${meeting}`, path: at('meetings', meeting) }];
  if (ofCases.length > 0 || consultation === '') return ofCases;
  return [{ words: `相談 ${consultation}`, path: at('consultations', consultation) }];
}

function nothingSelected({ tab, row }: Selected): readonly Node[] {
  return [
    make('h1', '', 'ケースの行を選んでください'),
    make('p', '', `いまは「${tab}」の${String(row)}行目にいます。この行には番号がありません。`),
    make('p', '', 'ケース番号・会議番号・受付番号のある行を選んで、もう一度押してください。'),
    make(
      'p',
      'row',
      makeButton('選んだ行を開く', () => void showSelected()),
    ),
    make('p', '', makeLink('ケースの一覧から選ぶ', `${HOME}/cases`)),
  ];
}

/** A 開催依頼 about the selected cases; about all open ones where none is selected. */
async function askForMeeting(): Promise<void> {
  const selected = await askAddon('selectedRow', selectedIn);
  if (selected === undefined) return;
  const cases = selected.cases.length === 0 ? '' : `?cases=${encodeURIComponent(selected.cases.join(','))}`;
  await openPage(`${HOME}/meetings/new${cases}`);
}

async function showConflicts(): Promise<void> {
  const conflicts = await askAddon('rowsInConflict', conflictsIn);
  if (conflicts === undefined) return;
  const head = make('h1', '', '競合している行');
  if (conflicts.length === 0) showOwn(head, make('p', '', '競合している行はありません。'));
  else
    showOwn(
      head,
      make(
        'p',
        '',
        'ほかの人が先に変えた行です。理由を読み、残したい内容にしてから「状況」を空にして、もう一度送ってください。',
      ),
      make('ul', 'conflicts', ...conflicts.map(conflictLine)),
    );
}

function conflictLine({ tab, row, name, why }: Conflict): HTMLElement {
  return make('li', '', make('strong', '', `${tab} ${String(row)}行目 ${name}`), make('p', 'keep', why));
}

/** Undefined when Google could not run it, which is said, and when something else was asked for meanwhile. */
async function askAddon<Value>(
  entry: 'selectedRow' | 'rowsInConflict',
  read: (value: unknown) => Value,
): Promise<Value | undefined> {
  const isWanted = beginTurn();
  try {
    const value = await callAddon(entry);
    return isWanted() ? read(value) : undefined;
  } catch (error) {
    showTrouble(troubleOf(error));
    return undefined;
  }
}
