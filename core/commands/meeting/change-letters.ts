import type { Invitation } from '../../invitation/model.ts';
import type { ConvenedMeeting } from '../../meeting/model.ts';
import { formerOf } from '../../meeting/settling.ts';
import { callingParts, callOf, writesTo } from '../../meeting/together.ts';
import { type Letters, together } from '../../message/envelope.ts';
import { lettersToMembers } from '../../message/letters.ts';
import type { PartOff } from '../../message/model.ts';
import { type Reach, reachOf } from '../../message/reach.ts';
import type { Deps } from '../command.ts';

type Telling = {
  /** The parts of its sitting that stand, as the commit stores them. */
  readonly parts: readonly ConvenedMeeting[];
  readonly changed: readonly ConvenedMeeting[];
  /** Whose invitation is still to be brought, and says it, and who hears of it by another word. */
  readonly told: ReadonlySet<string>;
  /** Parts that are off, by words that have not gone out. */
  readonly off: (invitation: Pick<Invitation, 'agency'>) => readonly PartOff[];
};

/** New ones are invited by the workflow. */
export function stays({ withdrawn, invitedAt }: Invitation): boolean {
  return withdrawn === undefined && invitedAt !== undefined;
}

/**
 * To whom there is something to tell: 変更, against what each was last told. In a sitting the first part to which it is called tells of date and place
 * for all of them, with what each asks it to prepare; of another ご準備 alone each part tells itself.
 */
export async function changeLetters(deps: Deps, after: ConvenedMeeting, telling: Telling): Promise<Letters> {
  const reaches = new Set(after.invitations.flatMap((one) => reachFor(after, one, telling) ?? []));
  const words = [...reaches].map(async (reach) =>
    lettersToMembers(deps, after, 'change', {
      occasion: after.appointment.sequence,
      only: (one) => reachFor(after, one, telling) === reach,
      before: (one) => formerOf(one, after.appointment),
      off: telling.off,
      changed: telling.changed,
      reach,
    }),
  );
  return together(await Promise.all(words));
}

function reachFor(after: ConvenedMeeting, one: Invitation, { parts, told, off }: Telling): Reach | undefined {
  if (!stays(one) || told.has(one.agency)) return undefined;
  if (parts.length <= 1 && one.unsettled !== undefined) return 'all';
  const reach = reachOf(formerOf(one, after.appointment));
  if (!writesTo(after, parts, one.agency)) return reachBeside(reach, parts, one);
  return reach === 'gone' && off(one).length === 0 ? undefined : reach;
}

/** Of a part that is not its first: what that one does not say. */
function reachBeside(reach: Reach, parts: readonly ConvenedMeeting[], { agency }: Invitation): Reach | undefined {
  return reach === 'part' || (reach === 'all' && !isToldByFirst(parts, agency)) ? 'part' : undefined;
}

/** Whoever was called to this part between two changes knows another date of it than of the first. */
function isToldByFirst(parts: readonly ConvenedMeeting[], agency: Invitation['agency']): boolean {
  const [first] = callingParts(parts, agency);
  const call = first === undefined ? undefined : callOf(first, agency);
  return first !== undefined && call !== undefined && reachOf(formerOf(call, first.appointment)) === 'all';
}
