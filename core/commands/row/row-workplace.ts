import type { Actor } from '../../access/model.ts';
import { mayEdit } from '../../access/rules.ts';
import type { TownCode } from '../../ids.ts';
import type { Deps } from '../command.ts';
import { hiddenIn } from '../../access/sight.ts';
import { type Cells, listIn } from '../../sheet/cells.ts';
import type { Tab } from '../../sheet/columns.ts';
import { readSentRow } from './sent-row.ts';

/** The town a sheet belongs to: the clerk's own, or the one an officer of the host names. Undefined when it is not theirs. */
export async function sheetTownOf(deps: Deps, actor: Actor, said: TownCode | undefined): Promise<TownCode | undefined> {
  if (actor.kind !== 'staff') return undefined;
  const town = said ?? actor.serves;
  return town !== undefined && (await mayEdit(deps, actor, town)) ? town : undefined;
}

type Sent = { readonly town: TownCode; readonly tab: Tab; readonly rows: readonly Parameters<typeof readSentRow>[1][] };

/** Rows, as they are sent or as they were taken, about a case their sender does not see: an answer would tell what others wrote. */
export async function areOfHidden(deps: Deps, actor: Actor, sent: Sent): Promise<boolean> {
  const hidden = await hiddenIn(deps, actor, sent.town);
  if (hidden.size === 0) return false;
  return (await numbersIn(deps, sent)).some((number) => hidden.has(number));
}

/** The cases and consultations that rows name, as they are sent or as they were taken; a cell may name several (「C-1、C-2」). */
export async function numbersIn({ store }: Pick<Deps, 'store'>, { town, tab, rows }: Sent): Promise<readonly string[]> {
  const sent = rows.map((row) => readSentRow(tab, row));
  const stored = await Promise.all(sent.map(({ id }) => store.get('row', town, id)));
  const known = stored.filter((row) => row !== undefined);
  return [...sent, ...known].flatMap(({ cells }) => numbersOf(cells));
}

/** As a list and as it stands: a number that was given with a space in it is one, too. */
function numbersOf(cells: Cells): readonly string[] {
  const numbers = [cells['ケース番号'], cells['受付番号']];
  return numbers.flatMap((cell = '') => [cell.normalize('NFKC').trim(), ...listIn(cell)]);
}

/** Whether a row names none of these cases and consultations. */
export function isOfNone(hidden: ReadonlySet<string>, cells: Cells): boolean {
  return !numbersOf(cells).some((number) => hidden.has(number));
}
