import { html } from 'hono/html';
import { latenessWords, type Meeting } from '../../../core/meeting/model.ts';
import type { Plan } from '../../../core/plan/model.ts';
import { type Day, jst } from '../../../core/time.ts';
import type { Page } from '../../page/layout.ts';
import { badge, dayWords } from '../../page/parts.ts';
import { table } from '../../page/table.ts';
import { type Office, pathOf } from '../office.ts';
import { dueWords } from '../words.ts';
import { listPage } from './list-pages.ts';
import { meetingTable, sortedMeetings } from '../meeting/meeting-list.ts';

/** Meetings that were held and whose minutes, roles or decision are still to be written. */
export function toRecord(meetings: readonly Meeting[]): readonly Meeting[] {
  return sortedMeetings(meetings).open.filter(({ state }) => state === 'recording' || state === 'deciding');
}

/** 会議録を待っている会議 */
export function recordsPage(office: Office, meetings: readonly Meeting[]): Page {
  const main =
    meetings.length === 0
      ? html`<p class="card">会議録を待っている会議はありません。</p>`
      : html`<p>番号を選ぶと、会議録と役割を書けます。</p>
          ${meetingTable(office, meetings, '会議録か支援決定を待っている会議')}`;
  return listPage(office, '会議録を待っている会議', main);
}

const numbers = new Intl.Collator('ja', { numeric: true });
const earlier = (one: Day, other: Day) => (one < other ? -1 : Number(one > other));

/** Plans that are watched, the nearest review first. */
export function toReview(plans: readonly Plan[]): readonly Plan[] {
  return plans
    .filter(({ state }) => state === 'active')
    .toSorted((a, b) => earlier(a.monitoring.review, b.monitoring.review) || numbers.compare(a.id, b.id));
}

/** モニタリング */
export function reviewsPage(office: Office, plans: readonly Plan[]): Page {
  if (plans.length === 0)
    return listPage(office, 'モニタリング', html`<p class="card">見守っている支援計画はありません。</p>`);
  const rows = plans.map(({ id, monitoring: { review, lateness } }) => {
    const due = dueWords(jst(review, '23:59'), office.now);
    const late = lateness === undefined ? '' : badge(latenessWords[lateness], 'bad');
    return [
      html`<a href="${pathOf(office, 'plans', id)}">${id}</a>`,
      html`<span>${dayWords(review)} ${badge(due.text, due.tone)}${late}</span>`,
    ];
  });
  const caption = '次回モニタリング日の近い順';
  return listPage(
    office,
    'モニタリング',
    html`<p>番号を選ぶと、報告と評価を書けます。</p>
      ${table({ caption, head: ['ケース', '次回モニタリング'], rows })}`,
  );
}
