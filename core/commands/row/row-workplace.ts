import type { Actor } from '../../access/model.ts';
import { mayEdit } from '../../access/rules.ts';
import type { TownCode } from '../../ids.ts';
import type { Deps } from '../command.ts';

/** The town a sheet belongs to: the clerk's own, or the one an officer of the host names. Undefined when it is not theirs. */
export async function sheetTownOf(deps: Deps, actor: Actor, said: TownCode | undefined): Promise<TownCode | undefined> {
  if (actor.kind !== 'staff') return undefined;
  const town = said ?? actor.serves;
  return town !== undefined && (await mayEdit(deps, actor, town)) ? town : undefined;
}
