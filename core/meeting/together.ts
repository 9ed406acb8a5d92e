import type { AgencyId } from '../ids.ts';
import type { Invitation, Reply } from '../invitation/model.ts';
import { currentReply } from '../invitation/rules.ts';
import type { ConvenedMeeting, Meeting } from './model.ts';
import type { Part } from './part.ts';

/** `393011/M-1`, as a letter of one of them notes which others it told of. */
export function partKey({ town, id }: { readonly town: string; readonly id: string }): string {
  return `${town}/${id}`;
}

/** The number by which agencies know it. */
export function numberOf({ town, id, together = [] }: Pick<Meeting, 'town' | 'id' | 'together'>): string {
  return together.find((part) => part.town === town && part.meeting === id)?.named ?? id;
}

/** The part by which all of them are one entry in a calendar; the meeting itself where it is held alone. */
export function firstPart({ town, id, together = [] }: Pick<Meeting, 'town' | 'id' | 'together'>): Part {
  return together[0] ?? { town, meeting: id };
}

/** The call of an agency to this part, where it stands. */
export function callOf({ invitations }: Pick<Meeting, 'invitations'>, agency: AgencyId): Invitation | undefined {
  return invitations.find((one) => one.agency === agency && one.withdrawn === undefined);
}

/** Of the parts that stand, those to which an agency is called. */
export function callingParts(parts: readonly ConvenedMeeting[], agency: AgencyId): readonly ConvenedMeeting[] {
  return parts.filter((part) => callOf(part, agency) !== undefined);
}

/** Whether this part writes to the agency, for all of them: the first to which it is called. */
export function writesTo(
  meeting: Pick<Meeting, 'town' | 'id'>,
  parts: readonly ConvenedMeeting[],
  agency: AgencyId,
): boolean {
  const [first] = callingParts(parts, agency);
  return first === undefined || partKey(first) === partKey(meeting);
}

/** How the notice of another part notes that it told of this call: called once more, it was not told of that. */
export function toldKey(part: Pick<Meeting, 'town' | 'id'>, { generation }: Pick<Invitation, 'generation'>): string {
  return generation === 1 ? partKey(part) : `${partKey(part)}#${String(generation)}`;
}

/** Whether such a note is about this part, whichever call it was. */
export function isToldOf(told: string, part: Parameters<typeof partKey>[0]): boolean {
  return told === partKey(part) || told.startsWith(`${partKey(part)}#`);
}

/** Whether another part invites it to this one as well: by a notice of the first that is still to go out, or by one that named this call. */
export function isInvitedElsewhere(
  meeting: Pick<Meeting, 'town' | 'id'>,
  parts: readonly ConvenedMeeting[],
  invitation: Pick<Invitation, 'agency' | 'generation'>,
): boolean {
  const { agency } = invitation;
  const others = callingParts(parts, agency).filter((part) => partKey(part) !== partKey(meeting));
  const calls = others.flatMap((part) => callOf(part, agency) ?? []);
  if (calls.some(({ toldOf = [] }) => toldOf.includes(toldKey(meeting, invitation)))) return true;
  return !writesTo(meeting, parts, agency) && calls[0]?.invitedAt === undefined;
}

/**
 * What an answer given for one part says of another: who comes, when and how it was said. Whatever was written, who stands in and who typed it in
 * stay with the part it was given for, in its town (BRIEF §2.15); what this call said itself in the same answer goes on standing.
 */
export function replyElsewhere({ answer, at, source, unconfirmed }: Reply, call: Invitation): Reply {
  const said = { answer, at, source, unconfirmed };
  const own = currentReply(call);
  if (own?.answer !== answer || answer === '日程変更希望') return said;
  const { enteredBy: _typist, polled: _poll, ...kept } = own;
  return { ...kept, ...said };
}
