import { html } from 'hono/html';
import { conveningAgenda, isConvened } from '../../../core/meeting/convening.ts';
import { isHeld, recordDue } from '../../../core/meeting/recording.ts';
import type { Appointment, Meeting, PollingMeeting } from '../../../core/meeting/model.ts';
import type { MailKind } from '../../../core/message/model.ts';
import type { Poll } from '../../../core/poll/model.ts';
import { type Instant, instantInJapanese } from '../../../core/time.ts';
import type { Html } from '../../page/layout.ts';
import { moment } from '../../page/parts.ts';
import type { MeetingView } from './meeting-view.ts';
import { fixedWords } from '../case/case-marks.ts';
import { changeWords } from './meeting-change-words.ts';
import { nameOfAgency, type Office } from '../office.ts';

type Mark = { readonly at: Instant; readonly text: string };

/** What happened, where we are, and what comes next: nobody has to keep it in mind. */
export function timeline(office: Office, view: MeetingView): Html {
  const past = gathered(happened(office, view));
  const ahead = view.meeting.state === 'completed' || view.meeting.state === 'cancelled' ? [] : coming(office, view);
  const item = (mark: Mark, kind: string) =>
    html`<li class="${kind}">${moment(mark.at, office.now)}<span>${mark.text}</span></li>`;
  return html`<ol class="line">
    ${past.map((mark) => item(mark, 'past'))}
    <li class="now">いま ${moment(office.now, office.now)}</li>
    ${ahead.map((mark) => item(mark, 'ahead'))}
  </ol>`;
}

const byTime = (one: Mark, other: Mark) => (one.at < other.at ? -1 : Number(one.at > other.at));

/** Nine mails of one minute are one line. */
function gathered(marks: readonly Mark[]): readonly Mark[] {
  const counts = new Map<string, number>();
  const keyOf = ({ at, text }: Mark) => `${at.slice(0, 'YYYY-MM-DDTHH:MM'.length)} ${text}`;
  for (const mark of marks) counts.set(keyOf(mark), (counts.get(keyOf(mark)) ?? 0) + 1);
  const first = marks
    .toSorted(byTime)
    .filter((mark, index, all) => all.findIndex((one) => keyOf(one) === keyOf(mark)) === index);
  return first.map((mark) => {
    const times = counts.get(keyOf(mark)) ?? 1;
    return times === 1 ? mark : { ...mark, text: `${mark.text}（${String(times)}件）` };
  });
}

const mailWords: Partial<Record<MailKind, string>> = {
  invitation: '案内メールを送信',
  poll: '日程調整のメールを送信',
  reminder: '催促メールを送信',
  change: '変更の知らせを送信',
  cancel: '中止の知らせを送信',
  'day-before': '前日の知らせを送信',
  'record-request': '会議録の依頼を送信',
  record: '会議録の知らせを送信',
  'record-changed': '会議録の変更を知らせた',
};

function happened(office: Office, view: MeetingView): readonly Mark[] {
  const { meeting, messages } = view;
  return [
    ...(meeting.requestedAt === undefined
      ? []
      : [{ at: meeting.requestedAt, text: `開催依頼（${meeting.requestedBy ?? ''}）` }]),
    ...('appointment' in meeting && meeting.appointment !== undefined ? [convening(meeting, meeting.appointment)] : []),
    ...messages.flatMap(({ mailKind, sentAt }) => {
      const text = mailWords[mailKind];
      return sentAt === undefined || text === undefined ? [] : [{ at: sentAt, text }];
    }),
    ...meeting.invitations.flatMap((one) =>
      one.replies.map(({ at, answer, source }) => ({
        at,
        text: `${nameOfAgency(office, one.agency)}「${answer}」（${source}）`,
      })),
    ),
    ...polls(office, meeting),
    ...(meeting.changes ?? []).map((one) => ({ at: one.at, text: `変更: ${changeWords(office, one)}（${one.by}）` })),
    ...ended(meeting),
  ];
}

