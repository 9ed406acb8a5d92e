import { belongsTo } from '../../agency/model.ts';
import { hostCodeOf } from '../../body/rules.ts';
import type { TownCode } from '../../ids.ts';
import type { Tab } from '../../sheet/columns.ts';
import type { Deps } from '../command.ts';
import { type Named, officesNamed } from '../record/attendees.ts';

const naming: ReadonlySet<Tab> = new Set(['招集', '会議録', '役割分担', 'モニタリング・評価']);
const plain = (text: string) => text.normalize('NFKC').replaceAll(/\s/g, '');

/**
 * The number of the agency that bears a name, where exactly one does, also written 「名前（番号）」; in 会議録 the town and its host are named
 * like one. A number, and a word nobody bears, stays as it was typed.
 */
export async function agencyNamesOf(
  deps: Pick<Deps, 'store' | 'prefecture'>,
  town: TownCode,
  tab: Tab,
): Promise<(typed: string) => string> {
  if (!naming.has(tab)) return (typed) => typed;
  const registered = (await deps.store.list('agency', deps.prefecture)).filter((one) => belongsTo(one, town));
  const offices = tab === '会議録' ? await officesOf(deps, town) : [];
  return (typed) => {
    if ([...registered, ...offices].some(({ id }) => id === typed.trim())) return typed;
    const named = registered.filter((one) => isNamed(one, typed));
    const going = named.filter(({ ended }) => ended === undefined);
    const bearing = named.length > 0 ? named : offices.filter((one) => isNamed(one, typed));
    const [only, another] = going.length > 0 ? going : bearing;
    return only === undefined || another !== undefined ? typed : only.id;
  };
}

async function officesOf(deps: Pick<Deps, 'store' | 'prefecture'>, code: TownCode): Promise<readonly Named[]> {
  return officesNamed(await deps.store.get('town', deps.prefecture, code), await hostCodeOf(deps, code));
}

function isNamed({ id, name }: Named, typed: string): boolean {
  return [name, `${name}（${id}）`].some((form) => plain(form) === plain(typed));
}
