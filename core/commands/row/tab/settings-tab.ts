import { type Cells, type Problem, textIn } from '../../../sheet/cells.ts';
import { settingNamed, settingRows, settingValue } from '../../../sheet/setting-rows.ts';
import { said, type Said, type TabReading } from '../tab-reading.ts';

/** 設定 of the town, one setting to a row. */
export const settingsTab: TabReading = {
  read: changeIn,
  columnOf: { 項目: '項目', reset: '値', ...Object.fromEntries(settingRows.map(({ name }) => [name, '値'])) },
  refusals: { 'not-host': '値', forbidden: '値', 'bad-input': '値' },
  problems: strangeIn,
  besides: staysAsItWas,
};

/** An empty 値 changes nothing: nobody types all of them. */
function changeIn(cells: Cells): readonly Said[] {
  const row = settingNamed(textIn(cells['項目']) ?? '');
  const typed = textIn(cells['値']);
  if (row === undefined || typed === undefined) return [];
  if (followsAbove(cells)) return [said('settings', { reset: [row.name] })];
  return [said('settings', { [row.name]: settingValue(row.kind, typed) })];
}

/** 「既定」; and a row that says nothing leaves the setting as it is, which is so at first. */
export function followsAbove(cells: Cells): boolean {
  const typed = (cells['値'] ?? '').normalize('NFKC').trim();
  return typed === '' || typed === '既定';
}

/** An emptied cell takes nothing back by itself: somebody may have changed the setting on the page meanwhile. */
function staysAsItWas(before: Cells, cells: Cells): readonly Problem[] {
  const emptied = textIn(before['値']) !== undefined && textIn(cells['値']) === undefined;
  const message = '空にしても、設定は変わりません。共通設定・既定に戻すときは、「既定」と打って送ってください。';
  return emptied ? [{ column: '値', message }] : [];
}

function strangeIn(cells: Cells): readonly Problem[] {
  const named = textIn(cells['項目']);
  if (named === undefined || settingNamed(named) !== undefined) return [];
  return [
    {
      column: '項目',
      message: `「${named}」という設定はありません。ほかの行の項目か、役所の画面「設定」の言葉で入れてください。`,
    },
  ];
}
