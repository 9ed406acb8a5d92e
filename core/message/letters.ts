import type { Deps } from '../commands/command.ts';
import type { TownCode } from '../ids.ts';
import { comesAt } from '../invitation/cases.ts';
import type { Invitation } from '../invitation/model.ts';
import { addSeconds, type Instant } from '../time.ts';
import { letterheadOf } from '../body/rules.ts';
import { mailableFrom, settingsOf } from '../settings/rules.ts';
import { enveloped, type Letters } from './envelope.ts';
import { type Former, isAfterwards, letterText, type MemberLetter } from './letter-text.ts';
import { isInWriting } from '../meeting/in-writing.ts';
import { isConvened } from '../meeting/convening.ts';
import type { ConvenedMeeting, Meeting } from '../meeting/model.ts';
import { isInvitedElsewhere, numberOf, partKey, writesTo } from '../meeting/together.ts';
import { calendarOf } from './calendar-entry.ts';
import { type Appointed, linkOf, meetingFacts } from './meeting-facts.ts';
import type { Message, PartOff } from './model.ts';
import { alongsideIn, movedWith, othersFor, partsOf, partsWith } from './parts.ts';
import { replyCodeOf } from './reply-code.ts';
import { type Post, toAgencies } from './to-agencies.ts';
import type { Off } from './wording/letter.ts';
import { papersCodeWording } from './wording/papers-code.ts';

export type Occasion = {
  /** Of 中止: the other parts of its sitting are off as well. */
  readonly whole?: boolean;
  readonly occasion: string | number;
  /** Which invitations; all that were not withdrawn when left out. */
  readonly only?: (invitation: Invitation) => boolean;
  /** What a change replaced, as each agency knew it. */
  readonly before?: (invitation: Invitation) => Former;
  /** What an agency was last told of date and place, where that is not what they are now. */
  readonly known?: (invitation: Invitation) => Pick<Appointed['appointment'], 'startsAt' | 'place'> | undefined;
  /** Parts of the sitting of which this word says that they are off. */
  readonly off?: (invitation: Pick<Invitation, 'agency'>) => readonly PartOff[];
  /** A part as the same commit stores it. */
  readonly changed?: Meeting | undefined;
  /** Waits for no further change. */
  readonly atOnce?: boolean;
};

// A reminder only makes sense as mail: whoever has none has a task for the invitation already.
const mailOnly: readonly MemberLetter[] = ['reminder', 'day-before'];
const withCalendar: Readonly<Partial<Record<MemberLetter, 'REQUEST' | 'CANCEL'>>> = {
  invitation: 'REQUEST',
  change: 'REQUEST',
  cancel: 'CANCEL',
};

/** Letters of one kind to the members of a meeting, ready to be saved with the commit that causes them. */
export async function lettersToMembers(
  deps: Deps,
  meeting: Appointed & { readonly invitations: readonly Invitation[] },
  kind: MemberLetter,
  occasion: Occasion,
): Promise<Letters> {
  const { only = (one: Invitation) => one.withdrawn === undefined, before, known } = occasion;
  const part = await inSitting(deps, meeting, kind, occasion);
  const { all } = part;
  const to = meeting.invitations.filter(only).filter((one) => isWritten(kind, part, one));
  const starts = [
    meeting.appointment.startsAt,
    ...to.flatMap((one) => [before?.(one).startsAt, known?.(one)?.startsAt].filter((at) => at !== undefined)),
  ];
  const as = (one: Invitation) => ({
    ...meeting,
    appointment: { ...meeting.appointment, ...dateAndPlace(known?.(one)) },
  });
  const method = isAfterwards(occasion.occasion) ? undefined : methodOf(meeting, kind);
  const { convener, replyBy } = meeting.appointment;
  const urgent = meeting.appointment.urgent || (await wouldComeTooLate(deps, meeting.town, starts));
  const post: Post = {
    town: meeting.town,
    subject: { kind: 'meeting', id: meeting.id },
    meetingId: meeting.id,
    settings: await letterheadOf(deps, meeting),
    kind,
    occasion: occasion.occasion,
    urgent,
    settles: settles(kind, occasion) && !isSoon(deps, starts),
    byHand: mailOnly.includes(kind) ? undefined : convener,
    dueAt: kind === 'invitation' ? replyBy : undefined,
    calendar:
      method === undefined
        ? undefined
        : (invitation) =>
            isOfPreparing(before?.(invitation))
              ? undefined
              : isPartOff(part, invitation)
                ? calendarOf({ meeting, invitation }, 'REQUEST', all, true)
                : calendarOf({ meeting: as(invitation), invitation }, method, all),
  };
  const beside = (invitation: Invitation) => alongsideIn(tellsOf(kind, part, invitation), invitation);
  const besides = (one: Invitation) => ({
    links: beside(one).links,
    off: offIn(kind, part, occasion, one),
    plans: [],
    said: '',
  });
  return toAgencies(deps, { ...post, besides }, to, (agency, settings, invitation) => {
    const replyCode = replyCodeOf(deps.secrets, meeting, invitation);
    const told = { occasion: occasion.occasion, former: before?.(invitation), at: deps.clock.now() };
    const { alongside } = beside(invitation);
    const off = offNamed(part, occasion, invitation);
    const sitting = { alongside, off, alsoOff: [...offWith(kind, part, invitation), ...alsoNamed(kind, off)] };
    return letterText(kind, { meeting: as(invitation), agency, settings, invitation, replyCode, ...sitting, ...told });
  });
}

// What each part agreed on is its own; about the sitting each agency hears once, from the first part to which it is called.
const ofTheSitting: readonly MemberLetter[] = ['invitation', 'reminder', 'change', 'day-before', 'cancel'];

