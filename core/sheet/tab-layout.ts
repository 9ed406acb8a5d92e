import { systemColumns, type Tab, tabNames, tabs } from './columns.ts';
import type { Cells } from './cells.ts';
import { factColumns } from './fact-columns.ts';

/** What the add-on remembers about a row, in hidden columns beside it: only these move along when people sort, cut and paste. */
export const hiddenColumns = ['行ID', '送信内容', '相手の値'] as const;

/** Written by the add-on, not by people; in the sheet they warn before they are changed. */
export function ownColumnsOf(tab: Tab): readonly string[] {
  return [...factColumns[tab], ...systemColumns, ...hiddenColumns];
}

/** A line below the header: where it stands, and its cells by column name. */
export type TabRow = { readonly at: number; readonly cells: Cells };

/** One cell the add-on writes. */
export type CellWrite = { readonly column: string; readonly at: number; readonly text: string };

export function isTab(name: string): name is Tab {
  return tabNames.some((tab) => tab === name);
}

/** The columns a tab lacks, in the order they are to be added at its right end. */
export function missingColumns(tab: Tab, header: readonly string[]): readonly string[] {
  return [...tabs[tab], ...ownColumnsOf(tab)].filter((column) => !header.includes(column));
}

/** Where a column stands, counted from 1; of two with one name the left one counts. Undefined when it is not there. */
export function positionOf(header: readonly string[], column: string): number | undefined {
  const index = header.indexOf(column);
  return index === -1 ? undefined : index + 1;
}

/** The lines below the header, as people see them. */
export function rowsIn([header = [], ...lines]: readonly (readonly string[])[]): readonly TabRow[] {
  return lines.map((line, index) => {
    const named = header.map((column, at) => [column, line[at] ?? ''] as const);
    return { at: index + 2, cells: Object.fromEntries(named.reverse()) };
  });
}
