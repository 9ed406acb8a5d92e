import { html } from 'hono/html';
import { reachOf } from '../../../core/agency/model.ts';
import { type Answer, answerSchema, type Invitation, sourceSchema } from '../../../core/invitation/model.ts';
import { classesOf, currentReply, owes, withdrawnWord } from '../../../core/invitation/rules.ts';
import { isConvened } from '../../../core/meeting/convening.ts';
import { isInWriting, writtenAnswers } from '../../../core/meeting/in-writing.ts';
import { type Fields, fieldsOf } from '../../page/fields.ts';
import { postForm } from '../../page/form.ts';
import type { Html } from '../../page/layout.ts';
import { badge, facts, lines, moment, type Tone } from '../../page/parts.ts';
import { receivedMail } from './received-mails.ts';
import type { MeetingView } from './meeting-view.ts';
import { availabilityIn, owesMarks } from '../../../core/poll/rules.ts';
import type { Meeting, PollingMeeting } from '../../../core/meeting/model.ts';
import { pollReplyForm } from './poll-forms.ts';
import { papersCode } from './code-to-hand-over.ts';
import { handLine, mailLine } from './delivery-lines.ts';
import { pollReachForms, reachForms } from './reach-forms.ts';
import { membershipWords } from './meeting-body.ts';
import { nameOfAgency, type Office } from '../office.ts';
import { pathOf } from '../paths.ts';

const reachWords = { mail: 'メール', fax: 'FAX', phone: '電話', post: '郵便' } as const;
const answerTones: Readonly<Record<string, Tone>> = {
  出席: 'good',
  代理出席: 'good',
  意見書提出: 'go',
  欠席: 'plain',
  日程変更希望: 'hot',
};

/** One card per agency: its answer and where it came from, the mails it got, and the form to type in a telephone answer. */
export function invitationCards(office: Office, view: MeetingView): readonly Html[] {
  const { invitations } = view.meeting;
  // Whoever still owes an answer comes first.
  const sorted = invitations
    .map((one, index) => ({ one, index }))
    .toSorted((a, b) => Number(owes(b.one)) - Number(owes(a.one)));
  return [
    view.meeting.state === 'polling' ? html`` : html`<p>${countWords(invitations)}</p>`,
    html`<div class="cards">${sorted.map(({ one, index }) => card(office, view, one, index))}</div>`,
  ];
}

/** 「出席 6 代理出席 1 未回答 1」 */
function countWords(invitations: readonly Invitation[]): Html {
  const words = invitations.filter((one) => one.withdrawn === undefined).map(wordOf);
  const kinds = [...new Set(words)];
  return html`${kinds.map((kind) => html`${badge(kind, kind === '未回答' ? 'warn' : (answerTones[kind] ?? 'plain'))} ${words.filter((word) => word === kind).length} `)}`;
}

const wordOf = (invitation: Invitation) =>
  owes(invitation) ? '未回答' : (currentReply(invitation)?.answer ?? '未回答');

function card(office: Office, view: MeetingView, invitation: Invitation, index: number): Html {
  const agency = office.agencies.find(({ id }) => id === invitation.agency);
  return html`<article class="card" id="agency-${invitation.agency}">
    <h3>${nameOfAgency(office, invitation.agency)}</h3>
    <p>${badgeOf(view.meeting, invitation)}</p>
    ${facts([
      ['立場', classesOf(invitation).join('、')],
      [
        '連絡',
        agency === undefined
          ? undefined
          : `${reachWords[reachOf(agency)]}${agency.contact === undefined ? '' : `（${agency.contact}）`}`,
      ],
      ['構成員・指名', membershipWords(office, view, invitation)],
      ['目的', lines(invitation.purposes.map(({ text }) => text))],
      ['この機関だけのご準備', invitation.preparation],
      ['守秘義務', readersOf(office, invitation)],
    ])}
    ${deliveries(office, view, invitation)} ${history(office, view, invitation)}
    ${answering(office, view, invitation, index)}
    ${invitation.withdrawn === undefined ? html`${leaveForm(office, invitation, index)} ${view.meeting.state === 'polling' ? '' : papersCode(office, invitation, view.codes.get(invitation.agency), index)}` : ''}
  </article>`;
}

