import type { Agency } from '../agency/model.ts';
import { type Letterhead, letterheadOf } from '../body/rules.ts';
import type { Deps } from '../commands/command.ts';
import type { AgencyId } from '../ids.ts';
import type { Invitation } from '../invitation/model.ts';
import type { Plan } from '../plan/model.ts';
import { type Day, dayOf } from '../time.ts';
import { type Letters, noLetters } from './envelope.ts';
import { namedMeeting } from './meeting-facts.ts';
import { type Asked, besidesOf, severalReportsText } from './monitoring-letters.ts';
import { replyCodeOf } from './reply-code.ts';
import { type Post, toAgencies } from './to-agencies.ts';
import type { Wording } from './wording/letter.ts';
import { monitoringReminderWording, monitoringRequestWording } from './wording/monitoring.ts';
import { planWording } from './wording/plan.ts';

type About = ReturnType<typeof namedMeeting> & {
  readonly plan: Plan;
  readonly replyCode: string;
  /** The day it is, or was, due to be brought. */
  readonly today: Day;
};

const words = {
  plan: ({ plan, ...named }) => planWording({ ...named, period: plan.period, review: plan.monitoring.review }),
  'monitoring-request': ({ plan, ...named }) => monitoringRequestWording({ ...named, review: plan.monitoring.review }),
  'monitoring-reminder': ({ plan, ...named }) =>
    monitoringReminderWording({ ...named, review: plan.monitoring.review }),
} as const satisfies Readonly<Record<string, (about: About) => Wording>>;

export type PlanLetter = keyof typeof words;

/** The one text of a letter about a plan, for the mail and for the paper. */
export function planLetterText(kind: PlanLetter, about: About): Wording {
  return words[kind](about);
}

export function isPlanLetter(kind: string): kind is PlanLetter {
  return Object.hasOwn(words, kind);
}

type To = {
  readonly agencies: readonly AgencyId[];
  readonly occasion: string;
  /** Other plans that a letter about reports asks the agency for as well. */
  readonly along?: (agency: AgencyId) => readonly Asked[];
};

/** Letters about a plan to these agencies, over the link of the meeting the plan came from. */
export async function lettersAboutPlan(deps: Deps, plan: Plan, kind: PlanLetter, to: To): Promise<Letters> {
  const meeting = plan.meeting === undefined ? undefined : await deps.store.get('meeting', plan.town, plan.meeting);
  if (meeting === undefined || !('records' in meeting)) return noLetters;
  const { town } = plan;
  const byHand = kind === 'monitoring-reminder' ? undefined : meeting.appointment.convener;
  const subject = { kind: 'plan', id: plan.id } as const;
  const letterhead = await letterheadOf(deps, meeting);
  const allOf = (agency: AgencyId) => [{ plan, meeting }, ...(to.along?.(agency) ?? [])];
  const post: Post = {
    town,
    subject,
    meetingId: meeting.id,
    settings: letterhead,
    kind,
    occasion: to.occasion,
    urgent: false,
    byHand,
    besides: (invitation) => {
      const all = allOf(invitation.agency);
      return all.length === 1 ? undefined : besidesOf(all, invitation.agency);
    },
  };
  const invitations = meeting.invitations.filter((one) => to.agencies.includes(one.agency));
  const today = dayOf(deps.clock.now());
  const word = (agency: Agency, settings: Letterhead, invitation: Invitation) => {
    const asked = allOf(agency.id);
    if (kind !== 'plan' && asked.length > 1) return severalReportsText(deps, { kind, asked, today }, agency, settings);
    const replyCode = replyCodeOf(deps.secrets, meeting, invitation);
    return planLetterText(kind, { ...namedMeeting(meeting, agency, settings), plan, today, replyCode });
  };
  return toAgencies(deps, post, invitations, word);
}
