import { selectedIn } from './answers.ts';
import { askAddon } from './ask-addon.ts';
import { showConflicts } from './conflicts.ts';
import { isSending, openPage, showOwn } from './browse.ts';
import { byId, make, makeButton, makeLink } from './elements.ts';
import { guide } from './guide.ts';
import type { Selected } from '../sidebar-wire.ts';

const HOME = '/office/home';
const at = (...parts: readonly string[]) => [HOME, ...parts.map(encodeURIComponent)].join('/');

/** What the sidebar offers, in the order of the work. */
const views: readonly (readonly [string, () => Promise<void> | void])[] = [
  ['選択中のケース', showSelected],
  ['開催依頼・招集', askForMeeting],
  ['記録', () => openPage(`${HOME}/records`)],
  ['モニタリング', () => openPage(`${HOME}/reviews`)],
  ['競合', () => showConflicts()],
  [
    '使い方',
    () => {
      showOwn(...guide());
    },
  ],
];

export function showViews(): void {
  byId('views').replaceChildren(
    ...views.map(([name, show], index) => {
      const button = makeButton(name, () => {
        if (isSending()) return;
        for (const other of byId('views').querySelectorAll('button')) other.removeAttribute('aria-current');
        button.setAttribute('aria-current', 'page');
        void show();
      });
      // What opens first.
      if (index === 0) button.setAttribute('aria-current', 'page');
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
