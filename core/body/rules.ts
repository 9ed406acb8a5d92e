import type { Town } from '../access/model.ts';
import type { Deps } from '../commands/command.ts';
import type { FrameworkCode } from '../framework/frameworks.ts';
import type { AgencyId, TownCode } from '../ids.ts';
import type { Invitation } from '../invitation/model.ts';
import type { Appointment, Meeting } from '../meeting/model.ts';
import type { Poll } from '../poll/model.ts';
import { settingsOf } from '../settings/rules.ts';
import type { Settings } from '../settings/model.ts';
import { type Day, dayOf } from '../time.ts';
import type { Body, Turn } from './model.ts';

type Reading = Pick<Deps, 'store' | 'prefecture'>;

/** Whose bodies and frameworks count for a town: its own where it is host, else the prefecture's (BRIEF §2.0). */
export async function hostCodeOf(deps: Reading, town: TownCode): Promise<TownCode> {
  const record = await deps.store.get('town', deps.prefecture, town);
  return record?.host === 'town' ? town : deps.prefecture;
}

/** The bodies that take cases of a town on this day, the one set up for the town itself first. */
export async function bodiesFor(deps: Reading, town: TownCode, on: Day): Promise<readonly Body[]> {
  const all = await deps.store.list('body', await hostCodeOf(deps, town));
  const serving = all.filter((body) => isInForce(body, on) && (body.towns.length === 0 || body.towns.includes(town)));
  return serving.toSorted((a, b) => Number(b.towns.includes(town)) - Number(a.towns.includes(town)));
}

function isInForce({ until }: Body, on: Day): boolean {
  return until === undefined || on <= until;
}

/** The body a meeting of this framework is convened under unless somebody says otherwise; undefined where none is registered. */
export async function usualBody(
  deps: Reading,
  town: TownCode,
  framework: FrameworkCode,
  on: Day,
): Promise<Body | undefined> {
  return (await bodiesFor(deps, town, on)).find((body) => body.framework === framework);
}

/** The body a meeting was convened under. */
export async function bodyOf(deps: Reading, { town, body }: Pick<Meeting, 'town' | 'body'>): Promise<Body | undefined> {
  return body === undefined ? undefined : deps.store.get('body', await hostCodeOf(deps, town), body);
}

const spans = ({ from, until }: Pick<Turn, 'from' | 'until'>, on: Day) =>
  from <= on && (until === undefined || on <= until);

/** Whose turn (持ち回り) it is on this day. */
export function turnOn({ turns }: Body, on: Day): Turn | undefined {
  return turns.findLast((turn) => spans(turn, on));
}

/** Where the body meets when a convening names no place. */
export function placeIn(body: Body, town: Pick<Town, 'name'>, on: Day): string | undefined {
  return (turnOn(body, on)?.place ?? body.place)?.replaceAll('{町村}', town.name);
}

type Dated = Pick<Meeting, 'town' | 'body'> & {
  readonly appointment?: Appointment | undefined;
  readonly poll?: Poll | undefined;
};

/** Settings of a town as letters about one meeting are signed with. */
export type Letterhead = Settings & {
  /** Who convenes it and answers the telephone, by name. */ readonly officer?: string;
};

/** Settings of the town, with the sender (発信者名) of the body and of whoever's turn it is on the day of the meeting, and who convenes it. */
export async function letterheadOf(deps: Reading, meeting: Dated): Promise<Letterhead> {
  const settings = { ...(await settingsOf(deps, meeting.town)), ...(await officerOf(deps, meeting)) };
  const body = await bodyOf(deps, meeting);
  if (body === undefined) return settings;
  const { appointment } = meeting;
  const turn = appointment === undefined ? undefined : turnOn(body, dayOf(appointment.startsAt));
  return { ...settings, sender: turn?.sender ?? body.sender ?? settings.sender };
}

async function officerOf({ store, prefecture }: Reading, { appointment, poll }: Dated) {
  const convener = appointment?.convener ?? poll?.convener;
  const person = convener === undefined ? undefined : await store.get('person', prefecture, convener);
  return person === undefined ? {} : { officer: person.name };
}

/** Whether an agency is bound by the body's secrecy duty on this day, as one of its 構成員. */
export function isConstituent(body: Pick<Body, 'constituents'>, agency: AgencyId, on: Day): boolean {
  return body.constituents.some((one) => one.agency === agency && spans(one, on));
}

/** Neither a constituent today nor designated for this meeting: its papers stay closed (BRIEF §1). */
export function awaitsDesignation(
  body: Pick<Body, 'constituents'> | undefined,
  { agency, designated }: Pick<Invitation, 'agency' | 'designated'>,
  today: Day,
): boolean {
  return body !== undefined && designated === undefined && !isConstituent(body, agency, today);
}
