import type { Deps } from '../commands/command.ts';
import type { PersonId, TownCode } from '../ids.ts';
import type { Actor } from './model.ts';
import { isOfficer } from './rules.ts';

/** Who keeps a new case: whoever opened it, or the counsellor of the town that keeps this town's cases (towns-and-villages.md R20). */
export async function keeperFor(
  deps: Pick<Deps, 'store' | 'prefecture'>,
  town: TownCode,
  opener: PersonId,
): Promise<PersonId> {
  const desk = (await deps.store.get('town', deps.prefecture, town))?.desk;
  if (desk === undefined) return opener;
  const people = await deps.store.list('person', deps.prefecture);
  const counsellors = people.filter(({ serves, role }) => serves === desk && role !== 'viewer');
  const opened = counsellors.find(({ id }) => id === opener);
  return (opened ?? counsellors[0])?.id ?? opener;
}

/** The mark of a case that began at the host's own desk. */
export function hostedBy(actor: Actor): { readonly atHost?: true } {
  return actor.kind === 'staff' && isOfficer(actor) ? { atHost: true } : {};
}
