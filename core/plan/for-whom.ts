import { refersTo } from '../case/member-ref.ts';
import type { Case } from '../case/model.ts';
import type { Refused } from '../refusal.ts';

// A number as members bear them, after its case where a meeting has several (`A`, `M27`, `C-2/A`); 「長女」 or 「世帯全体」 are words.
const number = /^(?:[^/\s]+\/)?[A-Z]\d*$/;

/** A role is for a member of the household, by number, or for whom words say; a number that nobody there bears is a slip of the pen. */
export function strangerRefusal(whom: string, cases: readonly Case[]): Refused | undefined {
  const ref = whom.normalize('NFKC').trim();
  const borne = cases.flatMap((one) => one.members.map((member) => ({ one, member })));
  if (!number.test(ref) || borne.length === 0 || borne.some(({ one, member }) => refersTo(ref, one, member)))
    return undefined;
  return { code: 'unknown-member', id: ref, known: [...new Set(borne.map(({ member }) => member.id))] };
}
