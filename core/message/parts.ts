import type { Deps } from '../commands/command.ts';
import { casesFor, comesAt, timesFor } from '../invitation/cases.ts';
import { preparationFor } from '../invitation/preparation.ts';
import type { Invitation } from '../invitation/model.ts';
import { classesOf } from '../invitation/rules.ts';
import { isConvened } from '../meeting/convening.ts';
import type { ConvenedMeeting, Meeting } from '../meeting/model.ts';
import { formerOf } from '../meeting/settling.ts';
import { callingParts, callOf, numberOf, partKey } from '../meeting/together.ts';
import { addSeconds, secondsUntil } from '../time.ts';
import type { Appointed } from './meeting-facts.ts';
import { furtherLink, type Message } from './model.ts';
import type { Alongside } from './wording/letter.ts';

/** The parts of a sitting that are still to be held, as they are stored, in their order. */
export async function standingParts(
  deps: Pick<Deps, 'store'>,
  meeting: Pick<Meeting, 'together'>,
): Promise<readonly ConvenedMeeting[]> {
  return (await partsOf(deps, meeting)).filter(isConvened);
}

/** The same with some of them as they are about to be stored. */
export function partsWith(parts: readonly Meeting[], changed: readonly Meeting[]): readonly Meeting[] {
  return parts.map((part) => changed.find((one) => partKey(part) === partKey(one)) ?? part);
}

/** All parts of a sitting, also those that are off. */
export async function partsOf(
  { store }: Pick<Deps, 'store'>,
  { together = [] }: Pick<Meeting, 'together'>,
): Promise<readonly Meeting[]> {
  const stored = await Promise.all(together.map((part) => store.get('meeting', part.town, part.meeting)));
  return stored.filter((one) => one !== undefined);
}

/**
 * The parts as they will be stored when this one has a new date or place: all of a sitting are changed in one commit, each keeping its distance.
 */
export function movedWith(meeting: Appointed, parts: readonly ConvenedMeeting[]): readonly ConvenedMeeting[] {
  const was = parts.find((part) => partKey(part) === partKey(meeting))?.appointment;
  const { startsAt, place } = meeting.appointment;
  if (was === undefined || (was.startsAt === startsAt && was.place === place)) return parts;
  const later = was.startsAt < startsAt ? secondsUntil(was.startsAt, startsAt) : -secondsUntil(startsAt, was.startsAt);
  return parts.map((part) => {
    const { appointment } = part;
    const moved = { place, startsAt: addSeconds(appointment.startsAt, later), sequence: appointment.sequence + 1 };
    return { ...part, appointment: { ...appointment, ...moved } };
  });
}

/**
 * SEQUENCE of the one entry a sitting has in an agency's calendar: it rises with each change of any part to which the agency was ever called, and
 * with each further call.
 * @param parts all of the sitting, also those that are off
 */
export function entrySequence(
  meeting: Pick<Appointed, 'town' | 'id' | 'appointment'>,
  parts: readonly Meeting[],
  { agency }: Pick<Invitation, 'agency'>,
): number {
  const others = parts.filter(
    (part) => partKey(part) !== partKey(meeting) && part.invitations.some((one) => one.agency === agency),
  );
  return others.reduce((sum, part) => sum + 1 + sequenceOf(part), meeting.appointment.sequence);
}

function sequenceOf(part: Meeting): number {
  return 'appointment' in part ? (part.appointment?.sequence ?? 0) : 0;
}

/** The other parts to which an agency is called. */
export function othersFor(
  meeting: Pick<Meeting, 'town' | 'id'>,
  parts: readonly ConvenedMeeting[],
  { agency }: Pick<Invitation, 'agency'>,
): readonly ConvenedMeeting[] {
  return callingParts(parts, agency).filter((part) => partKey(part) !== partKey(meeting));
}

/**
 * What a letter says of those others, and the links it carries to them.
 * @param isNews it tells what changed in them: with what was to be prepared before
 */
export function alongsideIn(
  others: readonly ConvenedMeeting[],
  { agency }: Pick<Invitation, 'agency'>,
  isNews = false,
) {
  const called = others.flatMap((part) => {
    const call = callOf(part, agency);
    return call === undefined ? [] : [{ part, call }];
  });
  const alongside = called.map(({ part, call }, at): Alongside => ({
    meetingId: numberOf(part),
    startsAt: comesAt(part, call),
    classes: classesOf(call),
    caseNumbers: casesFor(part.cases, call),
    times: timesFor(part, call),
    preparation: preparationFor(part.appointment, call),
    ...(isNews ? { preparedBefore: formerOf(call, part.appointment).preparation } : {}),
    link: furtherLink(at),
  }));
  const links = called.map(({ part, call }): NonNullable<Message['link']> => ({
    town: part.town,
    meeting: part.id,
    agency: call.agency,
    generation: call.generation,
  }));
  return { alongside, links };
}
