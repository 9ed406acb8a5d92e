import type { TownCode } from '../../ids.ts';
import type { Cells } from '../../sheet/cells.ts';
import type { Tab } from '../../sheet/columns.ts';
import { rowKeyOf } from '../../sheet/fact-columns.ts';
import type { Deps } from '../command.ts';
import { agencyNamesOf } from './agency-names.ts';

/** What a row is about, the same whether it names an agency by its number or by its name; undefined while a part of it is empty. */
export async function rowSubjectsOf(
  deps: Pick<Deps, 'store' | 'prefecture'>,
  town: TownCode,
  tab: Tab,
): Promise<(cells: Cells) => string | undefined> {
  const numberOf = await agencyNamesOf(deps, town, tab);
  return (cells) => {
    const { 機関: agency } = cells;
    return rowKeyOf(tab, agency === undefined ? cells : { ...cells, 機関: numberOf(agency) });
  };
}
