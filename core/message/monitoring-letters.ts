import type { Agency } from '../agency/model.ts';
import { type Letterhead, letterheadOf } from '../body/rules.ts';
import type { Deps } from '../commands/command.ts';
import type { AgencyId } from '../ids.ts';
import type { Invitation } from '../invitation/model.ts';
import type { Meeting } from '../meeting/model.ts';
import type { Plan } from '../plan/model.ts';
import { type Day, dayInJapanese } from '../time.ts';
import { linkOf, namedMeeting } from './meeting-facts.ts';
import { furtherLink, LINK_PLACEHOLDER, type Message } from './model.ts';
import { replyCodeOf } from './reply-code.ts';
import type { Besides } from './to-agencies.ts';
import type { Wording } from './wording/letter.ts';
import { severalReportsWording } from './wording/monitoring.ts';

/** A plan with the meeting whose link leads to its reports. */
export type Asked = { readonly plan: Plan; readonly meeting: Meeting };

export type SeveralLetter = {
  readonly kind: 'monitoring-request' | 'monitoring-reminder';
  /** The plan whose step it is first, then those that go along. */
  readonly asked: readonly Asked[];
  readonly today: Day;
};

/** Several reports in one letter to one agency: each with the page, the code and the last day of its own. */
export function severalReportsText(
  deps: Pick<Deps, 'secrets'>,
  { kind, asked, today }: SeveralLetter,
  agency: Agency,
  settings: Letterhead,
): Wording {
  const [own] = asked;
  if (own === undefined) throw new Error('a letter about no plan');
  const links = linksOf(asked, agency.id);
  return severalReportsWording({
    ...namedMeeting(own.meeting, agency, settings),
    isReminder: kind === 'monitoring-reminder',
    today,
    asked: asked
      .map(({ plan, meeting }) => ({
        ...namedMeeting(meeting, agency, settings),
        caseId: plan.id,
        review: plan.monitoring.review,
        replyCode: replyCodeOf(deps.secrets, meeting, { agency: agency.id }),
        link: placeholderOf(links, meeting),
      }))
      .toSorted((a, b) => (a.review < b.review ? -1 : Number(a.review > b.review))),
  });
}

/** The link of each meeting once, its own first. */
export function linksOf(asked: readonly Pick<Asked, 'meeting'>[], agency: AgencyId): NonNullable<Message['links']> {
  const links = asked.flatMap(({ meeting }) => {
    const invitation = invitedIn(meeting, agency);
    return invitation === undefined ? [] : [linkOf(meeting.id, invitation)];
  });
  return links.filter(({ meeting }, at) => links.findIndex((one) => one.meeting === meeting) === at);
}

function placeholderOf(links: ReturnType<typeof linksOf>, { id }: Meeting): string {
  const at = links.findIndex(({ meeting }) => meeting === id);
  return at <= 0 ? LINK_PLACEHOLDER : furtherLink(at - 1);
}

export function invitedIn({ invitations }: Pick<Meeting, 'invitations'>, agency: AgencyId): Invitation | undefined {
  return invitations.findLast((one) => one.agency === agency && one.withdrawn === undefined);
}

/** What the letter holds beside its own plan. */
export function besidesOf(asked: readonly Asked[], agency: AgencyId): Besides {
  const [, ...links] = linksOf(asked, agency);
  const [, ...others] = asked.map(({ plan }) => plan.id);
  const said = asked.map(({ plan }) => `${plan.id}（${dayInJapanese(plan.monitoring.review)}まで）`).join('、');
  return { links, plans: others, said: `一通で報告をお願いする支援計画: ${said}` };
}

/** Whether two meetings are signed alike: only then one letter speaks for both. */
export async function isSignedAlike(deps: Deps, one: Meeting, other: Meeting): Promise<boolean> {
  const [a, b] = await Promise.all([letterheadOf(deps, one), letterheadOf(deps, other)]);
  return a.sender === b.sender && a.phone === b.phone && a.fax === b.fax;
}
