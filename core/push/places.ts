import type { CellBlock, CellRange } from '../ports.ts';
import { type Tab, tabNames, tabs } from '../sheet/columns.ts';
import { factColumns, keyColumns } from '../sheet/fact-columns.ts';
import { type CellWrite, ownColumnsOf, positionOf, type TabRow } from '../sheet/tab-layout.ts';
import type { Places } from './model.ts';

/** Tabs in which つどい has something to tell. */
export const pushedTabs = tabNames.filter((tab) => factColumns[tab].length > 0);

/** The add-on's own mark of a row. */
export const ROW_ID = '行ID';

/** The few columns that are read; what people typed beside them stays theirs. */
const columnsOf = (tab: Tab) => [...keyColumns[tab], ROW_ID, ...factColumns[tab]];

/** Where the columns of a tab stand; undefined when no row could be found in it, or nothing be told. */
export function placesIn(tab: Tab, header: readonly string[]): Places[Tab] {
  const found = columnsOf(tab).flatMap((column) => {
    const at = positionOf(header, column);
    return at === undefined ? [] : [[column, at] as const];
  });
  const names = new Set(found.map(([column]) => column));
  const tells = factColumns[tab].some((column) => names.has(column));
  return tells && keyColumns[tab].every((column) => names.has(column)) ? Object.fromEntries(found) : undefined;
}

/** As 「表をつくる」 makes an empty spreadsheet. */
export const usualPlaces: Places = Object.fromEntries(
  pushedTabs.map((tab) => [tab, placesIn(tab, [...tabs[tab], ...ownColumnsOf(tab)])]),
);

/** Neighbouring columns of a tab, read together. */
type Look = { readonly tab: Tab; readonly first: number; readonly titles: readonly string[] };

export function looksAt(places: Places): readonly Look[] {
  return pushedTabs.flatMap((tab) => {
    const columns = Object.entries(places[tab] ?? {}).toSorted(([, one], [, other]) => one - other);
    return columns.reduce<readonly Look[]>((looks, [title, at]) => {
      const last = looks.at(-1);
      if (last === undefined || last.first + last.titles.length !== at)
        return [...looks, { tab, first: at, titles: [title] }];
      return [...looks.slice(0, -1), { ...last, titles: [...last.titles, title] }];
    }, []);
  });
}

export function rangeOf({ tab, first, titles }: Look): CellRange {
  return { tab, columns: [first, first + titles.length - 1] };
}

type Lines = readonly (readonly string[])[];

/** The rows of each tab with the columns that were read; undefined when a column does not stand where it was thought to. */
export function rowsSeen(
  looks: readonly Look[],
  answers: readonly Lines[],
): ReadonlyMap<Tab, readonly TabRow[]> | undefined {
  const seen = looks.map((look, index) => ({ ...look, lines: answers[index] ?? [] }));
  if (!seen.every(({ titles, lines: [header = []] }) => titles.every((title, at) => header[at] === title)))
    return undefined;
  return new Map(
    pushedTabs.map((tab) => {
      const own = seen.filter((one) => one.tab === tab);
      const height = Math.max(1, ...own.map(({ lines }) => lines.length));
      const rows = Array.from({ length: height - 1 }, (_, index) => {
        const cells = own.flatMap(({ titles, lines }) =>
          titles.map((title, at) => [title, lines[index + 1]?.[at] ?? ''] as const),
        );
        const named: TabRow['cells'] = Object.fromEntries(cells);
        return { at: index + 2, cells: named };
      });
      return [tab, rows] as const;
    }),
  );
}

/** Cells below each other in one column are written as one block. */
export function blocksOf(
  tab: Tab,
  places: Readonly<Record<string, number>>,
  writes: readonly CellWrite[],
): readonly CellBlock[] {
  const ordered = writes.toSorted((one, other) => one.column.localeCompare(other.column) || one.at - other.at);
  return ordered.reduce<readonly CellBlock[]>((blocks, { at, column: title, text }) => {
    const [column, last] = [places[title] ?? 0, blocks.at(-1)];
    if (last?.column === column && last.row + last.lines.length === at)
      return [...blocks.slice(0, -1), { ...last, lines: [...last.lines, [text]] }];
    return [...blocks, { tab, row: at, column, lines: [[text]] }];
  }, []);
}
