import type { Deps } from '../commands/command.ts';
import type { TownCode } from '../ids.ts';
import type { Invitation } from '../invitation/model.ts';
import { addSeconds, type Instant } from '../time.ts';
import { letterheadOf } from '../body/rules.ts';
import { mailableFrom, settingsOf } from '../settings/rules.ts';
import { enveloped, type Letters } from './envelope.ts';
import {
  alsoNamed,
  inSitting,
  type InSitting,
  isPartOff,
  isWritten,
  offIn,
  offNamed,
  offWith,
  tellsOf,
} from './in-sitting.ts';
import { type Former, isAfterwards, letterText, type MemberLetter } from './letter-text.ts';
import { isInWriting } from '../meeting/in-writing.ts';
import { calendarOf } from './calendar-entry.ts';
import { type Appointed, linkOf, meetingFacts } from './meeting-facts.ts';
import type { Occasion } from './occasion.ts';
import { alongsideIn } from './parts.ts';
import { toLeaveBy } from './hand-out.ts';
import { reaching } from './reach.ts';
import { replyCodeOf } from './reply-code.ts';
import { type Post, toAgencies } from './to-agencies.ts';
import { papersCodeWording } from './wording/papers-code.ts';

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
  const to = meeting.invitations.filter(only).filter((one) => isWritten(kind, part, one));
  const starts = [
    meeting.appointment.startsAt,
    ...to.flatMap((one) => [before?.(one).startsAt, known?.(one)?.startsAt].filter((at) => at !== undefined)),
  ];
  const as = (one: Invitation) => ({
    ...meeting,
    appointment: { ...meeting.appointment, ...dateAndPlace(known?.(one)) },
  });
  const { convener, replyBy } = meeting.appointment;
  const urgent = meeting.appointment.urgent || (await wouldComeTooLate(deps, meeting.town, starts));
  const post: Post = {
    town: meeting.town,
    subject: { kind: 'meeting', id: meeting.id },
    meetingId: meeting.id,
    settings: await letterheadOf(deps, meeting),
    kind,
    occasion: reaching(occasion.reach ?? 'all', occasion.occasion),
    urgent,
    settles: settles(kind, occasion) && !isSoon(deps, starts),
    byHand: mailOnly.includes(kind) ? undefined : convener,
    dueAt: kind === 'invitation' ? await toLeaveBy(deps, meeting.town, replyBy) : undefined,
    calendar: entriesOf(kind, meeting, { part, occasion, as }),
  };
  const beside = (invitation: Invitation) =>
    alongsideIn(tellsOf(kind, part, invitation), invitation, isNewsOfAll(occasion));
  const besides = (one: Invitation) => ({
    links: beside(one).links,
    off: offIn(kind, part, one),
    plans: [],
    said: '',
  });
  return toAgencies(deps, { ...post, besides }, to, (agency, settings, invitation) => {
    const replyCode = replyCodeOf(deps.secrets, meeting, invitation);
    const told = { occasion: occasion.occasion, former: before?.(invitation), at: deps.clock.now() };
    const { alongside } = beside(invitation);
    const off = offNamed(part, invitation);
    const sitting = { alongside, off, alsoOff: [...offWith(kind, part, invitation), ...alsoNamed(kind, off)] };
    return letterText(kind, { meeting: as(invitation), agency, settings, invitation, replyCode, ...sitting, ...told });
  });
}

const settles = (kind: MemberLetter, { atOnce = false }: Occasion) => kind === 'change' && !atOnce;

/** What is news for the other parts of its sitting, too. */
function isNewsOfAll({ before, reach = 'all' }: Occasion): boolean {
  return before !== undefined && reach === 'all';
}

type Entries = {
  readonly part: InSitting;
  readonly occasion: Occasion;
  readonly as: (invitation: Invitation) => Appointed;
};

/** The calendar part for each; none where no letter of this kind has one. */
function entriesOf(kind: MemberLetter, meeting: Appointed, { part, occasion, as }: Entries): Post['calendar'] {
  const method = isAfterwards(occasion.occasion) ? undefined : methodOf(meeting, kind);
  if (method === undefined) return undefined;
  return (invitation) => {
    if (isOfPreparing(occasion.before?.(invitation)) && offNamed(part, invitation).length === 0) return undefined;
    return isPartOff(part, invitation)
      ? calendarOf({ meeting, invitation }, 'REQUEST', part.all, true)
      : calendarOf({ meeting: as(invitation), invitation }, method, part.all);
  };
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
