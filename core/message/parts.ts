import type { Deps } from '../commands/command.ts';
import { casesFor, comesAt, timesFor } from '../invitation/cases.ts';
import type { Invitation } from '../invitation/model.ts';
import { classesOf } from '../invitation/rules.ts';
import { isConvened } from '../meeting/convening.ts';
import type { ConvenedMeeting, Meeting } from '../meeting/model.ts';
import { callingParts, callOf, partKey } from '../meeting/together.ts';
import { furtherLink, type Message } from './model.ts';
import type { Alongside } from './wording/letter.ts';

/** The parts of a sitting that are still to be held, in their order; this one as it is given, whatever is stored of it. */
export async function standingParts<M extends Meeting>(
  { store }: Pick<Deps, 'store'>,
  meeting: Pick<M, 'town' | 'id' | 'together'>,
): Promise<readonly ConvenedMeeting[]> {
  const { together = [] } = meeting;
  const stored = await Promise.all(together.map((part) => store.get('meeting', part.town, part.meeting)));
  return stored.filter((one) => one !== undefined).filter(isConvened);
}

/** The other parts to which an agency is called. */
export function othersFor(
  meeting: Pick<Meeting, 'town' | 'id'>,
  parts: readonly ConvenedMeeting[],
  { agency }: Pick<Invitation, 'agency'>,
): readonly ConvenedMeeting[] {
  return callingParts(parts, agency).filter((part) => partKey(part) !== partKey(meeting));
}

/** What a letter says of those others, and the links it carries to them. */
export function alongsideIn(others: readonly ConvenedMeeting[], { agency }: Pick<Invitation, 'agency'>) {
  const called = others.flatMap((part) => {
    const call = callOf(part, agency);
    return call === undefined ? [] : [{ part, call }];
  });
  const alongside = called.map(({ part, call }, at): Alongside => ({
    meetingId: part.id,
    startsAt: comesAt(part, call),
    classes: classesOf(call),
    caseNumbers: casesFor(part.cases, call),
    times: timesFor(part, call),
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
