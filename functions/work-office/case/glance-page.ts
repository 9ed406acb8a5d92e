import { html } from 'hono/html';
import { mayEditTown } from '../../../core/access/rules.ts';
import { type NextDate, nextWords } from '../../../core/case/standing.ts';
import { currentReply, owes } from '../../../core/invitation/rules.ts';
import { latenessWords, type Meeting } from '../../../core/meeting/model.ts';
import { isHeld } from '../../../core/meeting/recording.ts';
import { type Plan, type Role, roleStates } from '../../../core/plan/model.ts';
import { planStateWord } from '../../../core/plan/rules.ts';
import { jst } from '../../../core/time.ts';
import type { Html, Page } from '../../page/layout.ts';
import { badge, block, dayOrText, dayWords, facts, lines, moment } from '../../page/parts.ts';
import { frameOf, nameOfAgency, type Office } from '../office.ts';
import { pathOf } from '../paths.ts';
import { caseBadge, dueWords, meetingBadges } from '../words.ts';
import { caseTimeline } from './case-timeline.ts';
import type { CaseView } from './case-view.ts';

export type GlanceView = Pick<CaseView, 'one' | 'meetings' | 'plan' | 'consultation'> & {
  readonly next: NextDate | undefined;
  readonly roles: readonly Role[];
};

/** ひと目: a case on the height of one screen, for the sidebar beside its row. What is to be done, a link away. */
export function glancePage(office: Office, view: GlanceView): Page {
  const { one, plan } = view;
  const last = view.meetings.at(-1);
  return {
    ...frameOf(office),
    title: `ケース ${one.id} ひと目`,
    narrow: true,
    main: html`<div class="title">
        <h1>ケース ${one.id}</h1>
        ${caseBadge(one.state)}
      </div>
      ${facts([
        ['次の予定', nextLine(office, view.next)],
        ['世帯', one.members.map(({ name }) => name).join('・')],
        ['主担当', leadOf(view)],
        ['担当者', one.worker],
        ['支援計画', plan === undefined ? 'まだありません' : planLine(office, plan)],
      ])}
      ${block('できること', lines(deeds(office, view, last)))} ${last === undefined ? '' : answers(office, last)}
      ${view.roles.length === 0 ? '' : block('役割', lines(view.roles.map((role) => roleLine(office, role))))}
      ${caseTimeline(office, view)}`,
  };
}

function nextLine({ now }: Office, next: NextDate | undefined): Html {
  if (next === undefined) return badge('予定なし', 'warn');
  const due = dueWords(jst(next.on, '23:59'), now);
  return html`<strong>${dayWords(next.on)} ${nextWords[next.what]}</strong> ${badge(due.text, due.tone)}`;
}

/** Convening names no lead: until a meeting does, it is 未定. */
function leadOf({ one }: GlanceView): string {
  const named = one.leads.findLast(({ who, until }) => who !== undefined && until === undefined);
  return named?.who ?? '未定（整理中）';
}

function planLine(office: Office, plan: Plan): Html {
  const { lateness, review } = plan.monitoring;
  return html`<a href="${pathOf(office, 'plans', plan.id)}">第${plan.edition}版</a>
    ${badge(planStateWord(plan), 'go')}${lateness === undefined ? '' : badge(latenessWords[lateness], 'bad')}
    ${plan.state === 'closed' ? '' : html`<br /><span class="small">次回モニタリング ${dayWords(review)}</span>`}`;
}

/** What is done next with a case, as links to the very forms. */
function deeds(office: Office, { one, meetings, plan }: GlanceView, last: Meeting | undefined): readonly Html[] {
  const link = (href: string, words: string) => html`<a href="${href}">${words}</a>`;
  const current = last === undefined ? [] : [link(pathOf(office, 'meetings', last.id), wordsFor(office, last))];
  const planned = plan !== undefined || meetings.some(isHeld);
  return [
    ...current,
    ...(planned ? [link(pathOf(office, 'plans', one.id), '支援計画・モニタリングの報告と評価')] : []),
    ...(mayEditTown(office.actor, office.town)
      ? [link(`${pathOf(office, 'meetings', 'new')}?cases=${encodeURIComponent(one.id)}`, '新しい会議を依頼する')]
      : []),
    link(pathOf(office, 'cases', one.id), 'ケースの画面（同意・世帯・担当）'),
  ];
}

function wordsFor({ convenes }: Office, { id, state }: Meeting): string {
  if (state === 'requested') return convenes ? `会議 ${id} を招集する` : `会議 ${id} の開催依頼を見る`;
  if (state === 'recording') return `会議 ${id} の会議録を書く`;
  return state === 'inviting' ? `会議 ${id} の回答を入力する` : `会議 ${id} を開く`;
}

/** 出欠 of the latest meeting, whoever owes an answer first. */
function answers(office: Office, meeting: Meeting): Html {
  const when = 'appointment' in meeting ? meeting.appointment?.startsAt : undefined;
  const called = meeting.invitations.filter(({ withdrawn }) => withdrawn === undefined);
  const sorted = called.toSorted((a, b) => Number(owes(b)) - Number(owes(a)));
  return html`<section class="block">
    <h2>会議 ${meeting.id} ${meetingBadges(meeting)}</h2>
    ${when === undefined ? '' : html`<p>${moment(when, office.now)}</p>`}
    ${lines(
      sorted.map((one) => {
        const word = owes(one) ? badge('未回答', 'warn') : html`${currentReply(one)?.answer ?? '未回答'}`;
        return html`${nameOfAgency(office, one.agency)}: ${word}`;
      }),
    )}
  </section>`;
}

function roleLine(office: Office, { what, agency, by, state }: Role): Html {
  return html`${what}（${nameOfAgency(office, agency)}・${dayOrText(by)}まで）
  ${badge(roleStates[state], state === 'confirmed' ? 'good' : 'warn')}`;
}
