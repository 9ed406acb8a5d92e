import { html } from 'hono/html';
import type { Staff, Town } from '../../../core/access/model.ts';
import { mayConvene } from '../../../core/access/rules.ts';
import { frameworks } from '../../../core/framework/frameworks.ts';
import type { Meeting } from '../../../core/meeting/model.ts';
import { dayOf, type Instant } from '../../../core/time.ts';
import type { Html } from '../../page/layout.ts';
import { onPage, pager } from '../../page/pager.ts';
import { badge, block, moment } from '../../page/parts.ts';
import { table } from '../../page/table.ts';
import { pathOf } from '../paths.ts';

export type OfTown = { readonly town: Town; readonly requested: readonly Meeting[] };

type Shown = { readonly now: Instant; readonly page: number };

/** 開催依頼 of all towns this person decides for, the one that waits longest first. No case is named: that stands behind the link. */
export function requestsSection(actor: Staff, all: readonly OfTown[], { now, page }: Shown): Html {
  const waiting = all
    .filter(({ town }) => mayConvene(actor, town))
    .flatMap(({ town, requested }) => requested.map((meeting) => ({ town, meeting })))
    .toSorted(
      (one, other) =>
        Number(other.meeting.emergency) - Number(one.meeting.emergency) || waits(one.meeting, other.meeting),
    );
  const rows = onPage(waiting, page).map(({ town, meeting }) => [
    html`<a href="${pathOf({ town }, 'meetings', meeting.id)}">${meeting.id} を決める</a>`,
    town.name,
    frameworks[meeting.framework].name,
    meeting.emergency ? badge('緊急', 'hot') : '',
    meeting.requestedAt === undefined ? '' : html`${moment(meeting.requestedAt, now)}`,
    meeting.requestedAt === undefined ? '' : `${String(daysWaited(meeting.requestedAt, now))}日`,
  ]);
  const none = html`<p class="card">決めるのを待っている開催依頼はありません。</p>`;
  const head = ['開催依頼', '町村', '会議の枠組み', '緊急', '依頼の日時', '待っている日数'];
  return html`<div id="requests">
    ${block(`開催依頼：${String(waiting.length)}件`, rows.length === 0 ? none : table({ caption: '緊急のもの、次に長く待っているものから', head, rows, numbers: [5] }))}
    ${pager({ label: '開催依頼の続き', page, all: waiting.length, hrefOf: (to) => `/office?page=${String(to)}#requests` })}
  </div>`;
}

const waits = (one: Meeting, other: Meeting) => (since(one) < since(other) ? -1 : Number(since(one) > since(other)));
const since = ({ requestedAt }: Meeting): string => requestedAt ?? '';
const DAY = 86_400_000;
const daysWaited = (from: Instant, now: Instant) => (Date.parse(dayOf(now)) - Date.parse(dayOf(from))) / DAY;
