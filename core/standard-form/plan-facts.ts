import { refersTo } from '../case/member-ref.ts';
import type { Case, Member } from '../case/model.ts';
import type { FrameworkCode } from '../framework/frameworks.ts';
import type { Plan, Role } from '../plan/model.ts';
import type { Day } from '../time.ts';

/** What the papers about a plan are filled from. */
export type PlanFacts = {
  readonly one: Case;
  /** 支援対象者: a paper is about one person. */
  readonly member: Member;
  readonly plan: Plan;
  /** The roles of the plan. */
  readonly roles: readonly Role[];
  /** The day of the meeting it was made in. */
  readonly metOn: Day | undefined;
  readonly today: Day;
  readonly agencyName: (id: string) => string;
};

/** What differs between the papers of the programmes for people in need and their sisters of 重層. */
export type Family = {
  /** Stands before the title. */
  readonly before: string;
  readonly meeting: string;
  /** What the number of a case is called. */
  readonly number: string;
};
const needy: Family = { before: '', meeting: '支援調整会議', number: 'ID' };
const layered: Family = { before: '多機関協働事業　', meeting: '重層的支援会議', number: '受付番号' };

const families: Readonly<Partial<Record<FrameworkCode, Family>>> = {
  'needy-support': needy,
  'needy-coordination': needy,
  'layered-support': layered,
  'layered-coordination': layered,
};

/** Undefined for a plan of 生活保護, which has no such papers. */
export function familyOf({ framework }: Pick<Plan, 'framework'>): Family | undefined {
  return families[framework];
}

/** Roles that are for this person, or for nobody in particular. */
export function rolesFor({ one, member, roles }: PlanFacts): readonly Role[] {
  const others = one.members.filter(({ id }) => id !== member.id);
  return roles.filter(({ for: whom }) => {
    const ref = whom.normalize('NFKC').trim();
    return refersTo(ref, one, member) || !others.some((other) => refersTo(ref, one, other));
  });
}

/** 主担当 of the stage that runs today; undefined while it is 未定. */
export function leadToday({ one, today }: PlanFacts): string | undefined {
  const running = one.leads.filter(
    ({ from, until }) => (from === undefined || from <= today) && (until === undefined || today <= until),
  );
  return running.findLast(({ who }) => who !== undefined)?.who;
}
