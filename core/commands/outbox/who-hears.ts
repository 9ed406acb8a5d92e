import type { PersonId, TownCode } from '../../ids.ts';
import { officerOf } from '../../meeting/officer.ts';
import type { Store } from '../../ports.ts';
import type { Task } from '../../task/model.ts';

type Kept = { readonly keeper: PersonId; readonly subject: Task['subject'] };

/** Who hears of what went wrong about a meeting or a case, and the page to open; undefined while nobody has it in hand. */
export async function keeperOf(
  { store }: { readonly store: Store },
  town: TownCode,
  id: string,
): Promise<Kept | undefined> {
  const meeting = await store.get('meeting', town, id);
  const one = await store.get('case', town, id);
  const keeper = (meeting === undefined ? undefined : officerOf(meeting)) ?? one?.worker;
  if (keeper === undefined) return undefined;
  return { keeper, subject: { kind: meeting === undefined ? 'plan' : 'meeting', id } };
}
