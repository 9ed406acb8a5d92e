import { html } from 'hono/html';
import { latenessWords, type Meeting } from '../../../core/meeting/model.ts';
import { jst } from '../../../core/time.ts';
import type { Html, Page } from '../../page/layout.ts';
import { onPage, pager } from '../../page/pager.ts';
import { badge, dayWords } from '../../page/parts.ts';
import { table } from '../../page/table.ts';
import type { Office } from '../office.ts';
import { pathOf } from '../paths.ts';
import { dueWords } from '../words.ts';
import { listPage } from './list-pages.ts';
import type { Review } from './load-reviews.ts';
import { meetingTable, sortedMeetings } from '../meeting/meeting-list.ts';

/** Meetings that were held and whose minutes, roles or decision are still to be written. */
export function toRecord(meetings: readonly Meeting[]): readonly Meeting[] {
  return sortedMeetings(meetings).open.filter(({ state }) => state === 'recording' || state === 'deciding');
}

const numberOf = ({ sought }: Office) => sought?.page ?? 1;

/** Fifty of them, as the page that is asked for shows them. */
export function shownOf<One>(office: Office, all: readonly One[]): readonly One[] {
  return onPage(all, numberOf(office));
}

function turned(office: Office, all: readonly unknown[], label: string): Html {
  const to = pathOf(office, office.place.page);
  const hrefOf = (page: number) => `${to}?page=${String(page)}`;
  return pager({ label, page: numberOf(office), all: all.length, hrefOf });
}

/** 会議録を待っている会議 */
export function recordsPage(office: Office, meetings: readonly Meeting[]): Page {
  const main =
    meetings.length === 0
      ? html`<p class="card">会議録を待っている会議はありません。</p>`
      : html`<p>番号を選ぶと、会議録と役割を書けます。</p>
          ${meetingTable(office, shownOf(office, meetings), `会議録か支援決定を待っている会議 ${String(meetings.length)}件`)}
          ${turned(office, meetings, '会議の続き')}`;
  return listPage(office, '会議録を待っている会議', main);
}

/** モニタリング */
export function reviewsPage(office: Office, reviews: readonly Review[]): Page {
  if (reviews.length === 0)
    return listPage(office, 'モニタリング', html`<p class="card">見守っている支援計画はありません。</p>`);
  return listPage(
    office,
    'モニタリング',
    html`<p>番号を選ぶと、報告と評価を書けます。</p>
      ${table({
        caption: `次回モニタリング日の近い順 ${String(reviews.length)}件`,
        head: ['ケース', '次回モニタリング', '世帯', '担当者', '経過報告'],
        rows: shownOf(office, reviews).map((review) => rowOf(office, review)),
      })}
      ${turned(office, reviews, 'モニタリングの続き')}`,
  );
}

function rowOf(office: Office, { plan, one, asked, reported }: Review) {
  const { review, lateness } = plan.monitoring;
  const due = dueWords(jst(review, '23:59'), office.now);
  const late = lateness === undefined ? '' : badge(latenessWords[lateness], 'bad');
  return [
    html`<a href="${pathOf(office, 'plans', plan.id)}">${plan.id}</a>`,
    html`<span>${dayWords(review)} ${badge(due.text, due.tone)}${late}</span>`,
    one?.members.map(({ name }) => name).join('・'),
    one?.worker ?? badge('担当者なし', 'warn'),
    asked === 0 ? '' : `${String(reported)} / ${String(asked)}機関`,
  ];
}