/** Whose answer can be typed in now: ○△× while a date is sought, then 出欠 until the meeting starts. */
function answering(office: Office, view: MeetingView, invitation: Invitation, index: number): Html {
  const { meeting } = view;
  if (invitation.withdrawn !== undefined) return html``;
  if (meeting.state === 'polling')
    return html`${sureMarks(office, meeting, invitation, index)} ${pollReplyForm(office, meeting, invitation, index)}
    ${pollReachForms(office, meeting, invitation, index)}`;
  const open = isConvened(meeting) && office.now < meeting.appointment.startsAt;
  if (!open) return html``;
  return html`${sureForm(office, invitation, index)} ${replyForm(office, view, invitation, index)}
  ${reachForms(office, invitation, index)}`;
}

function badgeOf(meeting: Meeting, invitation: Invitation): Html {
  return meeting.state === 'polling' ? pollBadge(meeting, invitation) : answerBadge(invitation);
}

function pollBadge({ poll }: PollingMeeting, invitation: Invitation): Html {
  if (invitation.withdrawn !== undefined) return answerBadge(invitation);
  const said = availabilityIn(poll, invitation);
  if (said === undefined) return badge('未回答', 'warn');
  const source = html`<span class="small soft">${said.source}</span>`;
  if (said.unconfirmed) return html`${badge('未確認', 'bad')} ${source}`;
  return owesMarks(poll, invitation)
    ? html`${badge('加えた候補が未回答', 'warn')} ${source}`
    : html`${badge('都合を回答済み', 'good')} ${source}`;
}

/** Everybody who took note of the duty, in order. */
function readersOf({ now }: Office, { acknowledged, acknowledgements = [] }: Invitation): Html | string {
  const readers = acknowledgements.length > 0 || acknowledged === undefined ? acknowledgements : [acknowledged];
  return readers.length === 0 ? '未確認' : lines(readers.map(({ name, at }) => html`${name}（${moment(at, now)}）`));
}

function answerBadge(invitation: Invitation): Html {
  if (invitation.withdrawn !== undefined)
    return html`${badge(withdrawnWord(invitation) ?? '', 'plain')} ${invitation.withdrawn.reason}`;
  if (invitation.held !== undefined) return badge('案内を保留（担当者が未登録）', 'bad');
  const reply = currentReply(invitation);
  if (reply === undefined) return badge('未回答', 'warn');
  const said = html`${badge(reply.answer, answerTones[reply.answer] ?? 'plain')}
    <span class="small soft">${reply.source}${reply.deputy === undefined ? '' : ` 代理: ${reply.deputy}`}</span>`;
  return reply.unconfirmed ? html`${badge('未確認', 'bad')} ${said}` : said;
}

/** Every mail and every sheet to it, and how each stands. */
function deliveries({ now }: Office, { messages, tasks, handled }: MeetingView, { agency }: Invitation): Html {
  const mails = messages
    .filter(({ to }) => to === agency)
    .map((mail) => ({ at: mail.sentAt ?? mail.createdAt, line: mailLine(mail, handled, now) }));
  const hands = [...tasks, ...handled]
    .filter(({ about }) => about === agency)
    .map((task) => ({ at: task.openedAt, line: handLine(task, now) }));
  const all = [...mails, ...hands].flatMap(({ at, line }) => (line === undefined ? [] : [{ at, line }]));
  if (all.length === 0) return html``;
  return html`<h4>届き方</h4>
    ${lines(all.toSorted((a, b) => (a.at < b.at ? -1 : 1)).map(({ line }) => line))}`;
}

