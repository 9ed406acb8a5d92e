import type { Actor } from '../../access/model.ts';
import type { AgencyId, MeetingId } from '../../ids.ts';
import type { Invitation } from '../../invitation/model.ts';
import type { Meeting } from '../../meeting/model.ts';
import type { Refused } from '../../refusal.ts';
import { ok, refuse, type Result } from '../../result.ts';
import type { Deps } from '../command.ts';
import { locate, locateForStaff } from '../locate.ts';

export type Invited = { readonly meeting: Meeting; readonly invitation: Invitation };

/** The invitation of an agency that stands, in the meeting it belongs to. */
function standing(meeting: Meeting, agency: AgencyId | undefined): Result<Invited, Refused> {
  const invitation = meeting.invitations.find((one) => one.agency === agency && one.withdrawn === undefined);
  return invitation === undefined ? refuse({ code: 'not-invited', agency: agency ?? '' }) : ok({ meeting, invitation });
}

/** The invitation of the agency that asks, by its own link. */
export async function ownInvitation(deps: Deps, actor: Actor, id: MeetingId): Promise<Result<Invited, Refused>> {
  if (actor.kind !== 'agency') return refuse({ code: 'forbidden' });
  const located = await locate(deps, actor, 'meeting', id);
  return located.ok ? standing(located.value, actor.id) : located;
}

/** The invitation that is meant: the agency's own, or the one staff act for. */
export async function invitedFor(
  deps: Deps,
  actor: Actor,
  said: { readonly meeting: MeetingId; readonly agency?: AgencyId | undefined },
): Promise<Result<Invited, Refused>> {
  if (actor.kind === 'agency') return ownInvitation(deps, actor, said.meeting);
  const located = await locateForStaff(deps, actor, 'meeting', said.meeting);
  return located.ok ? standing(located.value, said.agency) : located;
}

/** The meeting with one invitation replaced by its next state. */
export function withInvitation<M extends Meeting>(meeting: M, before: Invitation, after: Invitation): M {
  return { ...meeting, invitations: meeting.invitations.map((one) => (one === before ? after : one)) };
}
