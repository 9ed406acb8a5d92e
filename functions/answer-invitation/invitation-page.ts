import { numberOf } from '../../core/meeting/together.ts';
import { html } from 'hono/html';
import { frameworks } from '../../core/framework/frameworks.ts';
import { comesAt, timesFor } from '../../core/invitation/cases.ts';
import { preparationFor } from '../../core/invitation/preparation.ts';
import { classesOf, currentReply } from '../../core/invitation/rules.ts';
import { isInWriting } from '../../core/meeting/in-writing.ts';
import type { Appointment } from '../../core/meeting/model.ts';
import { timeWords } from '../../core/message/wording/invitation.ts';
import { instantInJapanese } from '../../core/time.ts';
import type { Html, Page } from '../page/layout.ts';
import { facts, moment, notice } from '../page/parts.ts';
import { answerForms, askedAnew } from './answer-form.ts';
import { calendarLink } from './calendar-file.ts';
import { cancelledNotice } from './cancelled.ts';
import { contact } from './contact.ts';
import { leaveForm } from './leave-form.ts';
import { placeHere, wayIn } from './place-here.ts';
import { pollState } from './poll-form.ts';
import type { Shown } from './shown.ts';
import type { Visit } from './visit.ts';

/** The page of the personal link: logistics and the answer. Nothing about the household, and no name of the law. */
export function invitationPage(visit: Visit, shown: Shown): Page {
  const name = frameworks[visit.meeting.framework].mailName;
  return {
    title: `${name}のご案内`,
    narrow: true,
    foot: contact(visit),
    main: html`<h1>${name}のご案内</h1>
      <p class="lead">${visit.agency.name}${visit.agency.contact === undefined ? '' : ` ${visit.agency.contact}`} 様</p>
      <div class="block">
        ${shown.done === undefined || visit.meeting.state === 'polling' ? '' : thanks(visit)}${state(visit, shown)}
      </div>`,
  };
}

function thanks(visit: Visit): Html {
  const reply = currentReply(visit.invitation);
  if (reply === undefined) return html``;
  return reply.unconfirmed
    ? notice(
        'warn',
        '回答を受け取りました（確認中）',
        '自動の操作と見分けがつかないため、担当から確認のご連絡をすることがあります。',
      )
    : notice(
        'good',
        `回答を受け付けました：「${reply.answer}」`,
        html`${untilWhen(visit)}、この画面の<a href="#answer">「回答を変更する」</a>から何度でも変更できます。`,
      );
}

/** Until when an answer may still be changed. */
function untilWhen({ meeting }: Visit): string {
  return 'appointment' in meeting && meeting.appointment?.written !== undefined ? '期限まで' : '会議が始まるまで';
}

function state(visit: Visit, shown: Shown): Html {
  const { meeting, now } = visit;
  if (meeting.state === 'cancelled') return cancelledNotice(visit);
  if (meeting.state === 'polling') return pollState(visit, meeting, shown);
  if (!('appointment' in meeting)) return notice('info', '日程はまだ決まっていません', '決まりしだいお知らせします。');
  const started = meeting.appointment.startsAt <= now;
  return started
    ? html`${papers(visit, '会議録・役割を見る、進み具合を報告する')} ${logistics(visit, meeting.appointment)}
      ${closed(visit)} ${more(visit, meeting.appointment)} ${leaveForm(shown)}`
    : html`${isInWriting(meeting) ? '' : askedAnew(visit)}${logistics(visit, meeting.appointment)}
      ${answerForms(visit, meeting.appointment, shown)} ${papers(visit, 'なぜ呼ばれたのか（招集の目的）を見る')}
      ${more(visit, meeting.appointment)} ${leaveForm(shown)}`;
}

/** What, when, where, as whom and until when: short enough that the buttons stand on the same screen of a telephone. */
function logistics(visit: Visit, appointment: Appointment): Html {
  const written = isInWriting({ appointment });
  return html`<section class="card glance" aria-labelledby="when">
    <h2 id="when" class="hidden">${written ? '開き方と期限' : '日時と場所'}</h2>
    ${facts([
      ...(written ? inWriting(appointment, visit) : whenAndWhere(visit, appointment)),
      ['お願いする立場', classesOf(visit.invitation).join('、')],
      ['回答期限', written || appointment.startsAt <= visit.now ? undefined : moment(appointment.replyBy, visit.now)],
    ])}
    ${calendarLink(visit)}${otherParts(visit)}
  </section>`;
}

/** The other meetings of the sitting: an answer on any of their pages counts for all, and what is written stays with its own. */
function otherParts({ alongside, now }: Visit): Html {
  if (alongside.length === 0) return html``;
  return html`<p>
      同じ席で、次の会議も続けて開きます。出欠は、どのページから答えても、すべてに届きます。書いた文や代わりの方の名前は、書いたページの会議だけに届きます。
    </p>
    <ul>
      ${alongside.map(({ meetingId, startsAt, token }) => html`<li><a class="reach" href="/a/${token}">${meetingId}（${moment(startsAt, now)}から）</a></li>`)}
    </ul>`;
}

type Pairs = Parameters<typeof facts>[0];

function inWriting({ startsAt }: Appointment, { now }: Visit): Pairs {
  return [
    ['開き方', '書面（お集まりいただく必要はありません）'],
    ['ご意見の期限', html`<strong>${moment(startsAt, now)}</strong>`],
  ];
}

function whenAndWhere({ meeting, invitation, now }: Visit, appointment: Appointment): Pairs {
  const met = { cases: meeting.cases, appointment };
  const times = timesFor(met, invitation);
  return [
    ['日時', html`<strong>${moment(comesAt(met, invitation), now)}</strong>`],
    ['お時間', times.length === 0 ? undefined : times.map(timeWords).join('、')],
    ['場所', placeHere(appointment)],
    ['ご準備', preparationFor(appointment, invitation)],
    ['参加のしかた', wayIn(appointment)],
  ];
}

function more({ meeting }: Visit, { outlook }: Appointment): Html {
  return html`<section class="card block" aria-labelledby="about">
    <h2 id="about">この会議について</h2>
    ${facts([
      ['見通し', outlook],
      ['会議番号', numberOf(meeting)],
    ])}
    <p class="small soft">招集担当は主担当を意味しません。主担当は会議で話し合って決めます。</p>
  </section>`;
}

function papers({ token }: Visit, words: string): Html {
  return html`<section class="card block">
    <h2 class="hidden">資料</h2>
    <p><a class="reach" href="/a/${token}/papers">${words}</a></p>
    <p class="small soft">登録されたメールアドレスに届く確認コード（6桁）が必要です。</p>
  </section>`;
}

function closed({ invitation }: Visit): Html {
  const reply = currentReply(invitation);
  const said =
    reply === undefined
      ? '回答は記録されていません。'
      : `いただいた回答: ${reply.answer}（${instantInJapanese(reply.at)}）`;
  return html`<div class="block">${notice('info', '出欠の受付は終わりました', said)}</div>`;
}
