import type { Invitation } from '../invitation/model.ts';
import { preparationFor } from '../invitation/preparation.ts';
import type { Appointment, ConvenedMeeting } from './model.ts';

type Known = NonNullable<Invitation['unsettled']>;

/** Agencies to which the word of an earlier change has not gone out yet. */
export type Waiting = ReadonlySet<string>;

/**
 * A change, gathered with those before it that nobody has heard of yet (ADR 0031): each agency is compared with what it was last told. Who would
 * hear of nothing new keeps the answer it gave; with the date back where it was, its deadline is back, too, while nobody has heard (`gathering`).
 */
export function settled(
  before: ConvenedMeeting,
  after: ConvenedMeeting,
  waiting: Waiting,
  gathering = waiting.size > 0,
): ConvenedMeeting {
  if (tellsTheSame(before, after)) return after;
  const invitations = after.invitations.map((one) => compared(before, one, after.appointment, waiting));
  const { settling: _former, ...appointment } = after.appointment;
  const from = gathering ? before.appointment.settling : undefined;
  const settling = from ?? {
    startsAt: before.appointment.startsAt,
    replyBy: before.appointment.replyBy,
    ...(before.rules === undefined ? {} : { rules: before.rules }),
  };
  if (!invitations.some((one) => one.unsettled !== undefined))
    return { ...after, ...back(appointment, settling), invitations };
  const isBack = appointment.startsAt === settling.startsAt;
  const stands = isBack ? back(appointment, settling) : { appointment };
  return { ...after, ...stands, appointment: { ...stands.appointment, settling }, invitations };
}

type DateAndPlace = Pick<Appointment, 'startsAt' | 'place'>;
type Told = DateAndPlace & Pick<Appointment, 'preparation'>;

/** What an agency is told that it may be told otherwise later: when, where, and what to prepare. */
export function toldTo(invitation: Invitation, { startsAt, place, preparation }: Told): Told {
  const asked = preparationFor({ preparation }, invitation);
  return { startsAt, place, ...(asked === undefined ? {} : { preparation: asked }) };
}

function tellsTheSame(before: ConvenedMeeting, after: ConvenedMeeting): boolean {
  return (
    isSameDateAndPlace(before.appointment, after.appointment) &&
    after.invitations.every((one) => {
      const was = before.invitations.find((other) => isSameInvited(other, one));
      return was === undefined || isSame(toldTo(was, before.appointment), toldTo(one, after.appointment));
    })
  );
}

function isSame(one: Told, other: Told): boolean {
  return isSameDateAndPlace(one, other) && one.preparation === other.preparation;
}

function isSameDateAndPlace(one: DateAndPlace, other: DateAndPlace): boolean {
  return one.startsAt === other.startsAt && one.place === other.place;
}

type Settling = NonNullable<Appointment['settling']>;

function back(appointment: Appointment, { startsAt, replyBy, rules }: Settling) {
  if (appointment.startsAt !== startsAt) return { appointment };
  return { appointment: { ...appointment, replyBy }, ...(rules === undefined ? {} : { rules }) };
}

function compared(before: ConvenedMeeting, one: Invitation, now: Appointment, waiting: Waiting): Invitation {
  const was = before.invitations.find((other) => isSameInvited(other, one));
  if (was === undefined || one.withdrawn !== undefined) return one;
  const known = lastTold(was, waiting) ?? knownTo(was, before.appointment);
  const mailed = lastMailed(was, before.appointment, waiting);
  const { unsettled: _former, ...rest } = one;
  const asked = known.startsAt === now.startsAt ? withAnswers(rest, known) : rest;
  if (isSame(known, toldTo(one, now)) && isSameDateAndPlace(mailed, now)) return asked;
  return { ...asked, unsettled: isSameDateAndPlace(known, mailed) ? known : { ...known, mailed } };
}

function isSameInvited(before: Invitation, after: Invitation): boolean {
  return before.invitedAt !== undefined && before.agency === after.agency && before.generation === after.generation;
}

/** What its calendar holds: a page that was looked at changes none. */
function lastMailed(
  { agency, unsettled }: Invitation,
  { startsAt, place }: Appointment,
  waiting: Waiting,
): DateAndPlace {
  if (unsettled === undefined || !waiting.has(agency)) return { startsAt, place };
  return unsettled.mailed ?? { startsAt: unsettled.startsAt, place: unsettled.place };
}

/** What it was last told, as long as the word of what came since is still on its way; whoever answered meanwhile has seen the page. */
export function lastTold({ agency, unsettled, replies }: Invitation, waiting: Waiting): Known | undefined {
  return unsettled !== undefined && waiting.has(agency) && replies.length === unsettled.replies ? unsettled : undefined;
}

function knownTo(invitation: Invitation, appointment: Appointment): Known {
  const { askedAt, repliesBefore, replies } = invitation;
  return {
    ...toldTo(invitation, appointment),
    replies: replies.length,
    ...(askedAt === undefined ? {} : { askedAt }),
    ...(repliesBefore === undefined ? {} : { repliesBefore }),
  };
}

/** Its answers count again as they did. */
function withAnswers(invitation: Invitation, { askedAt, repliesBefore }: Known): Invitation {
  const { askedAt: _asked, repliesBefore: _before, ...rest } = invitation;
  return {
    ...rest,
    ...(askedAt === undefined ? {} : { askedAt }),
    ...(repliesBefore === undefined ? {} : { repliesBefore }),
  };
}

/** What is to be read as 変更前: what it saw last, or what its calendar still holds. */
export function formerOf(invitation: Invitation, appointment: Appointment) {
  const { unsettled: known } = invitation;
  const { startsAt, place, preparation } = toldTo(invitation, appointment);
  const told = known === undefined ? [] : [known, known.mailed ?? known];
  const otherDate = told.find((one) => one.startsAt !== startsAt);
  const otherPlace = told.find((one) => one.place !== place);
  return {
    ...(otherDate === undefined ? {} : { startsAt: otherDate.startsAt }),
    ...(otherPlace === undefined ? {} : { place: otherPlace.place }),
    ...(known === undefined || known.preparation === preparation ? {} : { preparation: known.preparation ?? '' }),
  };
}
