import type { CarriedRow } from '../../core/commands/row/rows-of-tab.ts';
import type { Town } from '../../core/access/model.ts';
import { columnHelp, factHelp, wordColours } from '../../core/sheet/column-help.ts';
import { type Tab, tabNames, tabs } from '../../core/sheet/columns.ts';
import { ownColumnsOf } from '../../core/sheet/tab-layout.ts';
import { workbookGuide } from './workbook-guide.ts';
import type { Column, WrittenSheet } from './sheet-model.ts';
import { writeWorkbook } from './write-workbook.ts';

/** What stands in a town's workbook: for each tab its lines, in the order they are shown. */
export type TownRows = Readonly<Partial<Record<Tab, readonly CarriedRow[]>>>;

/** Where the workbook remembers what was stored when it was handed out: `<tab>/<row id>`, column, text. */
export const MEMORY = 'つどいの控え';
/** The first line of it: whose workbook this is. */
export const TOWN_LINE = '町村';
export const UNSEEN: readonly string[] = ['行ID', '送信内容', '相手の値', '版'];

/** All tabs of a town with the columns of its spreadsheet, as an .xlsx. */
export function townWorkbook(town: Pick<Town, 'id' | 'name'>, rows: TownRows): Uint8Array {
  const tabSheets = tabNames.map((tab) => tabSheet(tab, rows[tab] ?? []));
  return writeWorkbook([...tabSheets, guideSheet(), memorySheet(town, rows)]);
}

/** The columns of a tab, in the order they are written. */
export function columnNamesOf(tab: Tab): readonly string[] {
  return [...tabs[tab], ...ownColumnsOf(tab)];
}

function tabSheet(tab: Tab, rows: readonly CarriedRow[]): WrittenSheet {
  const names = columnNamesOf(tab);
  return {
    name: tab,
    columns: names.map((name) => columnOf(tab, name)),
    lines: rows.map(({ cells }) => names.map((name) => cells[name] ?? '')),
  };
}

function columnOf(tab: Tab, name: string): Column {
  const own = ownColumnsOf(tab).includes(name);
  const { width = 110, note, choices } = name === '状況' ? statusHelp : (columnHelp[tab][name] ?? factHelp[name] ?? {});
  return {
    ...{ name, own, note, choices },
    width: name === '理由・お願い' ? 320 : width,
    hidden: UNSEEN.includes(name),
    colours: wordColours[name],
  };
}

const statusHelp = {
  width: 80,
  note: 'つどいが書きます。空にしてファイルを入れると、その行をもう一度送ります。',
  choices: undefined,
};

const plain = (name: string, width: number): Column => ({ name, width, hidden: false, own: false });

function guideSheet(): WrittenSheet {
  return { name: '使い方', columns: [plain('すること', 180), plain('やり方', 760)], lines: workbookGuide };
}

/** Sorting and copying rows does not move it: each line names its row. */
function memorySheet(town: Pick<Town, 'id' | 'name'>, rows: TownRows): WrittenSheet {
  const lines = tabNames.flatMap((tab) =>
    (rows[tab] ?? []).flatMap(({ cells, seen }) =>
      Object.entries(seen).map(([column, text]) => [`${tab}/${cells['行ID'] ?? ''}`, column, text]),
    ),
  );
  return {
    name: MEMORY,
    columns: [plain('行', 160), plain('列', 120), plain('内容', 320)],
    lines: [[TOWN_LINE, town.name, town.id], ...lines],
    kept: true,
  };
}
