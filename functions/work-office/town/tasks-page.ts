import { html } from 'hono/html';
import type { Task } from '../../../core/task/model.ts';
import type { Html, Page } from '../../page/layout.ts';
import { onPage, pager } from '../../page/pager.ts';
import { block, moment } from '../../page/parts.ts';
import { table } from '../../page/table.ts';
import { listPage } from './list-pages.ts';
import type { Office } from '../office.ts';
import { pathOf } from '../paths.ts';
import { aboutOf, placed, pressingFirst, subjectOf, todoList } from './todo.ts';
import { orderOf } from '../words.ts';
import type { Whose } from './whose.ts';

const whoseWords = { mine: '自分の担当', town: '町全体', done: '済んだもの' } as const;

export function whoseIn(query: Readonly<Record<string, string>>): Whose {
  const of = query['of'];
  return of === 'mine' || of === 'done' ? of : 'town';
}

/** 用事: what is overdue first, then by due day; and what was done lately, with its note. */
export function tasksPage(office: Office, tasks: readonly Task[]): Page {
  const whose = office.whose ?? 'town';
  const open = tasks.filter(({ done }) => done === undefined);
  const mine = open.filter((task) => task.for === office.actor.id);
  const done = tasks.filter((task) => task.done !== undefined);
  const counts = { town: open.length, mine: mine.length, done: done.length };
  const shown = { town: open, mine, done }[whose];
  const list =
    whose === 'done' ? doneTable(office, done) : todoList(office, onPage(pressingFirst(office, shown), pageOf(office)));
  const hrefOf = (page: number) => `${hrefTo(office, whose)}${whose === 'town' ? '?' : '&'}page=${String(page)}`;
  return listPage(
    office,
    '用事',
    html`${choices(office, whose, counts)}
    ${block(whoseWords[whose], html`${list} ${pager({ label: '用事の続き', page: pageOf(office), all: shown.length, hrefOf })}`)}`,
  );
}

const pageOf = ({ sought }: Office) => sought?.page ?? 1;

function hrefTo(office: Office, whose: Whose): string {
  return whose === 'town' ? pathOf(office, 'tasks') : `${pathOf(office, 'tasks')}?of=${whose}`;
}

function choices(office: Office, whose: Whose, counts: Readonly<Record<Whose, number>>): Html {
  const choice = (one: Whose) => {
    const here = one === whose ? html` aria-current="true"` : '';
    return html`<li><a href="${hrefTo(office, one)}" ${here}>${whoseWords[one]}（${counts[one]}件）</a></li>`;
  };
  return html`<nav class="choices" aria-label="どの用事を見るか">
    <ul>
      ${(['town', 'mine', 'done'] as const).map(choice)}
    </ul>
  </nav>`;
}

const byDone = (one: Task, other: Task) => ((one.done?.at ?? '') < (other.done?.at ?? '') ? 1 : -1);

function doneTable(office: Office, tasks: readonly Task[]): Html {
  if (tasks.length === 0) return html`<p class="card">済んだ用事はまだありません。</p>`;
  const rows = onPage(tasks.toSorted(byDone), pageOf(office)).map((task) => [
    html`<a href="${placed(office, task)}">${orderOf(task)}：${aboutOf(office, task)}</a>`,
    subjectOf(task),
    task.done === undefined ? '' : moment(task.done.at, office.now),
    task.done?.by,
    task.done?.note,
  ]);
  return table({ caption: '新しいものから', head: ['用事', '対象', '済んだ日時', 'した人', 'メモ'], rows });
}
