import type { Town } from '../../access/model.ts';
import type { Agency } from '../../agency/model.ts';
import { documentOf, nextNumber, type Register, registerIdOf } from '../../body/document.ts';
import type { Body, RosterEntry } from '../../body/model.ts';
import { leavingRefusal, rosterBesides } from '../../body/roster.ts';
import { awaitsDesignation, bodiesFor, placeIn, usualBody } from '../../body/rules.ts';
import type { AgencyId, BodyId } from '../../ids.ts';
import type { Invitation } from '../../invitation/model.ts';
import type { Meeting } from '../../meeting/model.ts';
import type { Refused } from '../../refusal.ts';
import { ok, refuse, type Result } from '../../result.ts';
import { type Day, dayOf, type Instant } from '../../time.ts';
import type { Deps } from '../command.ts';
import { classSchema, type Invite } from './invitations.ts';
import { preparationOf } from './preparations.ts';

type Said = {
  readonly date: Instant;
  readonly place?: string | undefined;
  readonly body?: BodyId | undefined;
  readonly number?: number | undefined;
  readonly invite: Invite;
  readonly without: readonly { readonly agency: AgencyId; readonly reason: string }[];
  readonly statutory?: boolean | undefined;
  readonly designate: 'all' | readonly AgencyId[];
};

/** What the body of a meeting brings to its convening: who is invited besides, where people meet. */
export type UnderBody = {
  readonly body?: Body;
  readonly invite: Invite;
  readonly place?: string | undefined;
  /** Who of the roster is not called: as was said, and who is there no more. */
  readonly without: Said['without'];
};

/** The body that was named, or the host's usual one for the framework; where there is none, only what was said (BRIEF §1). */
export async function underBody(deps: Deps, meeting: Meeting, said: Said): Promise<Result<UnderBody, Refused>> {
  const on = dayOf(said.date);
  const found = await bodyMeant(deps, meeting, said.body, on);
  if (!found.ok) return found;
  const body = found.value;
  const refusal = leavingRefusal(body, said.without);
  if (refusal !== undefined) return refuse(refusal);
  const gone = await endedOf(deps, rosterBesides(body, Object.keys(said.invite), said.without));
  const without = [...said.without, ...gone];
  const besides = rosterBesides(body, Object.keys(said.invite), without);
  const invite = { ...said.invite, ...Object.fromEntries(besides.map((entry) => [entry.agency, called(entry)])) };
  if (Object.keys(invite).length === 0)
    return refuse({ code: 'bad-input', field: 'invite', problem: '招集する関係機関を選んでください。' });
  const town = await deps.store.get('town', deps.prefecture, meeting.town);
  const place = said.place ?? usualPlace(body, town, on);
  return ok({ ...(body === undefined ? {} : { body }), invite, place, without });
}

/** Of the roster, who has ended since: left out with the reason, which stands on the page of the meeting, instead of stopping it. */
async function endedOf(deps: Deps, roster: readonly RosterEntry[]): Promise<Said['without']> {
  const agencies = await Promise.all(roster.map(({ agency }) => deps.store.get('agency', deps.prefecture, agency)));
  return agencies.flatMap((agency) =>
    agency?.ended === undefined ? [] : [{ agency: agency.id, reason: endedWords(agency.ended) }],
  );
}

const endings = { paused: '休止', closed: '廃止', merged: '統合' } as const;

function endedWords({ how, into, reason }: NonNullable<Agency['ended']>): string {
  const instead = into === undefined ? '' : `。統合先の「${into}」を加えてください`;
  return `${endings[how]}のため（${reason}）${instead}。顔ぶれを直してください`;
}

const called = (entry: RosterEntry) => ({
  class: classSchema.parse(entry.class),
  purpose: [{ text: entry.purpose }],
  ...preparationOf(entry.preparation),
});

function usualPlace(body: Body | undefined, town: Town | undefined, on: Day): string | undefined {
  return body === undefined || town === undefined ? undefined : placeIn(body, town, on);
}

async function bodyMeant(
  deps: Deps,
  { town, framework }: Meeting,
  id: BodyId | undefined,
  on: Day,
): Promise<Result<Body | undefined, Refused>> {
  if (id === undefined) return ok(await usualBody(deps, town, framework, on));
  const named = (await bodiesFor(deps, town, on)).find((body) => body.id === id);
  if (named === undefined) return refuse({ code: 'unknown-body', id });
  if (named.framework === framework) return ok(named);
  return refuse({
    code: 'bad-input',
    field: 'body',
    problem: `「${named.name}」は別の枠組みの会議体です。選び直してください。`,
  });
}

type Marked = Pick<Meeting, 'body' | 'document' | 'leftOut' | 'statutory'> & { readonly invitations: Invitation[] };

/** What the meeting itself keeps of its body, and the number register (文書番号簿) in which its number was taken. */
export async function markedByBody(
  deps: Deps,
  { body }: Pick<UnderBody, 'body'>,
  said: Said,
  { invitations, by }: { readonly invitations: readonly Invitation[]; readonly by: string },
): Promise<Result<{ readonly marks: Marked; readonly put: readonly Register[] }, Refused>> {
  const now = deps.clock.now();
  const statutory = said.statutory === true ? { statutory: true } : {};
  if (body === undefined) return ok({ marks: { ...statutory, invitations: [...invitations] }, put: [] });
  const numbered = await numberTaken(deps, body, said.number, dayOf(now));
  if (!numbered.ok) return numbered;
  const { put, ...document } = numbered.value;
  const leftOut = said.without.length === 0 ? {} : { leftOut: [...said.without] };
  const marked = invitations.map((one) => designated(body, observing(body, one), said.designate, { by, at: now }));
  return ok({ marks: { ...statutory, ...document, ...leftOut, body: body.id, invitations: marked }, put });
}

function observing({ roster }: Body, one: Invitation): Invitation {
  const observes = roster.some(({ agency, standing }) => agency === one.agency && standing === 'observer');
  return observes ? { ...one, observer: true } : one;
}

/** 指名 of those who are named and are no constituents. */
export function designated(
  body: Body,
  one: Invitation,
  meant: 'all' | readonly AgencyId[],
  by: NonNullable<Invitation['designated']>,
): Invitation {
  const isMeant = meant === 'all' || meant.includes(one.agency);
  return isMeant && awaitsDesignation(body, one, dayOf(by.at)) ? { ...one, designated: by } : one;
}

/** Takes the next 文書番号, or the one somebody took from the office's own book; a number is given once a year. */
async function numberTaken(
  deps: Deps,
  body: Body,
  asked: number | undefined,
  today: Day,
): Promise<Result<Pick<Meeting, 'document'> & { readonly put: readonly Register[] }, Refused>> {
  if (body.number === undefined)
    return asked === undefined
      ? ok({ put: [] })
      : refuse({ code: 'bad-input', field: 'number', problem: 'この会議体には文書番号の決まりがありません。' });
  const id = registerIdOf(body.id, today);
  const stored = await deps.store.get('register', body.town, id);
  const register = stored ?? { kind: 'register', town: body.town, id, version: 0, given: [] };
  const number = asked ?? nextNumber(register);
  const document = documentOf(body.number, number, today);
  if (register.given.includes(number)) return refuse({ code: 'already-exists', id: document.text });
  return ok({ document, put: [{ ...register, given: [...register.given, number] }] });
}
