import type { Actor, Person } from './model.ts';

/** Staff of a town hand over the work of their own town, the prefecture's that of anybody. */
export function mayHandOver(actor: Actor, former: Person): boolean {
  if (actor.kind !== 'staff' || actor.role === 'viewer') return false;
  return actor.serves === undefined || actor.serves === former.serves;
}

/** Who may take over somebody's work: another person, on the same side. What the prefecture convenes is not a town's to go on with. */
export function mayTakeOver(former: Person, successor: Person): boolean {
  const sameSide = successor.serves === undefined || former.serves !== undefined;
  return successor.id !== former.id && successor.role !== 'viewer' && sameSide;
}
