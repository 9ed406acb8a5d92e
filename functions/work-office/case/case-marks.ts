import type { Case } from '../../../core/case/model.ts';
import type { Consultation } from '../../../core/consultation/model.ts';
import { isConvened } from '../../../core/meeting/convening.ts';
import type { Meeting } from '../../../core/meeting/model.ts';
import { isHeld } from '../../../core/meeting/recording.ts';
import type { Plan } from '../../../core/plan/model.ts';
import { type Day, dayInJapanese, dayOf, type Instant, timeOf } from '../../../core/time.ts';
import { changeWords } from '../meeting/meeting-change-words.ts';
import { type Office, nameOfAgency } from '../office.ts';
import { pathOf } from '../paths.ts';

/** One thing that happened: when, what, by whom where that is known, and the page that tells more. */
export type Mark = {
  readonly at: Instant | Day;
  readonly what: string;
  readonly by?: string | undefined;
  readonly href?: string;
};
export type Story = {
  readonly one: Case;
  readonly consultation?: Consultation | undefined;
  readonly meetings: readonly Meeting[];
  readonly plan?: Plan | undefined;
};

/** Everything that is known to have happened to a case, in no order. Facts only: what was said stands on the pages they lead to. */
export function marksOf(office: Office, { one, consultation, meetings, plan }: Story): readonly Mark[] {
  return [
    ...received(office, one, consultation),
    ...consents(one),
    ...changes(one),
    ...elsewhere(one),
    ...one.triggers.flatMap(({ name, firedAt }) => firedAt.map((at) => ({ at, what: `発動条件「${name}」` }))),
    ...meetings.flatMap((meeting) => ofMeeting(office, meeting)),
    ...(plan === undefined ? [] : ofPlan(office, plan)),
  ];
}

function received(office: Office, one: Case, consultation: Consultation | undefined): readonly Mark[] {
  const opened = { at: one.openedOn, what: 'ケースとして受付' };
  if (consultation === undefined) return [opened];
  const { id, on, staff } = consultation;
  return [opened, { at: on, what: `相談受付 ${id}`, by: staff, href: pathOf(office, 'consultations', id) }];
}

type Given = {
  readonly member: string;
  readonly on: Day;
  readonly by: string;
  readonly withdrawnAt?: Instant | undefined;
  readonly endedAt?: Instant | undefined;
};

function consents({ members, formerMembers = [], consents: given, taxConsents = [] }: Case): readonly Mark[] {
  const nameOf = (id: string) => [...members, ...formerMembers].find((member) => member.id === id)?.name ?? id;
  const of = (kind: string) => (one: Given) => {
    const who = nameOf(one.member);
    return [
      { at: one.on, what: `${who}の${kind}`, by: one.by },
      ...(one.withdrawnAt === undefined ? [] : [{ at: one.withdrawnAt, what: `${who}の${kind}を撤回` }]),
      ...(one.endedAt === undefined ? [] : [{ at: one.endedAt, what: `${who}の${kind}が終了（世帯から外れた）` }]),
    ];
  };
  return [...given.flatMap(of('本人同意')), ...taxConsents.flatMap(of('税務情報の同意'))];
}

const turnedWords = {
  worker: '担当者',
  supervisor: '査察指導員',
  lead: '主担当',
  member: '世帯員を外した',
  state: '状態',
} as const;

/** Who changed what: hand-overs, leads, members who left; and the end. */
function changes({ history = [], closed }: Case): readonly Mark[] {
  return [
    ...history.map(({ at, by, of, was = 'なし', is = 'なし', reason }) => ({
      at,
      by,
      what: `${turnedWords[of]} ${of === 'member' ? was : `${was} → ${is}`}${reason === undefined ? '' : `（${reason}）`}`,
    })),
    ...(closed === undefined ? [] : [{ at: closed.on, what: '支援の終わり' }]),
  ];
}

/** The town people live in, and another body that should plan for them. */
function elsewhere({ homeTown, offer }: Case): readonly Mark[] {
  const answer = offer?.answer;
  return [
    ...(homeTown === undefined
      ? []
      : [{ at: homeTown.on, by: homeTown.by, what: `住所地に伝えてよいか: ${homeTown.agreed ? 'はい' : 'いいえ'}` }]),
    ...(offer === undefined ? [] : [{ at: offer.at, by: offer.by, what: '引継ぎの申し出' }]),
    ...(answer === undefined
      ? []
      : [{ at: answer.at, by: answer.by, what: `引継ぎの返事: ${answer.accepted ? '受ける' : '受けない'}` }]),
  ];
}

