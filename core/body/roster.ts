import type { Agency } from '../agency/model.ts';
import type { Invitation } from '../invitation/model.ts';
import type { Meeting } from '../meeting/model.ts';
import type { Refused } from '../refusal.ts';
import type { Body, RosterEntry, Standing } from './model.ts';

/** Who may be left out of one meeting only with a reason. */
const bound: readonly Standing[] = ['required', 'always'];

type Leaving = { readonly agency: string; readonly reason: string };

/** Whether somebody is left out whom the body's rules want there, and nobody says why (R3). */
export function leavingRefusal(body: Body | undefined, leaving: readonly Leaving[]): Refused | undefined {
  const missed = body?.roster.find(
    ({ agency, standing }) =>
      bound.includes(standing) && leaving.some((one) => one.agency === agency && one.reason.trim() === ''),
  );
  return missed === undefined ? undefined : { code: 'reason-missing', field: `「${missed.agency}」を招集しない理由` };
}

/** Of the standing roster, who is invited besides those who were named. */
export function rosterBesides(
  body: Body | undefined,
  invited: readonly string[],
  leaving: readonly Leaving[],
): readonly RosterEntry[] {
  const known = new Set([...invited, ...leaving.map(({ agency }) => agency)]);
  return (body?.roster ?? []).filter(({ agency }) => !known.has(agency));
}

/** Of the roster as it is now, who is neither called to a meeting, nor was, nor was left out of it. */
export function rosterUncalled(
  body: Body | undefined,
  { invitations, leftOut = [] }: Pick<Meeting, 'invitations' | 'leftOut'>,
): readonly RosterEntry[] {
  return rosterBesides(
    body,
    invitations.map(({ agency }) => agency),
    leftOut,
  );
}

// Types as towns write them: 県福祉事務所, 県保健福祉事務所, 福祉保健所, 広域振興局, 都道府県 (towns-and-villages.md §5).
const prefectureOffice = /^(都道府県|県|府|都|道)|県.*福祉|福祉保健所|振興局/;

/**
 * R4: a plan with services by statute (法定サービス) should be discussed with somebody of the prefecture's office, who decides on them.
 * A warning, never a refusal.
 */
export function lacksPrefecture(
  {
    statutory,
    invitations,
  }: Pick<Meeting, 'statutory'> & { readonly invitations: readonly Pick<Invitation, 'agency' | 'withdrawn'>[] },
  agencies: readonly Pick<Agency, 'id' | 'type'>[],
): boolean {
  const standing = invitations.filter(({ withdrawn }) => withdrawn === undefined);
  const offices = agencies.filter(({ type }) => prefectureOffice.test(type));
  return statutory === true && !standing.some(({ agency }) => offices.some(({ id }) => id === agency));
}
