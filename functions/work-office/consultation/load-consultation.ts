import { sightOn } from '../../../core/access/sight.ts';
import { personKey } from '../../../core/case/same-household.ts';
import type { Deps } from '../../../core/commands/command.ts';
import type { Consultation } from '../../../core/consultation/model.ts';
import type { Refused } from '../../../core/refusal.ts';
import { ok, refuse, type Result } from '../../../core/result.ts';
import type { ConsultationView } from './consultation-page.ts';
import type { Office } from '../office.ts';

/** The town's consultations that this reader may see, the newest first. */
export async function loadConsultations(deps: Deps, { actor, town }: Office): Promise<readonly Consultation[]> {
  const all = await deps.store.list('consultation', town.id);
  return all.filter(await sightOn(deps, actor, town)).toSorted(newestFirst);
}

function newestFirst(one: Consultation, other: Consultation): number {
  if (one.on !== other.on) return one.on < other.on ? 1 : -1;
  return other.id.localeCompare(one.id, 'ja', { numeric: true });
}

export async function loadConsultation(
  deps: Deps,
  { actor, town }: Office,
  id: string,
): Promise<Result<ConsultationView, Refused>> {
  const one = await deps.store.get('consultation', town.id, id);
  if (one === undefined) return refuse({ code: 'unknown-consultation', id });
  const key = personKey(one);
  const cases = (await deps.store.list('case', town.id)).filter(await sightOn(deps, actor, town));
  const twins = cases.filter((other) => other.id !== one.case && other.members.some((each) => isSame(each, key)));
  return ok({ one, twins: twins.map((other) => other.id) });
}

function isSame(member: Parameters<typeof personKey>[0], key: string | undefined): boolean {
  return key !== undefined && personKey(member) === key;
}
