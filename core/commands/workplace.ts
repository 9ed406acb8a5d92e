import type { Actor, Staff } from '../access/model.ts';
import { mayEditTown } from '../access/rules.ts';
import { mayOn } from '../access/on-record.ts';
import type { TownCode } from '../ids.ts';
import type { RecordOf } from '../records.ts';
import { lineOf } from '../retention/rules.ts';
import type { Refused } from '../refusal.ts';
import { ok, refuse, type Result } from '../result.ts';
import type { Deps } from './command.ts';

/** The town something new belongs to: the clerk's own, or the one an officer names. */
async function workplaceOf(deps: Deps, actor: Staff, named: TownCode | undefined): Promise<Result<TownCode, Refused>> {
  const town = named ?? actor.serves;
  if (town === undefined)
    return refuse({ code: 'bad-input', field: '町村', problem: '担当する町村を選んでください。' });
  const known = await deps.store.get('town', deps.prefecture, town);
  if (known === undefined) return refuse({ code: 'unknown-town', id: town });
  return mayEditTown(actor, known) ? ok(town) : refuse({ code: 'forbidden' });
}

type Found<K extends 'case' | 'consultation'> = { readonly town: TownCode; readonly stored: RecordOf<K> | undefined };

/** What bears this number in that town already, where it does; refused where the actor may not work on it. */
export async function storedAt<K extends 'case' | 'consultation'>(
  deps: Deps,
  actor: Actor,
  kind: K,
  { id, town: named }: { readonly id: string; readonly town?: TownCode | undefined },
): Promise<Result<Found<K>, Refused>> {
  if (actor.kind !== 'staff') return refuse({ code: 'forbidden' });
  const place = await workplaceOf(deps, actor, named);
  if (!place.ok) return (await goneAlong(deps, actor, kind, { id, town: named })) ?? place;
  const town = place.value;
  const stored = await deps.store.get(kind, town, id);
  const gone = stored === undefined ? await deps.store.get('disposed', town, lineOf(kind, id)) : undefined;
  if (gone !== undefined) return refuse({ code: 'disposed', id, at: gone.at });
  const mine = stored === undefined || (await mayOn(deps, actor, stored, 'edit'));
  return mine ? ok({ town, stored }) : refuse({ code: 'forbidden' });
}

/** Who goes along (同行) works on that one record, and not in its town (towns-and-villages.md §10-10). */
async function goneAlong<K extends 'case' | 'consultation'>(
  deps: Deps,
  actor: Actor,
  kind: K,
  { id, town }: { readonly id: string; readonly town?: TownCode | undefined },
): Promise<Result<Found<K>, Refused> | undefined> {
  const stored = town === undefined ? undefined : await deps.store.get(kind, town, id);
  if (town === undefined || stored === undefined) return undefined;
  return (await mayOn(deps, actor, stored, 'edit')) ? ok({ town, stored }) : undefined;
}
