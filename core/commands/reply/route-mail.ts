import { allTowns } from '../../access/rules.ts';
import { meetingIdSchema, townCodeSchema } from '../../ids.ts';
import type { Invitation } from '../../invitation/model.ts';
import type { Meeting } from '../../meeting/model.ts';
import { replyCodeOf } from '../../message/reply-code.ts';
import { standingParts } from '../../message/parts.ts';
import { fingerprintIn } from '../../message/reply-mark.ts';
import type { IncomingMail } from '../../received/model.ts';
import type { Deps } from '../command.ts';

/** Whose mail it is. */
export type Route = {
  readonly meeting: Meeting;
  /** Absent when only the meeting is known, by its calendar entry. */
  readonly invitation?: Invitation;
  /** 返信コード, where it stands in the mail. */
  readonly code: string;
  /** Whether it comes from the registered address, about what is current. */
  readonly trusted: boolean;
};

/** By reply address, else by reply code, else by the calendar entry that was answered; undefined when it is nobody's. */
export async function routeOf(deps: Deps, mail: IncomingMail): Promise<Route | undefined> {
  const route = (await byAddress(deps, mail)) ?? (await byCode(deps, mail)) ?? (await byEntry(deps, mail));
  return route === undefined || mail.forged !== true ? route : { ...route, trusted: false };
}

async function byAddress(deps: Deps, mail: IncomingMail): Promise<Route | undefined> {
  const fingerprint = fingerprintIn(mail.to ?? []);
  const link = fingerprint === undefined ? undefined : await deps.store.link(fingerprint);
  if (link === undefined) return undefined;
  const meeting = await deps.store.get('meeting', link.town, link.meeting);
  const invitation = meeting?.invitations.find(({ agency }) => agency === link.agency);
  if (meeting === undefined || invitation === undefined) return undefined;
  // The address stands in every mail we send, and leaks with each forwarding: it leads here, and says nothing of who writes.
  const isTheirs = isFrom(mail.from, await addressOf(deps, invitation));
  return { meeting, invitation, code: '', trusted: isTheirs && invitation.generation === link.generation };
}

/** The invitation whose reply code stands in the mail. */
async function byCode(deps: Deps, mail: IncomingMail): Promise<Route | undefined> {
  const text = `${mail.subject}\n${mail.text}`.normalize('NFKC').toUpperCase();
  if (!/[2-9A-Z]{3}-[2-9A-Z]{3}/.test(text)) return undefined;
  for (const town of await allTowns(deps)) {
    for (const meeting of await deps.store.list('meeting', town)) {
      const codes = meeting.invitations.map((one) => ({ one, code: replyCodeOf(deps.secrets, meeting, one) }));
      const invited = codes.find(({ code }) => text.includes(code));
      if (invited === undefined) continue;
      const registered = await addressOf(deps, invited.one);
      return { meeting, invitation: invited.one, code: invited.code, trusted: isFrom(mail.from, registered) };
    }
  }
  return undefined;
}

/** Calendars answer the organizer with the UID of our entry, `393011-M-1@tsudoi`; who answers, only the addresses tell. */
async function byEntry(deps: Deps, { from, calendar }: IncomingMail): Promise<Route | undefined> {
  const first = await meetingOfEntry(deps, calendar?.uid);
  if (first === undefined) return undefined;
  const parts = await standingParts(deps, first);
  const called = (parts.length === 0 ? [first] : parts).flatMap((meeting) =>
    meeting.invitations.map((invitation) => ({ meeting, invitation })),
  );
  const invited = await Promise.all(
    called.map(async (one) => ({ ...one, registered: await addressOf(deps, one.invitation) })),
  );
  const sender = invited.find(({ registered }) => isFrom(from, registered));
  if (sender !== undefined) return { meeting: sender.meeting, invitation: sender.invitation, code: '', trusted: true };
  const named = (calendar?.attendees ?? []).map(({ address }) => address);
  const attendee = invited.find(({ registered = '' }) => named.includes(registered.toLowerCase()));
  if (attendee === undefined) return { meeting: first, code: '', trusted: false };
  return { meeting: attendee.meeting, invitation: attendee.invitation, code: '', trusted: false };
}

async function meetingOfEntry({ store }: Deps, uid = ''): Promise<Meeting | undefined> {
  const [, town, id] = /^(\d{6})-(.+)@tsudoi$/.exec(uid) ?? [];
  const [code, meeting] = [townCodeSchema.safeParse(town), meetingIdSchema.safeParse(id)];
  return code.success && meeting.success ? store.get('meeting', code.data, meeting.data) : undefined;
}

async function addressOf(deps: Deps, { agency }: Invitation): Promise<string | undefined> {
  return (await deps.store.get('agency', deps.prefecture, agency))?.mail;
}

/** Exactly the registered address, with or without a display name: one that merely ends like it is somebody else. */
function isFrom(from: string, registered: string | undefined): boolean {
  const [, address = from] = /<([^<>]+)>\s*$/.exec(from) ?? [];
  return address.trim().toLowerCase() === registered?.toLowerCase();
}
