import type { Actor } from '../../core/access/model.ts';
import type { Agency } from '../../core/agency/model.ts';
import type { Body } from '../../core/body/model.ts';
import { bodyOf, letterheadOf } from '../../core/body/rules.ts';
import type { Case } from '../../core/case/model.ts';
import type { Deps } from '../../core/commands/command.ts';
import { casesFor } from '../../core/invitation/cases.ts';
import type { Invitation } from '../../core/invitation/model.ts';
import { isConvened } from '../../core/meeting/convening.ts';
import type { ConvenedMeeting, Meeting } from '../../core/meeting/model.ts';
import { callOf, numberOf } from '../../core/meeting/together.ts';
import { othersFor, partsOf } from '../../core/message/parts.ts';
import { observersOf } from '../../core/monitoring/observers.ts';
import type { Plan, Role } from '../../core/plan/model.ts';
import type { Refused } from '../../core/refusal.ts';
import { ok, refuse, type Result } from '../../core/result.ts';
import type { Settings } from '../../core/settings/model.ts';
import { dayOf, type Instant } from '../../core/time.ts';
import type { Link } from '../../core/workflow/model.ts';
import { membersTold } from './scope.ts';

/** What one personal link opens: one agency's invitation to one meeting. */
export type Visit = {
  readonly token: string;
  readonly meeting: Meeting;
  readonly invitation: Invitation;
  readonly agency: Agency;
  /** With the sender of the meeting's body. */
  readonly settings: Settings;
  /** 会議体 the meeting is held under, if one was registered. */
  readonly body?: Body | undefined;
  readonly now: Instant;
  /** All parts of its sitting that are still to be held; none where it is held alone. */
  readonly sitting: readonly ConvenedMeeting[];
  /** Those and the parts that are off. */
  readonly parts: readonly Meeting[];
  /** The pages of the others to which this agency is called. */
  readonly alongside: readonly { readonly meetingId: string; readonly startsAt: Instant; readonly token: string }[];
  /** Who reads the papers, as they named themselves. */
  readonly reader?: string;
};

/**
 * A link that is wrong, over, replaced or withdrawn opens nothing, and says nothing about the meeting; not by the time it takes either: each reads
 * as much as any other (`test/functions/closed-links.test.ts`).
 */
export async function readLink(deps: Deps, token: string): Promise<Result<Visit, Refused>> {
  const now = deps.clock.now();
  const link = await deps.store.link(deps.secrets.fingerprint(token));
  const { town, meeting: id, agency: called } = link ?? leadingNowhere(deps);
  const [meeting, agency] = await Promise.all([
    deps.store.get('meeting', town, id),
    deps.store.get('agency', deps.prefecture, called),
  ]);
  if (link === undefined) return refuse({ code: 'link-unknown' });
  if (link.expiresAt <= now) return refuse({ code: 'link-expired' });

  const invitation = meeting === undefined ? undefined : standing(meeting, link);
  if (meeting === undefined || agency === undefined || invitation === undefined)
    return refuse({ code: 'link-expired' });
  const [settings, body, parts] = await Promise.all([
    letterheadOf(deps, meeting),
    bodyOf(deps, meeting),
    partsOf(deps, meeting),
  ]);
  const sitting = parts.filter(isConvened);
  const alongside = alongsideOf(deps, meeting, sitting, invitation);
  return ok({ token, meeting, invitation, agency, settings, body, now, sitting, parts, alongside });
}

/** The call a link was made for, unless it was taken back or made anew. */
function standing({ invitations }: Meeting, { agency, generation }: Link): Invitation | undefined {
  const called = invitations.find((one) => one.agency === agency && one.generation === generation);
  return called?.withdrawn === undefined ? called : undefined;
}

/** No record bears this number. */
function leadingNowhere({ prefecture }: Deps) {
  return { town: prefecture, meeting: '-', agency: '-' };
}