/** What it answered, and the mails that came from it. */
function history({ now }: Office, { received }: MeetingView, { agency, replies }: Invitation): Html {
  const said = replies.map((reply) => ({
    at: reply.at,
    line: html`${moment(reply.at, now)}
    回答「${reply.answer}」（${reply.source}${reply.enteredBy === undefined ? '' : `・入力 ${reply.enteredBy}`}）${reply.unconfirmed ? badge('未確認', 'bad') : ''}${reply.deputy === undefined ? '' : ` 代理: ${reply.deputy}`}${reply.text === undefined ? '' : html`<br /><span class="keep">${reply.text}</span>`}`,
  }));
  const came = received
    .filter((mail) => mail.agency === agency)
    .map((mail) => ({ at: mail.at, line: receivedMail(mail, now) }));
  const all = [...said, ...came].toSorted((a, b) => (a.at < b.at ? -1 : 1));
  if (all.length === 0) return html``;
  return html`<details class="plain-details">
    <summary>回答の経過（${all.length}件）</summary>
    ${lines(all.map(({ line }) => line))}
  </details>`;
}

/** 「確かめた」: the answer that was 未確認 stands as it is; another one is typed in below. */
function sureForm(office: Office, invitation: Invitation, index: number): Html {
  const reply = currentReply(invitation);
  return reply?.unconfirmed === true ? sure(office, invitation, index, `「${reply.answer}」でよいと確かめた`) : html``;
}

/** The same for ○△× of a poll. */
function sureMarks(office: Office, { poll }: PollingMeeting, invitation: Invitation, index: number): Html {
  const doubtful = availabilityIn(poll, invitation)?.unconfirmed === true;
  return doubtful ? sure(office, invitation, index, '届いた○△×でよいと確かめた') : html``;
}

function sure({ nonce, typed }: Office, { agency }: Invitation, index: number, button: string): Html {
  const does = `confirm-reply-${String(index)}`;
  return postForm(
    { does, nonce, typed, button, carry: [['agency', agency]] },
    html`<p class="small">電話などで確かめてから押してください。違うときは、下で聞いた回答を入力します。</p>`,
  );
}

function replyForm(office: Office, { meeting }: MeetingView, invitation: Invitation, index: number): Html {
  const does = `reply-${String(index)}`;
  const written = isConvened(meeting) && isInWriting(meeting);
  return html`<details class="plain-details" ${office.typed?.form === does ? html` open` : ''}>
      <summary>電話・FAXの${written ? '意見' : '回答'}を入力する</summary>
      <div class="inside">
        ${postForm(
          {
            does,
            nonce: office.nonce,
            typed: office.typed,
            button: '回答を記録する',
            carry: [['agency', invitation.agency]],
          },
          replyFields(fieldsOf(does, office.typed), written),
        )}
      </div>
    </details>
    <p class="small">
      <a href="${pathOf(office, 'meetings', meeting.id, 'letter', invitation.agency)}">案内の紙（印刷・FAX用）</a>
    </p>`;
}

/** Of a meeting in writing only the opinion, or that there is none. */
function replyFields(fields: Fields, written: boolean): Html {
  const allowed: readonly Answer[] = written ? writtenAnswers : answerSchema.options;
  const sources = sourceSchema.options.filter((source) => source !== 'リンク' && source !== 'メール返信');
  const both = html`${fields.select({ name: 'answer', label: '回答', options: allowed.map((answer) => [answer, answer]) })}
  ${fields.select({ name: 'source', label: '受けた方法', options: sources.map((source) => [source, source]) })}`;
  return written
    ? html`${both} ${fields.area({ name: 'text', label: '意見', when: '意見書提出のときは必須' })}`
    : html`${both} ${fields.text({ name: 'deputy', label: '代理の人', optional: true })}
      ${fields.area({ name: 'text', label: '意見・希望', optional: true })}`;
}

/** 辞退 that was told by telephone. */
function leaveForm(office: Office, { agency }: Invitation, index: number): Html {
  const does = `leave-${String(index)}`;
  const form = postForm(
    {
      does,
      nonce: office.nonce,
      typed: office.typed,
      button: '辞退を記録する',
      tone: 'stop',
      carry: [['agency', agency]],
    },
    fieldsOf(does, office.typed).text({
      name: 'reason',
      label: '辞退の理由',
      hint: 'リンクは使えなくなり、この会議で受けた役割は未定に戻ります。',
    }),
  );
  return html`<details class="plain-details" ${office.typed?.form === does ? html` open` : ''}>
    <summary>辞退の連絡を受けた</summary>
    <div class="inside">${form}</div>
  </details>`;
}
