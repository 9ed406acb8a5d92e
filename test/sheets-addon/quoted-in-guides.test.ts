import { describe, expect, it } from 'vitest';
import { addonName, inMenu } from '../../core/sheet/addon-name.ts';
import { guideLines } from '../../core/sheet/guide-lines.ts';
import { menuItems } from '../../sheets-addon/addon-menu.ts';
import { sourceFiles, textOf, trackedFiles } from '../support/source-tree.ts';

const guides = [
  'docs/ja/表計算の使い方.md',
  'docs/ja/導入の手引き.md',
  'core/sheet/guide-lines.ts',
  'functions/workbook/workbook-guide.ts',
  'sheets-addon/sidebar/guide.ts',
];
/** Words of Google's and of the grid's own menus, and colours. */
const sorting = ['表全体をこの列で昇順に／降順に', '上に行を挿入', '選択した行を削除', '行を削除'];
const notOurs = ['拡張機能', '確認されていないアプリ', '白い列', '灰色の列', ...sorting];

const program = sourceFiles('core', 'functions', 'sheets-addon', 'local')
  .filter((file) => !guides.includes(file))
  .map(textOf)
  .join('\n');

/** What stands in 「」, and in bold, in the words somebody should find on the screen. */
function quotedIn(guide: string): readonly string[] {
  const text = textOf(guide);
  const bold = guide.endsWith('.md') ? [...text.matchAll(/\*\*([^*]+)\*\*/g)] : [];
  return [...text.matchAll(/「([^」]+)」/g), ...bold].flatMap(([, words = '']) => words.split(' → '));
}

describe('a guide', () => {
  it.each(guides)('names nothing the program does not show: %s', (guide) => {
    const quoted = quotedIn(guide).map((words) => words.replace(/…$/, ''));
    expect(quoted.length).toBeGreaterThan(3);
    expect(quoted.filter((words) => !notOurs.includes(words) && !program.includes(words))).toEqual([]);
  });

  it('calls the menu by one name: that of the listing, under which Google shows it', () => {
    const ways = menuItems.map(({ label }) => inMenu(label));
    const told = [
      ...trackedFiles()
        .filter((file) => file.endsWith('.md'))
        .map(textOf),
      guideLines.flat().join('\n'),
    ];
    const named = told.flatMap((text) => [...text.matchAll(/拡張機能 *[→▸：].{0,40}/g)]).map(([words]) => words);
    expect(named.length).toBeGreaterThan(4);
    expect(named.filter((words) => !ways.some((way) => words.startsWith(way)))).toEqual([]);
    // The menu of a script that is not published bears the name of its project.
    expect(textOf('docs/ja/導入の手引き.md')).toContain(`名前を「${addonName}」に`);
  });

  it('to the spreadsheet names every item of the menu', () => {
    const quoted = quotedIn('docs/ja/表計算の使い方.md');
    const shown = textOf('docs/ja/表計算の使い方.md');
    expect(quoted).toContain('表をつくる');
    expect(menuItems.map(({ label }) => label).filter((label) => !shown.includes(label))).toEqual([]);
  });
});
