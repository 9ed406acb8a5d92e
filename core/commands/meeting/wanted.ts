import * as z from 'zod';
import { allTowns } from '../../access/rules.ts';
import type { TownCode } from '../../ids.ts';
import { tabNames } from '../../sheet/columns.ts';
import type { Deps } from '../command.ts';
import { numbersIn } from '../row/row-workplace.ts';
import { rowIdField } from '../row/sent-row.ts';

const kinds = ['case', 'consultation', 'meeting', 'plan', 'role'] as const;
const id = z.string().optional();
const ids = z.array(z.string()).optional();
const named = z.looseObject({ case: id, consultation: id, meeting: id, plan: id, role: id, town: id, cases: ids });
const together = z.looseObject({ parts: z.array(z.looseObject({ cases: ids })) });
const batch = z.looseObject({ tab: z.enum(tabNames), rows: z.array(z.looseObject({ row: rowIdField })) });

type Access = Pick<Deps, 'store' | 'prefecture'>;
type Wanted = { readonly town: TownCode; readonly to?: string; readonly about?: readonly string[] };

/**
 * The records somebody named and was refused, with their town: only what is really there, so that nothing typed by mistake gets into the
 * audit log. Of a town alone, the town.
 */
export async function wantedBy(deps: Access, said: unknown): Promise<Wanted | undefined> {
  const read = named.safeParse(typeof said === 'string' ? { case: said, meeting: said } : said);
  if (!read.success) return undefined;
  const all = await allTowns(deps);
  const own = all.find((code) => code === read.data.town);
  const towns = [...(own === undefined ? [] : [own]), ...all.filter((code) => code !== own)];
  for (const town of towns) {
    const [to, ...about] = await namedIn(deps, town, read.data);
    if (to !== undefined) return { town, to, about };
  }
  return own === undefined ? undefined : { town: own };
}

/** What there is in a town of what was named: the record itself first, then the cases of a list, of parts or of rows. */
async function namedIn({ store }: Access, town: TownCode, said: z.output<typeof named>): Promise<readonly string[]> {
  const one = kinds.map((kind) => ({ kind, id: said[kind] }));
  const several = (await casesIn({ store }, town, said)).flatMap((number) =>
    (['case', 'consultation'] as const).map((kind) => ({ kind, id: number })),
  );
  const found: string[] = [];
  for (const { kind, id: number } of [...one, ...several])
    if (number !== undefined && (await store.get(kind, town, number)) !== undefined) found.push(number);
  return [...new Set(found)];
}

async function casesIn(deps: Pick<Deps, 'store'>, town: TownCode, said: z.output<typeof named>) {
  const { parts = [] } = together.safeParse(said).data ?? {};
  const rows = batch.safeParse(said).data;
  const cells = rows === undefined ? [] : await numbersIn(deps, { ...rows, town });
  return [...(said.cases ?? []), ...parts.flatMap(({ cases = [] }) => cases), ...cells];
}
