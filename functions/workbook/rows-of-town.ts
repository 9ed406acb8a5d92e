import type { Actor, Town } from '../../core/access/model.ts';
import { noteReading } from '../../core/access/noting.ts';
import type { Deps } from '../../core/commands/command.ts';
import { rowsOfTab } from '../../core/commands/row/rows-of-tab.ts';
import { readingOf } from '../../core/commands/row/town-reading.ts';
import { type Tab, tabNames } from '../../core/sheet/columns.ts';
import type { TownRows } from './town-workbook.ts';

/** The town's rows, tab by tab. Noted before they are handed out: this file holds all the town has. */
export async function rowsOfTown(deps: Deps, actor: Actor, town: Town): Promise<TownRows> {
  const reading = readingOf(deps, town.id);
  const of = async (tab: Tab) => rowsOfTab(deps, reading, tab);
  const rows = Object.fromEntries(await Promise.all(tabNames.map(async (tab) => [tab, await of(tab)] as const)));
  const cases = tabNames.flatMap((tab) => (rows[tab] ?? []).flatMap(({ cells }) => cells['ケース番号'] ?? []));
  await noteReading(deps, actor, { town: town.id, to: 'workbook', part: 'workbook', about: cases });
  return rows;
}
