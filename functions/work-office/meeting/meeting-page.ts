import { doneSaid, placeOfDone } from './done-words.ts';
import { html } from 'hono/html';
import type { Case } from '../../../core/case/model.ts';
import { groundWords } from '../../../core/framework/grounds.ts';
import { membersWithoutConsent } from '../../../core/framework/gate.ts';
import { dayOf } from '../../../core/time.ts';
import { owes } from '../../../core/invitation/rules.ts';
import { isConvened } from '../../../core/meeting/convening.ts';
import { timesOf } from '../../../core/meeting/gathering.ts';
import type { Appointment, Meeting } from '../../../core/meeting/model.ts';
import { timeWords } from '../../../core/message/wording/invitation.ts';
import type { Task } from '../../../core/task/model.ts';
import { fieldsOf } from '../../page/fields.ts';
import type { Html, Page } from '../../page/layout.ts';
import { block, crumbs, dayWords, facts, lines, moment, notice } from '../../page/parts.ts';
import { recordView } from '../../page/record-view.ts';
import { elsewhereWords, kin } from './host-forms.ts';
import { invitationCards } from './invitation-cards.ts';
import { bodyNotices, bodyPairs } from './meeting-body.ts';
import { meetingForms } from './meeting-forms.ts';
import { groundFields } from '../case/case-forms.ts';
import { endsBeforeMeeting } from '../consent-ending.ts';
import { savedIf } from '../../page/saved.ts';
import { frameOf, frameworkOf, nameOfAttendee, type Office, startOf } from '../office.ts';
import { pathOf } from '../paths.ts';
import { pollSection } from './poll-section.ts';
import { strangersMails } from './received-mails.ts';
import { overruledWords, quorumWords, shortNotice } from './quorum-notice.ts';
import { roleSection } from './role-section.ts';
import { timeline } from './timeline.ts';
import { dangerWords, judgeForm, judgements } from './without-consent.ts';
import { taskForms } from '../town/todo.ts';
import { meetingBadges } from '../words.ts';
import type { MeetingView } from './meeting-view.ts';

export function meetingPage(office: Office, view: MeetingView): Page {
  const { meeting } = view;
  const said = doneSaid(office.done, meeting);
  const place = placeOfDone(office.done);
  return {
    ...frameOf(office),
    title: `会議 ${meeting.id}`,
    main: html`${crumbs([startOf(office)], `会議 ${meeting.id}`)}
      <div class="title">
        <h1>会議 ${meeting.id}</h1>
        ${meetingBadges(meeting)}
      </div>
      ${place === 'head' ? savedIf(said) : ''}${office.preview ?? ''} ${bodyNotices(office, view)}
      ${endsBeforeMeeting(office, meeting, view.cases)} ${shortNotice(office, meeting)} ${heldBack(meeting, view.tasks)}
      ${taskForms(office, view.tasks, owing(office, meeting))}
      <div class="two block">
        <div class="stack">${about(office, view)} ${judging(office, view)} ${meetingForms(office, view)}</div>
        <section class="card">
          <h2>経過と予定</h2>
          ${timeline(office, view)}
        </section>
      </div>
      ${pollSection(office, view)} ${minutes(office, meeting)}
      ${roleSection(office, view, place === 'roles' ? said : undefined)}
      ${meeting.invitations.length === 0 ? '' : block('招集した関係機関', [savedIf(place === 'agencies' ? said : undefined), ...invitationCards(office, view)])}
      ${strangersMails(view.received, office.now)}`,
  };
}

const over: readonly Meeting['state'][] = ['cancelled', 'completed', 'declined'];
const toJudge: readonly Task['taskKind'][] = ['consent-withdrawn', 'consent-waiver'];

/** Where a supervisor is asked to judge, or may do so. */
function judging(office: Office, { meeting, tasks, cases }: MeetingView): Html {
  const asked = tasks.some(({ taskKind }) => toJudge.includes(taskKind));
  // What was asked while it went on is answered afterwards, too.
  if (!asked && over.includes(meeting.state)) return html``;
  const lacking = membersWithoutConsent(cases, dayOf(office.now)).length > 0;
  const grounds =
    meeting.ground === undefined ? groundFields(fieldsOf('judge', office.typed), { optional: true }) : undefined;
  return asked || lacking ? judgeForm(office, { open: asked, grounds }) : html``;
}

