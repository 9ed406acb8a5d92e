import type { Case } from '../../../core/case/model.ts';

const letters = Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZ');

/** A free short name for a new member: the next letter, then numbers. */
export function nextMemberId({ members, formerMembers = [] }: Pick<Case, 'members' | 'formerMembers'>): string {
  const taken = new Set<string>([...members, ...formerMembers].map(({ id }) => id));
  const letter = letters.find((one) => !taken.has(one));
  return letter ?? `M${String(taken.size + 1)}`;
}
