import * as z from 'zod';
import { allTowns } from '../../access/rules.ts';
import type { TownCode } from '../../ids.ts';
import type { Deps } from '../command.ts';

const kinds = ['case', 'consultation', 'meeting', 'plan', 'role'] as const;
const id = z.string().optional();
const named = z.looseObject({ case: id, consultation: id, meeting: id, plan: id, role: id, town: id });
type Wanted = { readonly town: TownCode; readonly to?: string };

/**
 * The record somebody named and was refused, with its town: only what is really there, so that nothing typed by mistake gets into the
 * audit log. Of a town alone, the town.
 */
export async function wantedBy(deps: Pick<Deps, 'store' | 'prefecture'>, said: unknown): Promise<Wanted | undefined> {
  const read = named.safeParse(typeof said === 'string' ? { case: said, meeting: said } : said);
  if (!read.success) return undefined;
  const towns = await allTowns(deps);
  for (const town of towns)
    for (const kind of kinds) {
      const to = read.data[kind];
      if (to !== undefined && (await deps.store.get(kind, town, to)) !== undefined) return { town, to };
    }
  const town = towns.find((code) => code === read.data.town);
  return town === undefined ? undefined : { town };
}