/** A consent was withdrawn, and neither a ground nor a reason carries the meeting: what agencies have not heard yet waits for the supervisor. */
function heldBack({ emergency, ground, reason = '' }: Meeting, tasks: MeetingView['tasks']): Html {
  const isAsked = tasks.some(({ taskKind }) => taskKind === 'consent-withdrawn');
  if (!isAsked || emergency || ground !== undefined || reason.trim() !== '') return html``;
  return notice(
    'warn',
    '同意の撤回があり、査察指導員の判断を待っています',
    'まだ送っていない案内と日程の問い合わせは、止めています。査察指導員が「続ける」と判断すると出ます。紙で届ける案内は、判断が出るまで届けないでください。',
  );
}

/** Whose answer can be typed in here. */
function owing({ now }: Office, meeting: Meeting): ReadonlySet<string> {
  if (!isConvened(meeting) || meeting.appointment.startsAt <= now) return new Set();
  return new Set(meeting.invitations.filter(owes).map(({ agency }) => agency));
}

function about(office: Office, view: MeetingView): Html {
  const { meeting, cases } = view;
  const framework = frameworkOf(office, meeting.framework);
  const appointment = 'appointment' in meeting ? meeting.appointment : undefined;
  return html`<section class="card">
    <h2>会議のあらまし</h2>
    ${facts([
      ['枠組み', html`${framework.name}<br /><span class="small soft">${framework.legalBasis}</span>`],
      [
        'ケース',
        html`${cases.map(
          (one) => html`<a href="${pathOf(office, 'cases', one.id)}">${one.id}</a>${householdOf(one)} `,
        )}`,
      ],
      ...bodyPairs(office, view),
      ['定期・随時', meeting.cadence],
      ['同意なしの根拠', groundOf(meeting)],
      ['理由', meeting.reason],
      ['緊急', dangerWords(meeting)],
      ['査察指導員の判断', judgements(meeting.judgements)],
      ...(appointment === undefined ? [] : when(appointment)),
      ['定足数', quorumWords(office, meeting)],
      ['定足数に足りなくても開く理由', overruledWords(meeting)],
      [
        '決裁',
        meeting.approved === undefined ? undefined : html`${meeting.approved.by} ${moment(meeting.approved.at)}`,
      ],
      ...ending(meeting),
      ['既存会議', elsewhereWords(meeting)],
      ...kin(office, meeting),
    ])}
  </section>`;
}

function householdOf({ members }: Case): string {
  const names = members.filter(({ covered }) => covered).map(({ name }) => name);
  return names.length === 0 ? '' : `（${names.join('・')}）`;
}

function agendaWords(appointment: Appointment): Html | undefined {
  const times = timesOf(appointment);
  return times.length === 0 ? undefined : lines(times.map(timeWords));
}

type Pairs = readonly (readonly [string, Html | string | undefined])[];

function when(appointment: Appointment): Pairs {
  if (appointment.written !== undefined) return inWriting(appointment, appointment.written);
  return [
    ['日時', html`<strong>${moment(appointment.startsAt)}</strong>`],
    ['開き方', appointment.mode],
    ['場所', appointment.place],
    ['所内だけの場所の記録', appointment.placeInside],
    ['参加用URL', appointment.url],
    ['時間割', agendaWords(appointment)],
    ['見通し', appointment.outlook],
    ['ご準備', appointment.preparation],
    ['回答期限', moment(appointment.replyBy)],
    ['招集担当', html`${appointment.convener}<br /><span class="small soft">招集担当は主担当を意味しません</span>`],
  ];
}

function inWriting(
  { startsAt, outlook, convener }: Appointment,
  { reason, by, at }: NonNullable<Appointment['written']>,
): Pairs {
  return [
    ['開き方', '書面（集まらずに、意見書で開きます）'],
    ['意見の期限', html`<strong>${moment(startsAt)}</strong>`],
    ['書面で開く理由', html`${reason}（${by} ${moment(at)}）`],
    ['見通し', outlook],
    ['招集担当', convener],
  ];
}

function ending(meeting: Meeting): Pairs {
  if (meeting.state === 'declined')
    return [['見送り', html`${meeting.declined.reason}（再検討 ${dayWords(meeting.declined.review)}）`]];
  return meeting.state === 'cancelled' ? [['中止', meeting.cancelled.reason]] : [];
}

function groundOf({ ground }: Meeting): string | undefined {
  return ground === undefined ? undefined : groundWords[ground];
}

function recordsOf(meeting: Meeting) {
  if ('records' in meeting) return meeting.records;
  return meeting.state === 'cancelled' ? (meeting.minutes ?? []) : [];
}

function minutes(office: Office, meeting: Meeting): Html {
  const record = recordsOf(meeting).at(-1);
  if (record === undefined) return html``;
  return block(
    '会議録',
    recordView(
      record,
      record.attendance.map((id) => nameOfAttendee(office, id)),
      'appointment' in meeting && meeting.appointment?.written !== undefined,
    ),
  );
}
