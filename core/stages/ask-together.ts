import type { Deps } from '../commands/command.ts';
import { linksBeyond } from '../commands/meeting/personal-links.ts';
import type { AgencyId } from '../ids.ts';
import type { Meeting } from '../meeting/model.ts';
import { type Asked, invitedIn, isSignedAlike } from '../message/monitoring-letters.ts';
import { lettersAboutPlan } from '../message/plan-letters.ts';
import { agenciesOf, silentAgencies } from '../monitoring/agenda.ts';
import { type Asking, goesAlong, wasTold, withTold } from '../monitoring/gathered.ts';
import { observersOf } from '../monitoring/observers.ts';
import type { Plan } from '../plan/model.ts';
import type { Versioned } from '../records.ts';
import { settingsOf } from '../settings/rules.ts';
import type { Day } from '../time.ts';
import type { Taken } from './step.ts';

const kinds = { 'ask-for-reports': 'monitoring-request', 'remind-reports': 'monitoring-reminder' } as const;

/** A plan of the same town whose own request or reminder is due within the week, and whom it concerns. */
type Along = Asked & { readonly key: string; readonly agencies: readonly AgencyId[] };

/**
 * Asks for reports, or reminds: each agency in one letter, together with those of its other plans that would follow within the week. Those are
 * marked in the same commit, so that their own steps leave the agency out.
 */
export async function askTogether(deps: Deps, plan: Plan, step: Asking, key: string): Promise<Taken<Plan>> {
  const meeting = await meetingOf(deps, plan);
  if (meeting === undefined) return { record: plan };
  const agencies = (await concerned(deps, plan, step)).filter((agency) => !wasTold(plan, key, agency));
  const along = (await alongWith(deps, plan, meeting, step)).map((one) => ({
    ...one,
    agencies: one.agencies.filter((agency) => agencies.includes(agency) && invitedIn(meeting, agency) !== undefined),
  }));
  const letters = await lettersAboutPlan(deps, plan, kinds[step], {
    agencies,
    occasion: key,
    along: (agency) => along.filter((one) => one.agencies.includes(agency)),
  });
  const told = along.filter((one) => one.agencies.length > 0);
  const put = told.map((one) => withTold(one.plan, one.key, one.agencies));
  return { record: plan, letters, also: [...put, ...(await linksFor(deps, { plan, meeting }, told))] };
}

/** Whoever has a role in it, and those of the person's own town; to be reminded only who has not reported. */
export async function concerned(deps: Deps, plan: Plan, step: Asking): Promise<readonly AgencyId[]> {
  const [roles, observers] = await Promise.all([deps.store.list('role', plan.town), observersOf(deps, plan)]);
  if (step === 'ask-for-reports') return [...new Set([...agenciesOf(plan, roles), ...observers])];
  const reported = plan.reports.filter((one) => one.period === plan.monitoring.period).map((one) => one.agency);
  const unseen = observers.filter((agency) => !reported.includes(agency));
  return [...new Set([...silentAgencies(plan, roles), ...unseen])];
}

async function alongWith(deps: Deps, plan: Plan, meeting: Meeting, step: Asking): Promise<readonly Along[]> {
  const [plans, settings] = await Promise.all([deps.store.list('plan', plan.town), settingsOf(deps, plan.town)]);
  const found: Along[] = [];
  for (const other of plans.filter(({ id }) => id !== plan.id)) {
    const key = goesAlong(other, step, deps.clock.now(), settings);
    const its = key === undefined ? undefined : await meetingOf(deps, other);
    if (key === undefined || its === undefined || !(await isSignedAlike(deps, meeting, its))) continue;
    const agencies = (await concerned(deps, other, step)).filter(
      (agency) => !wasTold(other, key, agency) && invitedIn(its, agency) !== undefined,
    );
    found.push({ plan: other, meeting: its, key, agencies });
  }
  return found;
}

async function meetingOf(deps: Deps, plan: Plan): Promise<Meeting | undefined> {
  const meeting = plan.meeting === undefined ? undefined : await deps.store.get('meeting', plan.town, plan.meeting);
  return meeting !== undefined && 'records' in meeting ? meeting : undefined;
}

/** Agencies report over the links of the meetings, so these live on through the reviews; each meeting's once, to its last review. */
async function linksFor(deps: Deps, own: Asked, along: readonly Along[]): Promise<readonly Versioned[]> {
  const meetings = new Map([own, ...along].map(({ meeting }) => [meeting.id, meeting] as const));
  const links = [...meetings.values()].map((meeting) => {
    const asked = [own, ...along].filter((one) => one.meeting.id === meeting.id);
    const invited = meeting.invitations.filter((one) => one.withdrawn === undefined && one.invitedAt !== undefined);
    return linksBeyond(deps, meeting, invited, lastOf(asked.map(({ plan }) => plan.monitoring.review)));
  });
  return (await Promise.all(links)).flat();
}

function lastOf(days: readonly Day[]): Day {
  return days.reduce((last, day) => (day > last ? day : last));
}
