import { html } from 'hono/html';
import type { Case } from '../../core/case/model.ts';
import { runningOut } from '../../core/consent/running-out.ts';
import { frameworks } from '../../core/framework/frameworks.ts';
import type { Meeting } from '../../core/meeting/model.ts';
import type { Plan } from '../../core/plan/model.ts';
import { type Day, dayOf, type Instant } from '../../core/time.ts';
import { discussedIn } from '../../core/commands/meeting/invitations.ts';
import type { Html } from '../page/layout.ts';
import { dayWords, lines, notice } from '../page/parts.ts';
import type { Office } from './office.ts';
import { pathOf } from './paths.ts';

const over: readonly Meeting['state'][] = ['cancelled', 'completed', 'declined', 'elsewhere'];

/** Said while a consent can still be asked for again, not only when it has run out and the meeting is refused (BRIEF §2.1). */
export function endsBeforeMeeting(office: Office, meeting: Meeting, cases: readonly Case[]): Html {
  const on = dayAhead(meeting, office.now);
  if (frameworks[meeting.framework].consent === 'ground' || on === 'over') return html``;
  const ending = runningOut(cases, dayOf(office.now), { on, discussed: discussedIn(meeting.invitations) });
  return on === undefined
    ? warning(office, cases, ending, '本人同意に期限があります。会議の日を期限までにするか、同意を取り直してください')
    : warning(office, cases, ending, '会議の日の前に、本人同意の期限が切れます');
}

/** The day of a meeting that is still to come; undefined while it has none. */
function dayAhead(meeting: Meeting, now: Instant): Day | 'over' | undefined {
  const startsAt = 'appointment' in meeting ? meeting.appointment?.startsAt : undefined;
  if (startsAt === undefined) return over.includes(meeting.state) ? 'over' : undefined;
  return startsAt <= now || over.includes(meeting.state) ? 'over' : dayOf(startsAt);
}

export function endsBeforePlan(office: Office, plan: Plan | undefined, one: Case): Html {
  if (plan === undefined || plan.state === 'closed') return html``;
  const ending = runningOut([one], dayOf(office.now), { on: plan.period.to });
  return warning(office, [one], ending, '支援計画の終わりの前に、本人同意の期限が切れます');
}

function warning(office: Office, cases: readonly Case[], ending: ReturnType<typeof runningOut>, title: string): Html {
  if (ending.length === 0) return html``;
  const links = cases.map(({ id }) => html`<a href="${pathOf(office, 'cases', id)}">ケース ${id}</a> `);
  return notice(
    'warn',
    title,
    html`${lines(ending.map(({ name, until }) => html`${name}: ${dayWords(until)}まで`))}
      <p>同意を取り直したら、ケースの画面で新しい同意を記録してください: ${links}</p>`,
  );
}
