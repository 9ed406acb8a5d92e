import type { Case } from '../case/model.ts';
import type { Deps } from '../commands/command.ts';
import { isKeptByTax } from '../consent/tax.ts';
import type { Consultation } from '../consultation/model.ts';
import type { TownCode } from '../ids.ts';
import type { Actor, Staff, Town } from './model.ts';
import { isAtItsDesk, isOfficer } from './rules.ts';

type Access = Pick<Deps, 'store' | 'prefecture'>;
type Kept = Case | Consultation;
type Sight = (record: Kept) => boolean;

/**
 * Which cases and consultations of a town somebody who works for it sees (BRIEF §2.15): those at its desk all of them, the regional core
 * what does not stay inside the town, the prefecture's officers of that what their own desk has to do with.
 */
export async function sightOn(deps: Access, actor: Staff, town: Town): Promise<Sight> {
  const hosted = isAtItsDesk(actor, town) || !isOfficer(actor) ? undefined : await hostedIn(deps, town);
  return (record) => !staysFrom(actor, record, town) && hosted?.(record) !== false;
}

/** The numbers of cases and consultations of a town that somebody who works for it does not see. */
export async function hiddenFrom(deps: Access, actor: Staff, town: Town): Promise<ReadonlySet<string>> {
  if (isAtItsDesk(actor, town)) return new Set();
  const sees = await sightOn(deps, actor, town);
  const lists = [deps.store.list('case', town.id), deps.store.list('consultation', town.id)] as const;
  const all: readonly Kept[] = (await Promise.all(lists)).flat();
  const seen = new Set<string>(all.filter(sees).map(({ id }) => id));
  return new Set(all.map(({ id }) => String(id)).filter((id) => !seen.has(id)));
}

/** The same, of a town of which only the code is known. */
export async function hiddenIn(deps: Access, actor: Actor, code: TownCode): Promise<ReadonlySet<string>> {
  const town = await deps.store.get('town', deps.prefecture, code);
  return town === undefined || actor.kind !== 'staff' ? new Set() : hiddenFrom(deps, actor, town);
}

/**
 * 情報提供同意 was not given, so what was said stays inside the town that heard it (towns-and-villages.md §10-14): those at its desk read it,
 * and whoever wrote it down. What a tax section alone knows of, only those at its desk.
 */
export function staysFrom(actor: Staff, record: Kept, town: Town): boolean {
  if (isAtItsDesk(actor, town)) return false;
  const { id } = actor;
  if (record.kind === 'consultation') return !record.mayShare && record.by !== id;
  return isKeptByTax(record) || (record.withinTown === true && record.worker !== id);
}

/**
 * What the host's desk hosts: a case of which a meeting was asked for or convened, one that is on the list of a regular day, and one that
 * was opened, is kept or is supervised at the desk; a consultation heard there, or that grew into one of those.
 */
async function hostedIn({ store, prefecture }: Access, town: Town): Promise<Sight> {
  const [meetings, all, people, cases] = await Promise.all([
    store.list('meeting', town.id),
    store.list('series', prefecture),
    store.list('person', prefecture),
    store.list('case', town.id),
  ]);
  const listed = all.flatMap(({ sittings }) => sittings.flatMap(({ items }) => items));
  const called = new Set<string>([
    ...meetings.flatMap((meeting) => meeting.cases),
    ...listed.filter((item) => item.town === town.id).map((item) => item.case),
  ]);
  const desk = new Set<string>(people.filter(isOfficer).map(({ id }) => id));
  const isCase = (one: Case) =>
    one.atHost === true ||
    called.has(one.id) ||
    [one.worker, one.supervisor].some((id) => id !== undefined && desk.has(id));
  const hosted = new Set<string>(cases.filter(isCase).map(({ id }) => id));
  return (record) =>
    record.kind === 'case'
      ? isCase(record)
      : desk.has(record.by) || (record.case !== undefined && hosted.has(record.case));
}
