import { belongsTo } from '../../agency/model.ts';
import type { TownCode } from '../../ids.ts';
import type { Tab } from '../../sheet/columns.ts';
import type { Deps } from '../command.ts';

const naming: ReadonlySet<Tab> = new Set(['招集', '会議録', '役割分担', 'モニタリング・評価']);
const plain = (text: string) => text.normalize('NFKC').replaceAll(/\s/g, '');

/** The number of the agency that bears a name, where exactly one does; a number, and a word nobody bears, stays as it was typed. */
export async function agencyNamesOf(
  deps: Pick<Deps, 'store' | 'prefecture'>,
  town: TownCode,
  tab: Tab,
): Promise<(typed: string) => string> {
  if (!naming.has(tab)) return (typed) => typed;
  const registered = (await deps.store.list('agency', deps.prefecture)).filter((one) => belongsTo(one, town));
  return (typed) => {
    if (registered.some(({ id }) => id === typed.trim())) return typed;
    const named = registered.filter(({ name }) => plain(name) === plain(typed));
    const going = named.filter(({ ended }) => ended === undefined);
    const [only, another] = going.length > 0 ? going : named;
    return only === undefined || another !== undefined ? typed : only.id;
  };
}
