import type { Case, Member } from '../case/model.ts';
import { refersTo } from '../case/member-ref.ts';
import type { Day } from '../time.ts';
import { consentsInForce, isStanding } from './rules.ts';

export type RunningOut = { readonly name: string; readonly until: Day };
type Asked = {
  /** The day it must still hold: of the meeting, or the plan's last. Any end counts while that is not known. */
  readonly on?: Day | undefined;
  /** Members named in a purpose, as `C-1/A`: they are discussed, whatever is ticked. */
  readonly discussed?: readonly string[];
};

/** Members who are discussed and whose consent holds today, but will have run out by then. Who has none today is not among them. */
export function runningOut(cases: readonly Case[], today: Day, { on, discussed = [] }: Asked): readonly RunningOut[] {
  const isDiscussed = (one: Case, member: Member) =>
    member.covered ||
    !one.members.some(({ covered }) => covered) ||
    discussed.some((ref) => refersTo(ref, one, member));
  return cases.flatMap((one) =>
    one.members
      .filter((member) => isDiscussed(one, member))
      .flatMap(({ id, name }) => {
        const until = lastDay(one, id, today);
        return until === undefined || (on !== undefined && on <= until) ? [] : [{ name, until }];
      }),
  );
}

export type LastDay = { readonly member: string; readonly name: string; readonly until: Day };

/** The day on which the last consent of each discussed member ends, or ended; nobody whose consent has no end, and nobody who gave none. */
export function lastDays(one: Case): readonly LastDay[] {
  const isDiscussed = ({ covered }: Member) => covered || !one.members.some((other) => other.covered);
  return one.members.filter(isDiscussed).flatMap(({ id, name }) => {
    const days = one.consents
      .filter((consent) => consent.member === id && isStanding(consent))
      .map(({ until }) => until);
    const until = days.includes(undefined) ? undefined : days.toSorted().at(-1);
    return until === undefined ? [] : [{ member: id, name, until }];
  });
}

/** The last day on which any consent of today still holds; undefined where there is none, or one without an end. */
function lastDay(one: Case, member: string, today: Day): Day | undefined {
  const days = consentsInForce(one, member, today).map(({ until }) => until);
  return days.includes(undefined) ? undefined : days.toSorted().at(-1);
}
