import type { Actor } from '../../access/model.ts';
import { allTowns, isOfficerForAll } from '../../access/rules.ts';
import { type Agency, contactsOf } from '../../agency/model.ts';
import { invitationsOf, openInvitations } from '../../agency/open-invitations.ts';
import type { Refused } from '../../refusal.ts';
import { convenesAll } from './agency-mail.ts';
import type { Deps } from '../command.ts';

const ways = ['reach', 'fax', 'phone', 'post'] as const;

/**
 * What one town says of an agency must not take it from another: while it has open invitations only whoever convenes them changes how it
 * is reached, as with its mail address (ADR 0010); and only the prefecture gives one to a single town once others have called it.
 */
export async function inUseRefusal(
  deps: Deps,
  actor: Actor,
  before: Agency,
  after: Agency,
): Promise<Refused | undefined> {
  if (before.version === 0) return undefined;
  return (await onlyRefusal(deps, actor, before, after)) ?? (await reachRefusal(deps, actor, before, after));
}

async function reachRefusal(deps: Deps, actor: Actor, before: Agency, after: Agency): Promise<Refused | undefined> {
  const isMoved = ways.some((way) => before[way] !== after[way]) || peopleAt(before) !== peopleAt(after);
  if (!isMoved) return undefined;
  const open = await openInvitations(deps, before.id);
  if (open.length === 0 || (await convenesAll(deps, actor, open))) return undefined;
  return { code: 'agency-in-use', agency: before.name, meetings: open.length };
}

/** How its people are reached, whoever comes first. */
function peopleAt(agency: Agency): string {
  const lines = contactsOf(agency).flatMap(({ mail, phone }) => [mail, phone].filter((one) => one !== undefined));
  return lines.toSorted().join('\n');
}

async function onlyRefusal(deps: Deps, actor: Actor, before: Agency, after: Agency): Promise<Refused | undefined> {
  if (after.only === before.only || after.only === undefined || isOfficerForAll(actor)) return undefined;
  const users = new Set((await invitationsOf(deps, before.id)).map(({ meeting }) => meeting.town));
  for (const host of [deps.prefecture, ...(await allTowns(deps))]) {
    const bodies = await deps.store.list('body', host);
    if (bodies.some((body) => rosterOf(body).includes(before.id))) users.add(host);
  }
  users.delete(after.only);
  return users.size === 0 ? undefined : { code: 'agency-shared', agency: before.name };
}

function rosterOf({ constituents, roster }: BodyLists): readonly (string | undefined)[] {
  return [...constituents, ...roster].map(({ agency }) => agency);
}
type BodyLists = Record<'constituents' | 'roster', readonly { readonly agency?: string | undefined }[]>;
