import type { Case } from '../../../core/case/model.ts';

const letters = Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZ');

/** `A` … `Z`, then `M27`: what the members of a new case are called in turn. */
export function memberAt(index: number): string {
  return letters[index] ?? `M${String(index + 1)}`;
}

/** The members a form about a new case has fields for, filled in or not. */
export function membersIn(values: URLSearchParams): readonly string[] {
  const names = [...new Set(values.keys())].filter((name) => name.startsWith('name-'));
  return names.map((name) => name.slice('name-'.length));
}

/** A free short name for a new member: the next letter, then numbers. */
export function nextMemberId({ members, formerMembers = [] }: Pick<Case, 'members' | 'formerMembers'>): string {
  const taken = new Set<string>([...members, ...formerMembers].map(({ id }) => id));
  const letter = letters.find((one) => !taken.has(one));
  return letter ?? `M${String(taken.size + 1)}`;
}