function ofMeeting(office: Office, meeting: Meeting): readonly Mark[] {
  const { id, requestedAt, requestedBy, judgements = [], changes: changed = [] } = meeting;
  const href = pathOf(office, 'meetings', id);
  return [
    ...(requestedAt === undefined ? [] : [{ at: requestedAt, what: `会議 ${id} の開催依頼`, by: requestedBy, href }]),
    ...judgements.map(({ at, by, goesOn }) => ({
      ...{ at, by, href },
      what: `会議 ${id} を${goesOn ? '続ける' : '止める'}判断`,
    })),
    ...polled(meeting).map((mark) => ({ ...mark, href })),
    ...called(meeting).map((mark) => ({ ...mark, href })),
    ...changed.map((one) => ({ at: one.at, by: one.by, href, what: `会議 ${id} の変更: ${changeWords(office, one)}` })),
    ...minutes(meeting).map((mark) => ({ ...mark, href })),
  ];
}

function called(meeting: Meeting): readonly Mark[] {
  const { id } = meeting;
  if (meeting.state === 'declined') return [{ ...meeting.declined, what: `会議 ${id} の見送り` }];
  if (meeting.state === 'elsewhere')
    return [
      { at: meeting.elsewhere.at, by: meeting.elsewhere.by, what: `「${meeting.elsewhere.body}」に諮る（${id}）` },
    ];
  const stopped =
    meeting.state === 'cancelled'
      ? [{ at: meeting.cancelled.at, by: meeting.cancelled.by, what: `会議 ${id} の中止` }]
      : [];
  if (!('appointment' in meeting) || meeting.appointment === undefined) return stopped;
  const { convenedAt, convener } = meeting.appointment;
  return [...stopped, { at: convenedAt, by: convener, what: `会議 ${id} を${fixedWords(meeting, convenedAt)}招集` }];
}

/** A date that was sought: since when, or by how many rounds. */
function polled({ id, poll }: Meeting): readonly Mark[] {
  if (poll === undefined) return [];
  const count = `候補${String(poll.slots.length)}件`;
  const what =
    poll.round === 1
      ? `会議 ${id} の日程調整を始めた（${count}）`
      : `会議 ${id} の日程を聞き直した（${count}、${String(poll.round)}回目）`;
  return [{ at: poll.askedAt, by: poll.convener, what }];
}

/** 「6月16日(火) 10:00に決めて」, where the date came of a poll. */
export function fixedWords({ poll }: Meeting, convenedAt: Instant): string {
  if (poll?.fixed?.at !== convenedAt) return '';
  const { slot } = poll.fixed;
  return `${dayInJapanese(dayOf(slot))} ${timeOf(slot)}に決めて`;
}

function minutes(meeting: Meeting): readonly Mark[] {
  if (isConvened(meeting) || !isHeld(meeting)) return [];
  const final = meeting.records.flatMap(({ finalAt, edition, by }) =>
    finalAt === undefined ? [] : [{ at: finalAt, by, what: `会議 ${meeting.id} の会議録（第${String(edition)}版）` }],
  );
  return [{ at: meeting.appointment.startsAt, what: `会議 ${meeting.id}` }, ...final];
}

function ofPlan(office: Office, plan: Plan): readonly Mark[] {
  const { confirmed, decided, stopped, reports, evaluations, judgements = [] } = plan;
  const edition = `支援計画（第${String(plan.edition)}版）`;
  const marks: readonly Mark[] = [
    { at: plan.period.from, what: `${edition}の期間の初日` },
    ...(confirmed === undefined ? [] : [{ at: confirmed.at, by: confirmed.by, what: `${edition}の本人確認` }]),
    ...(decided === undefined ? [] : [{ at: decided.on, by: decided.by, what: `${edition}の支援決定` }]),
    ...(stopped === undefined ? [] : [{ at: stopped.at, by: stopped.by, what: `${edition}の中止` }]),
    ...judgements.map(({ at, by, goesOn }) => ({ at, by, what: `支援計画を${goesOn ? '続ける' : '止める'}判断` })),
    ...reports.map(({ at, agency, status }) => ({
      at,
      what: `経過報告「${status}」`,
      by: nameOfAgency(office, agency),
    })),
    ...evaluations.map(({ at, by, period, outcome }) => ({ at, by, what: `第${String(period)}回の評価: ${outcome}` })),
  ];
  return marks.map((mark) => ({ ...mark, href: pathOf(office, 'plans', plan.id) }));
}
