import { html } from 'hono/html';
import type { Meeting } from '../../../core/meeting/model.ts';
import type { Html, Page } from '../../page/layout.ts';
import { block, moment } from '../../page/parts.ts';
import { savedIf } from '../../page/saved.ts';
import { caseList } from '../case/case-list.ts';
import { meetingTable, sortedMeetings } from '../meeting/meeting-list.ts';
import { frameOf, type Office } from '../office.ts';
import { pathOf } from '../paths.ts';
import { missingNumbers } from '../settings/missing-numbers.ts';
import { rhythmNotices } from './rhythm-notices.ts';
import { pressingFirst, todoList } from './todo.ts';
import type { TownView } from './town-view.ts';

const FIRST = 10;

/** A clerk's desk: what needs doing first, then the meetings, then the cases. */
export function townPage(office: Office, view: TownView): Page {
  const { open, over } = sortedMeetings(view.meetings);
  return {
    ...frameOf(office),
    title: `${office.town.name}の仕事`,
    main: html`<div class="title"><h1>${office.town.name} 今日の仕事</h1></div>
      <p class="lead">${moment(office.now)} 現在</p>
      ${done(office)} ${missingNumbers(office, view.settings)} ${rhythmNotices(office, view)}
      ${block('先にすること', firstTasks(office, view))}
      ${block('会議', open.length === 0 ? html`<p class="card">進行中の会議はありません。</p>` : firstMeetings(office, open, '進行中の会議'))}
      ${block(
        'ケース',
        html`${caseList(office, view)}
          <p>
            ${office.edits ? html`<a class="button" href="${pathOf(office, 'cases', 'new')}">相談を受け付ける</a>` : ''}
            ${office.actor.serves === office.town.id ? html`<a href="${pathOf(office, 'workbook')}">Excelで出し入れする</a>` : ''}
          </p>`,
      )}
      ${over.length === 0 ? '' : block('終わった会議', firstMeetings(office, over, '完了・中止した会議'))}`,
  };
}

/** The most pressing; the rest stands on the page of all tasks. */
function firstTasks(office: Office, { tasks }: TownView): Html {
  const rest = tasks.length - FIRST;
  const more = rest > 0 ? `用事をすべて見る（ほか${String(rest)}件）` : '用事の一覧';
  return html`${todoList(office, pressingFirst(office, tasks).slice(0, FIRST))}
    <p><a href="${pathOf(office, 'tasks')}">${more}</a></p>`;
}

/** The same of meetings. */
function firstMeetings(office: Office, meetings: readonly Meeting[], caption: string): Html {
  const rest = meetings.length - FIRST;
  return html`${meetingTable(office, meetings.slice(0, FIRST), caption)}
  ${rest > 0 ? html`<p><a href="${pathOf(office, 'meetings')}">${caption}をすべて見る（ほか${String(rest)}件）</a></p>` : ''}`;
}

function done({ done: what }: Office): Html {
  return savedIf(what === 'case' ? '相談を受け付けました' : undefined);
}
