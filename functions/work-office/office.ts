import type { Staff, Town } from '../../core/access/model.ts';
import type { Agency } from '../../core/agency/model.ts';
import type { TypeLabels } from '../../core/agency/read-type.ts';
import { type Framework, type FrameworkCode, frameworks as table } from '../../core/framework/frameworks.ts';
import type { UsedFramework } from '../../core/framework/uses.ts';
import type { TownCode } from '../../core/ids.ts';
import type { Instant } from '../../core/time.ts';
import type { Sought } from './case/case-sought.ts';
import type { Typed } from '../page/typed.ts';
import type { Html, NavLink, Page } from '../page/layout.ts';
import { whoOf } from '../page/staff-words.ts';
import type { Traced } from './audit/traced.ts';
import { mayReadTown } from '../../core/access/rules.ts';
import { sectionLinks } from './navigation.ts';
import type { Pick as AgencyPick } from './agency/agency-pick.ts';
import type { Place } from './routes.ts';
import type { Whose } from './town/whose.ts';
import { pathOf } from './paths.ts';

/** Everything a page of the office needs besides what it is about: who looks, at which town, when, and what was typed. */
export type Office = {
  readonly actor: Staff;
  readonly town: Town;
  /** Every town, by name only: who reads whose cases is asked of each. */
  readonly towns: readonly Town[];
  readonly place: Place;
  readonly now: Instant;
  readonly nonce: string;
  readonly convenes: boolean;
  /** Whether this person may write on this page; else it is shown without forms. */
  readonly edits: boolean;
  /** Whose bodies and frameworks count here: the prefecture's code, or the town's own. */
  readonly host: TownCode;
  /** Arranges them. */
  readonly arranges: boolean;
  readonly frameworks: readonly UsedFramework[];
  readonly agencies: readonly Agency[];
  /** What this host calls the types of agencies, by code. */
  readonly typeLabels: TypeLabels;
  /** Which agencies stand ticked when the form for convening opens. */
  readonly pick?: AgencyPick | undefined;
  /** Which agencies are listed, and which type a new one is to have. */
  readonly narrow?: string | undefined;
  /** The cases somebody came with, by number: those selected in the sheet. */
  readonly cameWith?: readonly string[] | undefined;
  readonly typed?: Typed | undefined;
  /** The framework offered instead, where consent is missing. */
  readonly instead?: { readonly name: string } | undefined;
  /** The name of the framework a form was just switched to. */
  readonly switched?: string | undefined;
  /** What was just done, from `?done=`. */
  readonly done?: string | undefined;
  /** Which cases of the town are looked for. */
  readonly sought?: Sought | undefined;
  /** Whose tasks are shown. */
  readonly whose?: Whose | undefined;
  /** Which lines of the audit log are looked for. */
  readonly traced?: Traced | undefined;
  /** The convening form, looked at once more before it is sent. */
  readonly preview?: Html | undefined;
};

/** A framework under the name its host gave it. */
export function frameworkOf({ frameworks }: Pick<Office, 'frameworks'>, code: FrameworkCode): Framework {
  return frameworks.find((one) => one.code === code) ?? table[code];
}

export function nameOfAgency({ agencies }: Pick<Office, 'agencies'>, id: string): string {
  return agencies.find((agency) => agency.id === id)?.name ?? id;
}

/** Who stands in the minutes: an agency, the town, the host, or somebody of either. */
export function nameOfAttendee(office: Pick<Office, 'agencies' | 'town' | 'host'>, id: string): string {
  if (id === office.town.id) return office.town.name;
  return id === office.host ? '開催主体' : nameOfAgency(office, id);
}

/** Where the way to a page begins: at the town, or for who may read this one record of it, at their own work. */
export function startOf(office: Pick<Office, 'actor' | 'town'>): readonly [href: string, text: string] {
  const { actor, town } = office;
  return mayReadTown(actor, town) ? [pathOf(office), `${town.name}の仕事`] : ['/office', '自分の仕事'];
}

type Framed = { readonly actor: Staff; readonly town?: Town; readonly place?: Place | undefined };

/** The frame of every office page: the town's own pages, then the prefecture's. */
export function frameOf({ actor, town, place }: Framed): Pick<Page, 'nav' | 'who'> {
  const links = town === undefined ? [] : linksIn(actor, town, place);
  const nav = [...links, ...(actor.serves === undefined ? prefectureLinks(actor, town === undefined) : [])];
  return { nav, who: `${town === undefined ? '' : `${town.name} `}${whoOf(actor)}` };
}

/** Who may read one record of a town is not led to pages that are closed to them. */
function linksIn(actor: Staff, town: Town, place: Place | undefined): readonly NavLink[] {
  const { serves } = actor;
  if (mayReadTown(actor, town)) return sectionLinks(actor, town, place);
  return serves === undefined ? [] : [{ href: '/office', text: '自分の仕事' }];
}

/** The 開催依頼 of all towns stand below the list of towns. */
function prefectureLinks({ role }: Staff, current: boolean): readonly NavLink[] {
  const towns = role === 'viewer' ? [] : [{ href: '/office', text: '町村一覧', current }];
  const decides = role === 'host' || role === 'supervisor';
  const requests = decides ? [{ href: '/office#requests', text: '開催依頼', current: false }] : [];
  return [...towns, ...requests, { href: '/status', text: '県内の状況' }];
}
