import { mayReadTown, staffOf } from '../../access/rules.ts';
import { hostCodeOf } from '../../body/rules.ts';
import type { TownCode } from '../../ids.ts';
import type { HeldMeeting } from '../../meeting/model.ts';
import type { Refused } from '../../refusal.ts';
import type { Deps } from '../command.ts';

export type Named = { readonly id: string; readonly name: string };

/**
 * Whom the minutes of a meeting may name as having been there: the agencies that were invited (one that left since was there all the same),
 * the town, the host, and people of either. Anybody else is a guest (同席者), by name.
 */
export async function attendeesOf(
  deps: Deps,
  { town: code, invitations, records }: HeldMeeting,
): Promise<{ readonly named: readonly Named[]; readonly alsoIds: readonly string[] }> {
  const [town, host, agencies, people] = await Promise.all([
    deps.store.get('town', deps.prefecture, code),
    hostCodeOf(deps, code),
    deps.store.list('agency', deps.prefecture),
    deps.store.list('person', deps.prefecture),
  ]);
  const nameOf = (id: string) => agencies.find((agency) => agency.id === id)?.name ?? id;
  const staff = town === undefined ? [] : people.filter((person) => mayReadTown(staffOf(person), town));
  return {
    named: [...invitations.map(({ agency: id }) => ({ id, name: nameOf(id) })), ...officesNamed(town, host)],
    alsoIds: [...staff.map(({ id }) => id), ...records.flatMap(({ attendance }) => attendance)],
  };
}

/** The town, and its host where that is another. */
export function officesNamed(town: Named | undefined, host: TownCode): readonly Named[] {
  const own = town === undefined ? [] : [{ id: town.id, name: town.name }];
  return town?.id === host ? own : [...own, { id: host, name: '開催主体' }];
}

/** The first who may not be named; undefined when all may. */
export async function attendeeRefusal(
  deps: Deps,
  meeting: HeldMeeting,
  attendance: readonly string[],
): Promise<Refused | undefined> {
  const { named, alsoIds } = await attendeesOf(deps, meeting);
  const known = [...named.map(({ id }) => id), ...alsoIds];
  const received = attendance.find((id) => !known.includes(id));
  const may = named.map(({ id, name }) => (name === id ? name : `${name}（${id}）`));
  return received === undefined ? undefined : { code: 'attendee-unknown', received, may };
}
