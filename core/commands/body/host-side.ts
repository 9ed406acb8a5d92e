import type { Actor } from '../../access/model.ts';
import { hostCodeOf } from '../../body/rules.ts';
import type { TownCode } from '../../ids.ts';
import type { Refused } from '../../refusal.ts';
import { ok, refuse, type Result } from '../../result.ts';
import type { Deps } from '../command.ts';

/** The host for whom somebody arranges bodies and frameworks: the prefecture, or the town that hosts its own meetings. Its officers only. */
export async function hostSide(
  deps: Deps,
  actor: Actor,
  town: TownCode | undefined,
): Promise<Result<TownCode, Refused>> {
  if (actor.kind !== 'staff') return refuse({ code: 'forbidden' });
  const host = await hostCodeOf(deps, town ?? actor.serves ?? deps.prefecture);
  return mayArrange(actor, host, deps.prefecture) ? ok(host) : refuse({ code: 'forbidden' });
}

/** Whether somebody arranges the bodies of this host. */
export function mayArrange(actor: Actor, host: TownCode, prefecture: TownCode): boolean {
  if (actor.kind !== 'staff') return false;
  if (host !== prefecture) return actor.serves === host;
  return actor.serves === undefined && (actor.role === 'host' || actor.role === 'supervisor');
}
