import type { Deps } from '../commands/command.ts';
import type { TownCode } from '../ids.ts';
import type { Actor, Person, Staff, Town } from './model.ts';

/** A registered person as whoever asks for something. */
export function staffOf({ id, role, serves, areas }: Person): Staff {
  return {
    kind: 'staff',
    id,
    role,
    ...(serves === undefined ? {} : { serves }),
    ...(areas === undefined ? {} : { areas }),
  };
}

/** Whether a town lies in the areas somebody works for; without areas, the prefecture's staff work for all of it. */
function covers({ areas, serves }: Staff, town: Town): boolean {
  if (areas === undefined) return serves === undefined;
  return town.area !== undefined && areas.includes(town.area);
}

/** The prefecture's officers and supervisors. */
export function isOfficer({ serves, role }: Pick<Staff, 'serves' | 'role'>): boolean {
  return serves === undefined && (role === 'host' || role === 'supervisor');
}

/** The prefecture's officers for towns of their area that it hosts. */
function isOfficerFor(actor: Staff, town: Town): boolean {
  return isOfficer(actor) && covers(actor, town);
}

/** The prefecture's officers and supervisors for all of it, who keep the register of agencies. */
export function isOfficerForAll(actor: Actor): boolean {
  return actor.kind === 'staff' && actor.areas === undefined && isOfficer(actor);
}

/** Staff of the town itself, or of the town that keeps its cases (towns-and-villages.md R20). */
export function isAtItsDesk(actor: Staff, town: Town): boolean {
  return actor.serves !== undefined && (actor.serves === town.id || actor.serves === town.desk);
}

/**
 * A town's pages are for its own staff, for the prefecture's officers who host it, and for the regional core (圏域コア) of its area. Which of
 * its cases an officer sees there, `sightOn` says (BRIEF §2.15).
 */
export function mayReadTown(actor: Actor, town: Town): actor is Staff {
  if (actor.kind !== 'staff' || actor.role === 'viewer') return false;
  if (isAtItsDesk(actor, town)) return true;
  return actor.role === 'area' ? covers(actor, town) : town.host === 'prefecture' && isOfficerFor(actor, town);
}

/** 閲覧・操作の記録 is for the supervisor of the town, or of the host. */
export function mayReadAudit(actor: Actor, town: Town): boolean {
  return mayReadTown(actor, town) && actor.role === 'supervisor';
}

/** mayReadTown, for who may also write: the regional core reads all of its area and writes only in its own town (R14, §10-19). */
export function mayEditTown(actor: Actor, town: Town): actor is Staff {
  return mayReadTown(actor, town) && (actor.role !== 'area' || isAtItsDesk(actor, town));
}

/** mayEditTown for a town of which only the code is known; an unknown one is nobody's. */
export async function mayEdit(
  deps: Pick<Deps, 'store' | 'prefecture'>,
  actor: Actor,
  code: TownCode,
): Promise<boolean> {
  const town = await deps.store.get('town', deps.prefecture, code);
  return town !== undefined && mayEditTown(actor, town);
}

/** The prefecture's officer asks about a town that hosts its own meetings: whose matter that is, is worth saying. */
export function isOthersHost(actor: Actor, town: Town): boolean {
  return actor.kind === 'staff' && town.host === 'town' && isOfficerFor(actor, town);
}

/** The host itself: the prefecture's officer or supervisor, or the town's own staff where the town is host. */
export function isHost(actor: Actor, town: Town): boolean {
  if (actor.kind !== 'staff' || actor.role === 'viewer') return false;
  return town.host === 'town' ? actor.serves === town.id : isOfficerFor(actor, town);
}

/** Only the host convenes (BRIEF §2.0), or the town to which it has left the secretariat (事務局). */
export function mayConvene(actor: Actor, town: Town): boolean {
  if (isHost(actor, town)) return true;
  return town.secretariat === 'town' && actor.kind === 'staff' && actor.serves === town.id && actor.role !== 'viewer';
}

/**
 * Who says which address somebody signs in with: the host's officers and supervisors for its town's people, the prefecture's for its own. A
 * supervisor's is a supervisor's to say: else an officer could come in as one, and decide on their own drafts.
 */
export function mayRegister(actor: Actor, person: Person, town: Town | undefined): boolean {
  if (actor.kind !== 'staff') return false;
  const registrars: readonly Staff['role'][] = person.role === 'supervisor' ? ['supervisor'] : ['host', 'supervisor'];
  if (!registrars.includes(actor.role)) return false;
  if (person.serves === undefined) return isOfficerForAll(actor);
  return town?.id === person.serves && isHost(actor, town);
}

/** The towns an actor works for, in order of code: those of which the content may be read; all for viewers and agencies. */
export async function townsOf(deps: Pick<Deps, 'store' | 'prefecture'>, actor: Actor): Promise<readonly TownCode[]> {
  const towns = await deps.store.list('town', deps.prefecture);
  const narrow = actor.kind === 'staff' && actor.role !== 'viewer';
  return towns.filter((town) => !narrow || mayReadTown(actor, town)).map((town) => town.id);
}

export async function allTowns(deps: Pick<Deps, 'store' | 'prefecture'>): Promise<readonly TownCode[]> {
  const towns = await deps.store.list('town', deps.prefecture);
  return towns.map((town) => town.id);
}

/** `staff:木村`, as the audit log names people: ids, never names. */
export function nameOf(actor: Actor): string {
  return `${actor.kind}:${actor.id}`;
}
