import { html } from 'hono/html';
import type { Meeting } from '../../../core/meeting/model.ts';
import type { Html, Page } from '../../page/layout.ts';
import { onPage, pager } from '../../page/pager.ts';
import { block } from '../../page/parts.ts';
import type { Office } from '../office.ts';
import { pathOf } from '../paths.ts';
import { sittingLink } from '../sitting/sitting-link.ts';
import { listPage } from '../town/list-pages.ts';
import { meetingTable, sortedMeetings } from './meeting-list.ts';
import { openedWithoutConsent } from './without-consent.ts';

/** Of what is over, as many as stand below what is under way. */
const LATELY = 10;

/** 会議: what is under way page by page, and the latest that are over; all of those with `?of=over`. */
export function meetingsPage(office: Office, meetings: readonly Meeting[]): Page {
  const { open, over } = sortedMeetings(meetings);
  if (office.narrow === 'over')
    return listPage(
      office,
      '終わった会議',
      html`<p><a href="${pathOf(office, 'meetings')}">進行中の会議へ</a></p>
        <div class="block">${paged(office, over, '完了・中止した会議')}</div>`,
    );
  return listPage(
    office,
    '会議',
    html`${office.edits ? html`<p><a class="button" href="${pathOf(office, 'meetings', 'new')}">いくつかのケースの会議を依頼する</a></p>` : ''}
      ${sittingLink(office, [])}
      <p><a href="${pathOf(office, 'records')}">会議録を待っている会議</a></p>
      <p><a href="${pathOf(office, 'messages')}">送ったメールの一覧（届かなかったものを探す）</a></p>
      ${block(open.length === 0 ? '進行中' : `進行中：${String(open.length)}件`, open.length === 0 ? html`<p class="card">進行中の会議はありません。一つのケースの会議は、ケースの画面から依頼します。</p>` : paged(office, open, '進行中の会議'))}
      ${openedWithoutConsent(office, meetings)} ${over.length === 0 ? '' : block('終わった会議', latest(office, over))}`,
  );
}

const pageOf = ({ sought }: Office) => sought?.page ?? 1;

function paged(office: Office, meetings: readonly Meeting[], caption: string): Html {
  const of = office.narrow === 'over' ? 'of=over&' : '';
  const hrefOf = (page: number) => `${pathOf(office, 'meetings')}?${of}page=${String(page)}`;
  return html`${meetingTable(office, onPage(meetings, pageOf(office)), caption)}
  ${pager({ label: '会議の続き', page: pageOf(office), all: meetings.length, hrefOf })}`;
}

function latest(office: Office, over: readonly Meeting[]): Html {
  const rest = over.length - LATELY;
  const more = html`<p>
    <a href="${pathOf(office, 'meetings')}?of=over">終わった会議をすべて見る（ほか${rest}件）</a>
  </p>`;
  return html`${meetingTable(office, over.slice(0, LATELY), '完了・中止した会議')} ${rest > 0 ? more : ''}`;
}
