import type { Actor } from '../../access/model.ts';
import { isOfficerForAll, mayConvene } from '../../access/rules.ts';
import type { Agency } from '../../agency/model.ts';
import { type Invited, invitationsOf, openInvitations } from '../../agency/open-invitations.ts';
import { enveloped, type Letters, noLetters } from '../../message/envelope.ts';
import type { Invitation } from '../../invitation/model.ts';
import { officerOf } from '../../meeting/officer.ts';
import type { Meeting } from '../../meeting/model.ts';
import { officePage } from '../../message/office-page.ts';
import { letterToStaff } from '../../message/staff-letters.ts';
import { resentWording } from '../../message/wording/resent.ts';
import { agencyFacts } from '../../message/meeting-facts.ts';
import { addressChangedWording } from '../../message/wording/address-changed.ts';
import type { Versioned } from '../../records.ts';
import type { Refused } from '../../refusal.ts';
import { ok, refuse, type Result } from '../../result.ts';
import { settingsOf } from '../../settings/rules.ts';
import type { OutboxEntry } from '../../workflow/model.ts';
import type { Deps } from '../command.ts';
import { withInvitation } from '../meeting/own-invitation.ts';
import { isUnansweredYet, sentAgain } from '../meeting/sent-again.ts';

type Moved = { readonly isMoved: boolean; readonly put: readonly Versioned[]; readonly outbox: readonly OutboxEntry[] };

/**
 * What follows when an agency's mail address is set, changed or taken away (ADR 0010). One-time codes go there, so while it has open
 * invitations only whoever convenes them moves it; codes that are out are void, and the old address is told.
 */
export async function mailMoved(
  deps: Deps,
  actor: Actor,
  before: Agency,
  after: Agency,
): Promise<Result<Moved, Refused>> {
  if (before.mail === after.mail || before.version === 0) return ok({ isMoved: false, put: [], outbox: [] });
  const open = await openInvitations(deps, before.id);
  if (open.length > 0 && !(await convenesAll(deps, actor, open)))
    return refuse({ code: 'mail-in-use', agency: before.name, meetings: open.length });

  const letters = await farewell(deps, before, after);
  const isMended = before.mail !== undefined && after.mail !== undefined;
  const again = open.filter(({ meeting, invitation }) => isMended && isUnansweredYet(deps, meeting, invitation));
  const sent = await sentToNew(deps, actor, again);
  const rest = withoutCodes(open.filter((one) => !again.includes(one)));
  return ok({
    isMoved: true,
    put: [...rest, ...sent.put, ...letters.messages],
    outbox: [...sent.outbox, ...letters.outbox],
  });
}

/** 宛先の訂正: what went astray goes out again by itself, with new links, and whoever convened it hears so unless it was them. */
async function sentToNew(deps: Deps, actor: Actor, again: readonly Invited[]) {
  const by = actor.kind === 'staff' ? actor.id : 'workflow';
  const put: Versioned[] = [];
  const outbox: OutboxEntry[] = [];
  for (const { meeting, invitation } of again) {
    const note = 'アドレスを直し、新しいアドレスへ送り直した';
    const sent = await sentAgain(deps, meeting, invitation, { by, note });
    const told = officerOf(meeting) === by ? noLetters : await toConvener(deps, meeting, invitation);
    put.push(...sent.put, ...told.messages);
    outbox.push(...sent.outbox, ...told.outbox);
  }
  return { put, outbox };
}

async function toConvener(deps: Deps, meeting: Meeting, { agency, generation }: Invitation): Promise<Letters> {
  const { town, id } = meeting;
  const to = officerOf(meeting);
  if (to === undefined) return noLetters;
  const occasion = `resent-${agency}-${String(generation + 1)}`;
  const facts = { page: officePage(meeting, 'meetings', id), agency, meetingId: id, at: deps.clock.now() };
  return letterToStaff(deps, { town, subjectId: id, kind: 'staff-task', occasion, to }, (staffName) =>
    resentWording({ ...facts, staffName }),
  );
}

/** The prefecture's officers and supervisors for all of it keep the register; others move what is invited to their own meetings only. */
export async function convenesAll(deps: Deps, actor: Actor, open: readonly Invited[]): Promise<boolean> {
  if (isOfficerForAll(actor)) return true;
  const towns = await deps.store.list('town', deps.prefecture);
  return open.every(({ meeting }) => towns.some((town) => town.id === meeting.town && mayConvene(actor, town)));
}

/** A code on its way to the old address opens nothing any more. */
function withoutCodes(open: readonly Invited[]): readonly Versioned[] {
  return open
    .filter(({ invitation }) => invitation.code !== undefined)
    .map(({ meeting, invitation }) => {
      const { code: _void, ...rest } = invitation;
      return withInvitation(meeting, invitation, rest);
    });
}

/** To the old address, where it was ever written to: that it is one no more. No meeting and no case is named. */
async function farewell(deps: Deps, before: Agency, after: Agency): Promise<Letters> {
  const told = (await invitationsOf(deps, before.id)).findLast(({ invitation }) => invitation.invitedAt !== undefined);
  if (before.mail === undefined || told === undefined) return noLetters;
  const { town } = told.meeting;
  const settings = await settingsOf(deps, town);
  const now = deps.clock.now();
  return enveloped({
    town,
    subjectId: before.id,
    kind: 'address-changed',
    to: before.id,
    address: before.mail,
    occasion: now,
    wording: addressChangedWording({
      ...agencyFacts(before, settings),
      removed: after.mail === undefined,
      changedAt: now,
    }),
    now,
    settings,
    urgent: false,
  });
}
