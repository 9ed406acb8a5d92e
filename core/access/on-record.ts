import type { Case } from '../case/model.ts';
import type { Deps } from '../commands/command.ts';
import type { RecordOf } from '../records.ts';
import type { Actor, Staff, Town } from './model.ts';
import { mayEditTown, mayReadTown } from './rules.ts';
import { sightOn, staysFrom } from './sight.ts';

/** `call`: to name it for a meeting, by its number. */
export type Right = 'read' | 'edit' | 'call';
type AboutCases = RecordOf<'case' | 'consultation' | 'meeting' | 'plan' | 'role'>;
type Access = Pick<Deps, 'store' | 'prefecture'>;

/**
 * Whether an actor may read, or also write, what is about one or more cases: by the town it belongs to and what is seen of it, else by every one of its cases.
 * 住所地の町村 reads a case once the person agreed (towns-and-villages.md R15); who goes along (同行) writes in that case only (§10-10).
 */
export async function mayOn(deps: Access, actor: Actor, record: AboutCases, right: Right): Promise<boolean> {
  const town = await deps.store.get('town', deps.prefecture, record.town);
  if (town === undefined || actor.kind !== 'staff' || actor.role === 'viewer') return false;
  if ((right === 'read' ? mayReadTown : mayEditTown)(actor, town)) return seesIt(deps, { actor, town, right }, record);
  const cases = await casesOn(deps, record);
  return cases.length > 0 && cases.every((one) => mayOnCase(actor, one, right));
}

type Looking = { readonly actor: Staff; readonly town: Town; readonly right: Right };

/** A meeting is the host's and the town's alike; so is what was agreed there. */
async function seesIt(deps: Access, { actor, town, right }: Looking, record: AboutCases): Promise<boolean> {
  if (record.kind === 'meeting' || record.kind === 'role') return true;
  const one = record.kind === 'plan' ? await deps.store.get('case', record.town, record.id) : record;
  if (one === undefined) return true;
  // A town tells its host a number by telephone: to convene about it makes it the host's case, and stands in the audit log.
  return right === 'call' ? !staysFrom(actor, one, town) : (await sightOn(deps, actor, town))(one);
}

function mayOnCase(actor: Extract<Actor, { kind: 'staff' }>, one: Case | undefined, right: Right): boolean {
  if (one === undefined) return false;
  if (one.companions?.some(({ person }) => person === actor.id) === true) return true;
  return right === 'read' && actor.serves !== undefined && isToldTo(one, actor.serves);
}

/** Whether the person agreed that the town they live in hears of the case. */
export function isToldTo(one: Case, town: string): boolean {
  return one.residence === town && one.homeTown?.agreed === true;
}

async function casesOn(deps: Access, record: AboutCases): Promise<readonly (Case | undefined)[]> {
  const { town } = record;
  switch (record.kind) {
    case 'case':
      return [record];
    case 'consultation':
      return [];
    case 'plan':
      return [await deps.store.get('case', town, record.id)];
    case 'meeting':
      return Promise.all(record.cases.map((id) => deps.store.get('case', town, id)));
    case 'role': {
      const meeting = await deps.store.get('meeting', town, record.meeting);
      return meeting === undefined ? [] : casesOn(deps, meeting);
    }
  }
}
