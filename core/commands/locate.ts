import type { Actor } from '../access/model.ts';
import { mayOn, type Right } from '../access/on-record.ts';
import { allTowns, isOthersHost, townsOf } from '../access/rules.ts';
import type { Case } from '../case/model.ts';
import type { RecordOf } from '../records.ts';
import { refuse, ok, type Result } from '../result.ts';
import type { Refused } from '../refusal.ts';
import type { Deps } from './command.ts';

type Located = 'case' | 'consultation' | 'meeting' | 'role' | 'plan';
type UnknownCode = 'unknown-case' | 'unknown-consultation' | 'unknown-meeting' | 'unknown-role' | 'unknown-plan';
const unknownCodes: Readonly<Record<Located, UnknownCode>> = {
  case: 'unknown-case',
  consultation: 'unknown-consultation',
  meeting: 'unknown-meeting',
  role: 'unknown-role',
  plan: 'unknown-plan',
};

/**
 * Finds a record by its id, in the actor's own town first. Another town's record is found too, so that asking for it is refused as
 * `forbidden` and leaves its line in the audit log, rather than passing for a slip of the pen.
 */
export async function locate<K extends Located>(
  deps: Deps,
  actor: Actor,
  kind: K,
  id: string,
): Promise<Result<RecordOf<K>, Refused>> {
  const own = await townsOf(deps, actor);
  const towns = [...own, ...(await allTowns(deps)).filter((town) => !own.includes(town))];
  const found = await Promise.all(towns.map((town) => deps.store.get(kind, town, id)));
  const [record, another] = found.filter((one) => one !== undefined);
  const code: UnknownCode = unknownCodes[kind];
  if (record === undefined) return refuse({ code, id });
  // Ids are unique within a town only: whoever works for several must say which is meant, by opening the town's page.
  return another !== undefined && own.length > 1 ? refuse({ code: 'ambiguous-id', id }) : ok(record);
}

/** The same, for staff who may work on it; others are refused. */
export async function locateForStaff<K extends Located>(
  deps: Deps,
  actor: Actor,
  kind: K,
  id: string,
): Promise<Result<RecordOf<K>, Refused>> {
  const located = await locate(deps, actor, kind, id);
  return located.ok ? withRight(deps, actor, located.value, 'edit') : located;
}

/** A case by its number, for staff who may name it for a meeting. */
export async function locateToCall(deps: Deps, actor: Actor, id: string): Promise<Result<Case, Refused>> {
  const located = await locate(deps, actor, 'case', id);
  return located.ok ? withRight(deps, actor, located.value, 'call') : located;
}

async function withRight<One extends RecordOf<Located>>(
  deps: Deps,
  actor: Actor,
  record: One,
  right: Right,
): Promise<Result<One, Refused>> {
  if (await mayOn(deps, actor, record, right)) return ok(record);
  const town = await deps.store.get('town', deps.prefecture, record.town);
  const othersHost = town !== undefined && isOthersHost(actor, town);
  return othersHost ? refuse({ code: 'not-host', town: town.id }) : refuse({ code: 'forbidden' });
}
