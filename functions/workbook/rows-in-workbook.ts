import type { Refused } from '../../core/refusal.ts';
import { ok, refuse, type Result } from '../../core/result.ts';
import type { Cells, Problem } from '../../core/sheet/cells.ts';
import { type Tab, tabNames } from '../../core/sheet/columns.ts';
import { keyColumns } from '../../core/sheet/fact-columns.ts';
import { typedIn } from '../../core/sheet/rows-to-send.ts';
import type { TabRow } from '../../core/sheet/tab-layout.ts';
import type { ReadCell, ReadRow, ReadSheet } from './read-sheet.ts';
import type { ReadWorkbook } from './read-workbook.ts';
import { columnNamesOf, MEMORY, TOWN_LINE } from './town-workbook.ts';

export type BroughtRow = TabRow & { readonly problems: readonly Problem[] };
export type BroughtTab = { readonly tab: Tab; readonly rows: readonly BroughtRow[] };
export type Brought = {
  readonly tabs: readonly BroughtTab[];
  /** What the file remembers of each row, by `<tab>/<row id>`. */
  readonly seen: ReadonlyMap<string, Cells>;
  /** The town it was handed out for. */
  readonly town: { readonly id: string; readonly name: string } | undefined;
  /** What was left aside or stands out, in words. */
  readonly remarks: readonly string[];
};

const MOST_ROWS = 10_000;
/** People write a line or two over the titles. */
const TITLES_WITHIN = 10;

/** What a filled workbook says, tab by tab. Refused as a whole when nothing in it can be told apart. */
export function rowsInWorkbook(book: ReadWorkbook): Result<Brought, Refused> {
  const remarks: string[] = [];
  const tabs = tabNames.flatMap((tab): readonly BroughtTab[] => {
    const sheet = book.get(tab);
    return sheet === undefined ? [] : [rowsOfSheet(tab, sheet, remarks)];
  });
  const count = tabs.reduce((sum, { rows }) => sum + rows.length, 0);
  if (count > MOST_ROWS) return refuse({ code: 'too-many', received: count, limit: MOST_ROWS });
  if (tabs.length === 0) return refuse({ code: 'bad-input', field: 'ファイル', problem: strange(book) });
  const known: readonly string[] = [...tabNames, MEMORY, '使い方', '集計'];
  const others = [...book].filter(([name, { rows }]) => !known.includes(name) && rows.length > 0).map(([name]) => name);
  if (others.length > 0) remarks.push(`「${others.join('」「')}」という表は使っていません。`);
  return ok({ tabs, remarks, ...memoryIn(book.get(MEMORY)) });
}

function strange(book: ReadWorkbook): string {
  const found = [...book.keys()].slice(0, 5).join('、');
  return `つどいの表がありません（このファイルの表は「${found}」）。表の名前を「相談受付」「ケース」などに戻すか、この画面から受け取ったファイルに打ってください。`;
}

function rowsOfSheet(tab: Tab, sheet: ReadSheet, remarks: string[]): BroughtTab {
  const [key] = keyColumns[tab];
  const titles = sheet.rows.find(({ at, cells }) => at <= TITLES_WITHIN && namesIn(cells).has(key));
  if (titles === undefined) {
    if (sheet.rows.length > 0)
      remarks.push(
        `「${tab}」の見出しに「${key}」が見つからないので、この表は読んでいません。見出しを元に戻してください。`,
      );
    return { tab, rows: [] };
  }
  const names = namesIn(titles.cells);
  const lost = columnNamesOf(tab).filter((name) => !names.has(name));
  if (lost.length > 0) remarks.push(`「${tab}」に「${lost.join('」「')}」の列がありません。ほかの列だけを読みました。`);

  const below = sheet.rows.filter(({ at }) => at > titles.at);
  const hidden = below.filter((row) => row.hidden).length;
  if (hidden > 0) remarks.push(`「${tab}」の隠れている${String(hidden)}行（絞り込みなど）も読みました。`);
  return { tab, rows: below.map((row) => rowOf(row, names, sheet)) };
}

/** Of two columns with one name the left one counts. */
function namesIn(cells: ReadRow['cells']): ReadonlyMap<string, number> {
  const named = [...cells].map(([at, { text }]) => [text.normalize('NFKC').replaceAll(/\s/g, ''), at] as const);
  return new Map(named.reverse());
}

function rowOf({ at, cells }: ReadRow, names: ReadonlyMap<string, number>, { merged }: ReadSheet): BroughtRow {
  const read = [...names].flatMap(([name, place]) => {
    const cell = cells.get(place);
    return cell === undefined ? [] : [[name, cell] as const];
  });
  const joined = merged.find(([from, to]) => from <= at && at <= to);
  const problems = read.flatMap(([column, cell]) => problemOf(column, cell));
  return {
    at,
    cells: Object.fromEntries(read.map(([name, { text }]) => [name, text])),
    problems: joined === undefined ? problems : [...problems, { column: '', message: joinedWords(joined) }],
  };
}

const joinedWords = ([from, to]: readonly [number, number]) =>
  `${String(from)}行目から${String(to)}行目のセルが結合されていて、どの行の内容かわかりません。結合を解いて、行ごとに入れてください。`;

/** Numbers that begin with 0 where they are right. */
const dialled = ['電話', 'FAX', '連絡先'];

function problemOf(column: string, { text, problem, number }: ReadCell): readonly Problem[] {
  if (problem !== undefined) return [{ column, message: problem }];
  const lost = number === true && dialled.includes(column) && /^[1-9]\d{8,9}$/.test(text);
  return lost
    ? [
        {
          column,
          message: `「${text}」は数として入っていて、先頭の0が消えています。「0${text}」のように打ち直してください。`,
        },
      ]
    : [];
}

function memoryIn(sheet: ReadSheet | undefined): Pick<Brought, 'seen' | 'town'> {
  const seen = new Map<string, Record<string, string>>();
  let town: Brought['town'];
  for (const { cells } of sheet?.rows ?? []) {
    const [row = '', column = '', text = ''] = [1, 2, 3].map((place) => cells.get(place)?.text ?? '');
    if (row === TOWN_LINE) town = { name: column, id: text };
    else seen.set(row, { ...seen.get(row), [column]: text });
  }
  return { seen, town };
}

/** Whether somebody typed anything into a row. */
export function isFilled(tab: Tab, cells: Cells): boolean {
  return Object.keys(typedIn(tab, cells)).length > 0;
}
