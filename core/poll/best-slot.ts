import type { AgencyId } from '../ids.ts';
import type { Invitation } from '../invitation/model.ts';
import { noQuorum, type Quorum } from '../meeting/quorum.ts';
import type { Instant } from '../time.ts';
import type { Mark, Poll } from './model.ts';
import { saidIn } from './rules.ts';

/** What was said of one slot. `missed`: required agencies that cannot come, or have not said; `unsure`: required ones with △. */
export type Tally = {
  readonly slot: Instant;
  readonly circles: number;
  readonly triangles: number;
  readonly crosses: number;
  readonly missed: readonly AgencyId[];
  readonly unsure: readonly AgencyId[];
};

export type Asked = {
  readonly poll: Pick<Poll, 'round' | 'slots'>;
  readonly invitations: readonly Invitation[];
  readonly quorum?: Quorum | undefined;
};

export function markOf(poll: Pick<Poll, 'round'>, invitation: Invitation, slot: Instant): Mark | undefined {
  return saidIn(poll, invitation)?.marks[slot];
}

export function tallyOf({ poll, invitations, quorum = noQuorum }: Asked, slot: Instant): Tally {
  const said = invitations
    .filter(({ withdrawn }) => withdrawn === undefined)
    .map((one) => ({ agency: one.agency, mark: markOf(poll, one, slot) }));
  const count = (wanted: Mark) => said.filter(({ mark }) => mark === wanted).length;
  // A required agency that has left is no longer waited for.
  const required = said.filter(({ agency }) => quorum.required.includes(agency));
  return {
    slot,
    circles: count('○'),
    triangles: count('△'),
    crosses: count('×'),
    missed: required.filter(({ mark }) => mark !== '○' && mark !== '△').map(({ agency }) => agency),
    unsure: required.filter(({ mark }) => mark === '△').map(({ agency }) => agency),
  };
}

/** How a slot stands before the day itself counts: fewer required agencies missed, all of them ○ before △, more ○, more △. */
function standingOf({ missed, unsure, circles, triangles }: Tally): readonly number[] {
  return [-missed.length, unsure.length === 0 ? 0 : -1, circles, triangles];
}

/** Negative when the first is the better one; of equals the earlier. */
export function compareTallies(one: Tally, other: Tally): number {
  return compareStandings(one, other) || (one.slot < other.slot ? -1 : Number(one.slot > other.slot));
}

function compareStandings(one: Tally, other: Tally): number {
  const [ours, theirs] = [standingOf(one), standingOf(other)];
  const differing = ours.findIndex((value, index) => value !== theirs[index]);
  return differing === -1 ? 0 : (theirs[differing] ?? 0) - (ours[differing] ?? 0);
}

export type Proposed = {
  readonly best: Tally;
  /** Others that stand equally well, but for the day. */
  readonly equal: readonly Tally[];
  /** Enough people can come, and all who must. */
  readonly fits: boolean;
  /** May be fixed by itself: it fits, and no equal one would have others come instead. */
  readonly plain: boolean;
};

/** The best of the slots that are still to come; undefined when all have passed. */
export function proposedSlot(asked: Asked, now: Instant): Proposed | undefined {
  const tallies = asked.poll.slots
    .filter((slot) => slot > now)
    .map((slot) => tallyOf(asked, slot))
    .toSorted(compareTallies);
  const [best, ...others] = tallies;
  if (best === undefined) return undefined;
  const equal = others.filter((one) => compareStandings(best, one) === 0);
  const fits = fitsAll(best, asked.quorum);
  const standing = asked.invitations.filter(({ withdrawn }) => withdrawn === undefined).length;
  return { best, equal, fits, plain: fits && (equal.length === 0 || best.circles === standing) };
}

/** Whether a slot can be taken without a reason. */
export function fitsAll({ missed, circles, triangles }: Tally, quorum: Quorum = noQuorum): boolean {
  return missed.length === 0 && circles + triangles >= (quorum.least ?? 1);
}