function alongsideOf({ secrets }: Deps, meeting: Meeting, sitting: Visit['sitting'], { agency }: Invitation) {
  return othersFor(meeting, sitting, { agency }).map((part): Visit['alongside'][number] => {
    const generation = callOf(part, agency)?.generation ?? 1;
    const token = secrets.linkToken({ town: part.town, meeting: part.id, agency, generation });
    return { meetingId: numberOf(part), startsAt: part.appointment.startsAt, token };
  });
}

/** Whoever the page was made for: nonces for one invitation are worth nothing for another. */
export function visitorOf({ meeting, invitation }: Pick<Visit, 'meeting' | 'invitation'>): string {
  const parts = [meeting.town, meeting.id, invitation.agency, String(invitation.generation)];
  // People choose ids, and may choose the sign between them.
  return parts.map(encodeURIComponent).join('|');
}

export function actorOf(visit: Visit): Actor {
  return { kind: 'agency', id: visit.agency.id };
}

/** What lies behind the code and the secrecy duty. */
export type Papers = {
  /** With those members only of whom the agency may be told: where the meeting rests on consent, as long as theirs holds. */
  readonly cases: readonly Case[];
  /** Whether that is everybody. */
  readonly whole: boolean;
  readonly roles: readonly Role[];
  /** Plans in which the agency has a role of its own. */
  readonly plans: readonly Plan[];
  /** Plans at whose reviews it is asked what it sees, though it has no role in them. */
  readonly observed: readonly Plan[];
  /** Support of every household of the meeting has ended: nothing is told any more but the notes to whoever watches over. */
  readonly over: boolean;
  /** 引継ぎメモ to this agency (towns-and-villages.md §10-17). */
  readonly notes: readonly string[];
};

/** Of a case it is not called for, an agency is not told of the arrears either. */
function knownOf(one: Case, own: readonly Case['id'][]): Case {
  if (own.includes(one.id)) return one;
  const { tax: _tax, ...rest } = one;
  return rest;
}

export async function readPapers(deps: Deps, { meeting, agency, invitation, now }: Visit): Promise<Papers> {
  const own = casesFor(meeting.cases, invitation);
  const cases = await Promise.all(meeting.cases.map((id) => deps.store.get('case', meeting.town, id)));
  const plans = await Promise.all(meeting.cases.map((id) => deps.store.get('plan', meeting.town, id)));
  const roles = (await deps.store.list('role', meeting.town)).filter((role) => role.agency === agency.id);
  const planned = plans.filter((plan) => plan !== undefined);
  const known = cases.filter((one) => one !== undefined);
  const told = known.map((one) => ({
    ...knownOf(one, own),
    members: isClosed(one) ? [] : membersTold(meeting, one, agency, dayOf(now)),
  }));
  const mine = planned.filter(({ id }) => own.includes(id));
  const isNamed = (plan: Plan) => roles.some(({ id }) => plan.roles.includes(id));
  const over = known.length > 0 && known.every(isClosed);
  return {
    cases: told,
    whole: known.every((one, index) => one.members.length === told[index]?.members.length),
    over,
    notes: known.filter(({ id }) => own.includes(id)).flatMap((one) => noteFor(one, agency.id)),
    roles: roles.filter((role) => role.meeting === meeting.id || planned.some((plan) => plan.roles.includes(role.id))),
    plans: mine.filter(isNamed),
    observed: await observedBy(
      deps,
      agency,
      mine.filter((plan) => !isNamed(plan)),
    ),
  };
}

async function observedBy(deps: Deps, { id }: Agency, plans: readonly Plan[]): Promise<readonly Plan[]> {
  const observers = await Promise.all(plans.map((plan) => observersOf(deps, plan)));
  return plans.filter((_plan, index) => observers[index]?.includes(id) === true);
}

function isClosed({ state }: Case): boolean {
  return state === 'closed';
}

/** What was left to this agency, when it watches over a household whose support has ended. */
function noteFor({ state, closed }: Case, agency: Agency['id']): readonly string[] {
  return state === 'closed' && closed?.watch === agency ? [closed.note ?? '引継ぎメモはありません。'] : [];
}
