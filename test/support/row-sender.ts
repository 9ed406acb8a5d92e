import { factsOfTab } from '../../core/commands/row/facts-of-tab.ts';
import { readingOf } from '../../core/commands/row/town-reading.ts';
import type { Tab } from '../../core/sheet/columns.ts';
import { factColumns } from '../../core/sheet/fact-columns.ts';
import { known, type SmallTown, town } from './small-town.ts';

type Cells = Readonly<Record<string, string>>;

/** A clerk at the sheet of a town: sends a row, edits it, and reads what stands beside it. */
export function sheetOf(one: SmallTown, { who = '木村', code = town } = {}) {
  const versions = new Map<string, number>();
  return {
    /** `status column: message` of the row, as of the next version. */
    send: async (tab: Tab, row: string, cells: Cells): Promise<string> => {
      const key = `${tab}/${row}`;
      const version = (versions.get(key) ?? 0) + 1;
      versions.set(key, version);
      await one.does(who, 'rows', { town: code, tab, rows: [{ row, version, ...cells }] });
      const stored = known(await one.store.get('row', code, key), key);
      return [stored.status, ...stored.problems.map(({ column, message }) => `${column}: ${message}`)].join(' ');
    },
  };
}

/** What stands in the columns つどい fills of a row about this record. */
export async function factsAbout(one: SmallTown, tab: Tab, key: string): Promise<string> {
  const found = (await factsOfTab(readingOf(one.deps, town), tab)).find((row) => row.key === key);
  return factColumns[tab].map((column) => found?.facts[column] ?? 'missing').join('|');
}
