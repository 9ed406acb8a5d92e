import { comesAt } from '../invitation/cases.ts';
import type { Invitation } from '../invitation/model.ts';
import { isConvened } from '../meeting/convening.ts';
import type { ConvenedMeeting, Meeting } from '../meeting/model.ts';
import { callOf, isInvitedElsewhere, numberOf, partKey, writesTo } from '../meeting/together.ts';
import type { Deps } from '../commands/command.ts';
import type { Instant } from '../time.ts';
import { isAfterwards, type MemberLetter } from './letter-text.ts';
import type { Appointed } from './meeting-facts.ts';
import type { Message } from './model.ts';
import type { Occasion } from './occasion.ts';
import { movedWith, othersFor, partsOf, partsWith } from './parts.ts';
import type { Off } from './wording/letter.ts';

// What each part agreed on is its own; about the sitting each agency hears once, from the first part to which it is called.
const ofTheSitting: readonly MemberLetter[] = ['invitation', 'reminder', 'change', 'day-before', 'cancel'];

export type InSitting = {
  readonly meeting: Appointed;
  readonly parts: readonly ConvenedMeeting[];
  /** Also those that are off. */
  readonly all: readonly Meeting[];
  /** This part is taken off, or an agency from it, and the others stay. */
  readonly isOff: boolean;
  readonly occasion: Occasion;
};

/** With the parts of its sitting that this letter is about as well. */
export async function inSitting(
  deps: Deps,
  meeting: Appointed,
  kind: MemberLetter,
  said: Occasion,
): Promise<InSitting> {
  const { occasion, whole, changed = [] } = said;
  const isOfAll = ofTheSitting.includes(kind) && !isAfterwards(occasion);
  const stored = isOfAll ? partsWith(await partsOf(deps, meeting), changed) : [];
  const standing = stored.filter(isConvened);
  const parts = kind === 'change' ? movedWith(meeting, standing) : standing;
  const all = [...parts, ...stored.filter((one) => !isConvened(one))];
  return { meeting, parts, all, isOff: kind === 'cancel' && whole === undefined, occasion: said };
}

export function isWritten(
  kind: MemberLetter,
  { meeting, parts, isOff, occasion }: InSitting,
  invitation: Invitation,
): boolean {
  if (isOff || occasion.reach === 'part') return true;
  if (occasion.whole !== undefined) return isFirstHeard(meeting, heardOf(parts, occasion.whole, invitation));
  return kind === 'invitation'
    ? !isInvitedElsewhere(meeting, parts, invitation)
    : writesTo(meeting, parts, invitation.agency);
}

/** Of which other parts a letter tells: a notice of those that come after it, every later word of all that stay; of its own alone where it reaches no further. */
export function tellsOf(kind: MemberLetter, { meeting, parts, isOff, occasion }: InSitting, invitation: Invitation) {
  if (isOfItself(occasion, invitation)) return [];
  const isOfLater = kind === 'invitation' && !writesTo(meeting, parts, invitation.agency);
  const isOfNone = kind === 'cancel' && !isOff;
  return isOfLater || isOfNone ? [] : othersFor(meeting, parts, invitation);
}

export function offWith(
  kind: MemberLetter,
  { meeting, parts, isOff, occasion: { whole = () => true } }: InSitting,
  invitation: Invitation,
): readonly string[] {
  if (kind !== 'cancel' || isOff) return [];
  return othersFor(meeting, heardOf(parts, whole, invitation), invitation).map(numberOf);
}

/** What a stored word says is off, so that the next one can say it in its place. */
export function offIn(kind: MemberLetter, { meeting, occasion }: InSitting, one: Invitation): Message['off'] {
  const { off, known } = occasion;
  const { startsAt } = known?.(one) ?? meeting.appointment;
  const own = { town: meeting.town, meeting: meeting.id, startsAt };
  const isOwn = kind === 'cancel' && meeting.together !== undefined;
  const all = [...(isOwn ? [own] : []), ...(off?.(one) ?? [])];
  return all.length === 0 ? undefined : all;
}

/** Each as it is named to agencies, at the time this agency was to come. */
export function offNamed({ all, occasion: { off } }: InSitting, { agency }: Invitation): readonly Off[] {
  return (off?.({ agency }) ?? []).flatMap(({ town, meeting, startsAt }) => {
    const part = all.find((one) => partKey(one) === partKey({ town, id: meeting }));
    const call = part?.invitations.findLast((one) => one.agency === agency);
    if (part === undefined || call === undefined) return [];
    return [
      { meetingId: numberOf(part), startsAt: comesThen(part, call, startsAt), withdrawn: part.state !== 'cancelled' },
    ];
  });
}

const comesThen = (part: Meeting, call: Invitation, startsAt: Instant) =>
  'appointment' in part && part.appointment !== undefined
    ? comesAt({ ...part, appointment: { ...part.appointment, startsAt } }, call)
    : startsAt;

export function alsoNamed(kind: MemberLetter, off: readonly Off[]): readonly string[] {
  return kind === 'cancel' ? off.map(({ meetingId }) => meetingId) : [];
}

/** The agency comes all the same: its entry is shortened. */
export function isPartOff({ meeting, parts, isOff }: InSitting, invitation: Invitation): boolean {
  return isOff && othersFor(meeting, parts, invitation).length > 0;
}

/** Of what to prepare for this part, and of nothing else. */
function isOfItself({ reach, off }: Occasion, invitation: Invitation): boolean {
  return reach === 'part' && (off === undefined || off(invitation).length === 0);
}

type Whole = NonNullable<Occasion['whole']>;

/** Of the parts that stand, those this agency has heard it is called to. */
function heardOf(parts: readonly ConvenedMeeting[], whole: Whole, { agency }: Invitation): readonly ConvenedMeeting[] {
  return parts.filter((part) => {
    const call = callOf(part, agency);
    return call !== undefined && whole(part, call);
  });
}

function isFirstHeard(meeting: Appointed, [first]: readonly ConvenedMeeting[]): boolean {
  return first !== undefined && partKey(first) === partKey(meeting);
}
