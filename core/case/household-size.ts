import type { Refused } from '../refusal.ts';
import type { Case } from './model.ts';

/** 世帯員 of one case at most, as of a consultation: a record has to stay one that a page shows and DynamoDB takes. */
export const MOST_MEMBERS = 30;

/** A household that would grow beyond what a case holds. */
export function refusalOfTooMany({ members }: Pick<Case, 'members'>): Refused<'bad-input'> | undefined {
  const problem = `一つのケースの世帯員は${String(MOST_MEMBERS)}人までです（この入力のあと: ${String(members.length)}人）。外れた人を先に外すか、世帯を分けてください。`;
  return members.length > MOST_MEMBERS ? { code: 'bad-input', field: '世帯員', problem } : undefined;
}