type InSitting = {
  readonly meeting: Appointed;
  readonly parts: readonly ConvenedMeeting[];
  /** Also those that are off. */
  readonly all: readonly Meeting[];
  /** This part is taken off, or an agency from it, and the others stay. */
  readonly isOff: boolean;
};

/** With the parts of its sitting that this letter is about as well. */
async function inSitting(
  deps: Deps,
  meeting: Appointed,
  kind: MemberLetter,
  { occasion, whole = false, changed }: Occasion,
): Promise<InSitting> {
  const isOfAll = ofTheSitting.includes(kind) && !isAfterwards(occasion);
  const stored = isOfAll ? partsWith(await partsOf(deps, meeting), changed) : [];
  const standing = stored.filter(isConvened);
  const parts = kind === 'change' ? movedWith(meeting, standing) : standing;
  const all = [...parts, ...stored.filter((one) => !isConvened(one))];
  return { meeting, parts, all, isOff: kind === 'cancel' && !whole };
}

function isWritten(kind: MemberLetter, { meeting, parts, isOff }: InSitting, invitation: Invitation): boolean {
  if (isOff) return true;
  return kind === 'invitation'
    ? !isInvitedElsewhere(meeting, parts, invitation)
    : writesTo(meeting, parts, invitation.agency);
}

/** Of which other parts a letter tells: a notice of those that come after it, every later word of all that stay. */
function tellsOf(kind: MemberLetter, { meeting, parts, isOff }: InSitting, invitation: Invitation) {
  const isOfLater = kind === 'invitation' && !writesTo(meeting, parts, invitation.agency);
  const isOfNone = kind === 'cancel' && !isOff;
  return isOfLater || isOfNone ? [] : othersFor(meeting, parts, invitation);
}

function offWith(kind: MemberLetter, { meeting, parts, isOff }: InSitting, invitation: Invitation): readonly string[] {
  return kind === 'cancel' && !isOff ? othersFor(meeting, parts, invitation).map(numberOf) : [];
}

const settles = (kind: MemberLetter, { atOnce = false }: Occasion) => kind === 'change' && !atOnce;

/** What a stored word says is off, so that the next one can say it in its place. */
function offIn(kind: MemberLetter, { meeting }: InSitting, { off, known }: Occasion, one: Invitation): Message['off'] {
  const { startsAt } = known?.(one) ?? meeting.appointment;
  const own = { town: meeting.town, meeting: meeting.id, startsAt };
  const isOwn = kind === 'cancel' && meeting.together !== undefined;
  const all = [...(isOwn ? [own] : []), ...(off?.(one) ?? [])];
  return all.length === 0 ? undefined : all;
}

/** Each as it is named to agencies, at the time this agency was to come. */
function offNamed({ all }: InSitting, { off }: Occasion, { agency }: Invitation): readonly Off[] {
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

const alsoNamed = (kind: MemberLetter, off: readonly Off[]) =>
  kind === 'cancel' ? off.map(({ meetingId }) => meetingId) : [];

/** The agency comes all the same: its entry is shortened. */
function isPartOff({ meeting, parts, isOff }: InSitting, invitation: Invitation): boolean {
  return isOff && othersFor(meeting, parts, invitation).length > 0;
}

/** Of a meeting in writing nothing stands in a calendar: its entry is taken back. */
function methodOf(meeting: Appointed, kind: MemberLetter): 'REQUEST' | 'CANCEL' | undefined {
  if (!isInWriting(meeting) || kind === 'cancel') return withCalendar[kind];
  return kind === 'change' ? 'CANCEL' : undefined;
}

const dateAndPlace = (known: { readonly startsAt: Instant; readonly place: string } | undefined) =>
  known === undefined ? {} : { startsAt: known.startsAt, place: known.place };

/** A calendar holds nothing of what to prepare. */
function isOfPreparing({ startsAt, place, preparation }: Former = {}): boolean {
  return preparation !== undefined && startsAt === undefined && place === undefined;
}

// Whoever is about to leave for a meeting must not wait for a clerk's second thoughts.
const SOON_SECONDS = 2 * 60 * 60;

function isSoon({ clock }: Deps, starts: readonly Instant[]): boolean {
  const soon = addSeconds(clock.now(), SOON_SECONDS);
  return starts.some((start) => start <= soon);
}

/** Whether office hours begin again only after the meeting: mail about it then goes at once, at whatever hour. */
async function wouldComeTooLate(deps: Deps, town: TownCode, starts: readonly Instant[]): Promise<boolean> {
  const now = deps.clock.now();
  const leaves = mailableFrom(await settingsOf(deps, town), now, false);
  return starts.some((start) => start > now && start <= leaves);
}

/** A papers code is good for ten minutes (BRIEF §2.7). */
export const CODE_SECONDS = 10 * 60;

/** The mail with a one-time code; undefined for an agency without an address (staff hand its code over). */
export async function codeLetter(
  deps: Deps,
  meeting: Appointed,
  invitation: Invitation,
  issuedAt: Instant,
): Promise<Letters | undefined> {
  const agency = await deps.store.get('agency', deps.prefecture, invitation.agency);
  if (agency?.mail === undefined) return undefined;
  const settings = await letterheadOf(deps, meeting);
  const expiresAt = addSeconds(issuedAt, CODE_SECONDS);
  return enveloped({
    town: meeting.town,
    subjectId: meeting.id,
    kind: 'papers-code',
    to: agency.id,
    address: agency.mail,
    occasion: issuedAt,
    wording: papersCodeWording({ ...meetingFacts(meeting, agency, settings), expiresAt }),
    now: deps.clock.now(),
    settings,
    urgent: true,
    more: { link: linkOf(meeting.id, invitation), codeFor: issuedAt },
  });
}