function polls(office: Office, { poll, invitations }: Meeting): readonly Mark[] {
  const said = invitations.flatMap(({ agency, availabilities = [] }) =>
    availabilities.map(({ at, source }) => ({
      at,
      text: `${nameOfAgency(office, agency)}が日程の都合を回答（${source}）`,
    })),
  );
  if (poll === undefined) return said;
  const text = `候補${String(poll.slots.length)}件の都合を${poll.round === 1 ? '聞いた' : '聞き直した'}（${poll.convener}）`;
  return [{ at: poll.askedAt, text }, ...slotChanges(poll), ...said];
}

function slotChanges({ slotChanges: changes = [] }: Poll): readonly Mark[] {
  return changes.map(({ at, by, added, withdrawn }) => {
    const words = [
      ...withdrawn.map((slot) => `${instantInJapanese(slot)}を取りやめ`),
      ...added.map((slot) => `${instantInJapanese(slot)}を追加`),
    ];
    return { at, text: `日程の候補の変更: ${words.join('、')}（${by}）` };
  });
}

function convening(meeting: Meeting, { convenedAt, convener }: Appointment): Mark {
  return { at: convenedAt, text: `${fixedWords(meeting, convenedAt)}招集（${convener}）` };
}

function ended(meeting: Meeting): readonly Mark[] {
  if (meeting.state === 'cancelled') return [{ at: meeting.cancelled.at, text: '中止' }];
  if (meeting.state === 'declined') return [{ at: meeting.declined.at, text: '見送り' }];
  if (meeting.state === 'elsewhere') return takenElsewhere(meeting.elsewhere);
  if (!isHeld(meeting)) return [];
  const final = meeting.records.flatMap(({ finalAt, edition }) =>
    finalAt === undefined ? [] : [{ at: finalAt, text: `会議録を確定（第${String(edition)}版）` }],
  );
  return [{ at: meeting.appointment.startsAt, text: isWritten(meeting) ? '意見の期限（書面開催）' : '会議' }, ...final];
}

function takenElsewhere({ at, body, outcome }: Extract<Meeting, { state: 'elsewhere' }>['elsewhere']): readonly Mark[] {
  const taken = { at, text: `「${body}」に諮ることにした` };
  return outcome === undefined ? [taken] : [taken, { at: outcome.at, text: `「${body}」の結果を記録` }];
}

const stepWords = {
  remind: '未回答の機関へ催促',
  phone: '未回答の機関への電話を担当に依頼',
  'day-before': '出席する機関へ前日の知らせ',
  hold: '会議',
  invite: '案内を送信',
  'ask-host': '担当に判断を求める',
  'host-overdue': '上司に知らせる',
} as const;

function coming({ now }: Office, { meeting, settings }: MeetingView): readonly Mark[] {
  if (isHeld(meeting)) return recordAhead(meeting, recordDue(meeting, settings), now);
  const agenda = (conveningAgenda(meeting, settings) ?? [])
    .filter(({ key, at }) => !(key in meeting.done) && at > now)
    .map(({ at, step }) => ({
      at,
      text: step === 'hold' && isWritten(meeting) ? '意見の期限（書面開催）' : stepWords[step],
    }));
  if (meeting.state === 'polling') return gathered([...agenda, ...pollDue(meeting, now)]);
  if (!isConvened(meeting)) return gathered(agenda);
  const { replyBy } = meeting.appointment;
  const due =
    replyBy > now && meeting.state === 'inviting' && !isWritten(meeting) ? [{ at: replyBy, text: '回答期限' }] : [];
  return gathered([...agenda, ...due]);
}

function isWritten(meeting: Meeting): boolean {
  return 'appointment' in meeting && meeting.appointment?.written !== undefined;
}

function pollDue({ poll }: PollingMeeting, now: Instant): readonly Mark[] {
  return poll.replyBy > now ? [{ at: poll.replyBy, text: '日程調整の回答期限' }] : [];
}

function recordAhead(meeting: Meeting, due: Instant, now: Instant): readonly Mark[] {
  return meeting.state === 'recording' && due > now ? [{ at: due, text: '会議録の期限' }] : [];
}
