import { html } from 'hono/html';
import type { Invitation } from '../../../core/invitation/model.ts';
import { owes as owesReply } from '../../../core/invitation/rules.ts';
import type { Meeting } from '../../../core/meeting/model.ts';
import { owesMarks } from '../../../core/poll/rules.ts';
import type { Html } from '../../page/layout.ts';
import { dayWords, moment } from '../../page/parts.ts';
import { table } from '../../page/table.ts';
import { frameworkOf, type Office } from '../office.ts';
import { pathOf } from '../paths.ts';
import { meetingBadges } from '../words.ts';

/** What a person has to move comes first; what is over comes last. */
const ranks = {
  requested: 0,
  drafted: 1,
  recording: 2,
  deciding: 3,
  polling: 4,
  inviting: 5,
  scheduled: 6,
  elsewhere: 7,
  declined: 8,
  completed: 9,
  cancelled: 10,
} as const satisfies Readonly<Record<Meeting['state'], number>>;

/** Under way, the most pressing first; and over, the latest first. */
export function sortedMeetings(meetings: readonly Meeting[]) {
  const isOver = ({ state }: Meeting) => state === 'completed' || state === 'cancelled';
  return {
    open: meetings.filter((one) => !isOver(one)).toSorted(pressing),
    over: meetings.filter(isOver).toSorted((one, other) => -soonest(one, other)),
  };
}

/** Of the same state, what comes or waits longest; else by number, `M-9` before `M-10`. */
function pressing(one: Meeting, other: Meeting): number {
  const late = Number(other.lateness !== undefined) - Number(one.lateness !== undefined);
  return late || ranks[one.state] - ranks[other.state] || soonest(one, other);
}

const numbers = new Intl.Collator('ja', { numeric: true });

function soonest(one: Meeting, other: Meeting): number {
  const [a, b] = [whenAbout(one), whenAbout(other)];
  return a < b ? -1 : Number(a > b) || numbers.compare(one.id, other.id);
}

function whenAbout(meeting: Meeting): string {
  if ('appointment' in meeting && meeting.appointment !== undefined) return meeting.appointment.startsAt;
  if (meeting.state === 'declined') return meeting.declined.review;
  return meeting.state === 'elsewhere' ? meeting.elsewhere.on : (meeting.requestedAt ?? '');
}

/** As they are given. */
export function meetingTable(office: Office, meetings: readonly Meeting[], caption: string): Html {
  const rows = meetings.map((meeting) => [
    html`<a href="${pathOf(office, 'meetings', meeting.id)}">${meeting.id}</a>`,
    meetingBadges(meeting),
    frameworkOf(office, meeting.framework).name,
    whenOf(office, meeting),
    answersOf(meeting),
    html`${meeting.cases.map((id) => html`<a href="${pathOf(office, 'cases', id)}">${id}</a> `)}`,
  ]);
  return table({ caption, head: ['会議', '状態', '枠組み', '日時', '回答', 'ケース'], rows });
}

function whenOf({ now }: Office, meeting: Meeting): Html | string {
  if ('appointment' in meeting && meeting.appointment !== undefined) return moment(meeting.appointment.startsAt, now);
  if (meeting.state === 'polling') return `候補${String(meeting.poll.slots.length)}件`;
  if (meeting.state === 'elsewhere') return html`${meeting.elsewhere.body} ${dayWords(meeting.elsewhere.on)}`;
  if (meeting.state === 'cancelled') return '';
  return meeting.state === 'declined' ? html`再検討 ${dayWords(meeting.declined.review)}` : '日時はこれから';
}

function answersOf(meeting: Meeting): string {
  const invited = meeting.invitations.filter((one) => one.withdrawn === undefined);
  const owes = (one: Invitation) => (meeting.state === 'polling' ? owesMarks(meeting.poll, one) : owesReply(one));
  return invited.length === 0
    ? ''
    : `${String(invited.filter((one) => !owes(one)).length)} / ${String(invited.length)}`;
}
