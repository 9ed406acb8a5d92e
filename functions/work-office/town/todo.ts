import { html } from 'hono/html';
import type { Task } from '../../../core/task/model.ts';
import { decidedTasks } from '../../../core/task/rules.ts';
import { fieldsOf } from '../../page/fields.ts';
import { postForm } from '../../page/form.ts';
import type { Html } from '../../page/layout.ts';
import { badge, block, moment } from '../../page/parts.ts';
import { nameOfAgency, type Office } from '../office.ts';
import { pathOf } from '../paths.ts';
import { type Paper, paperFor } from '../../../core/message/papers-by-hand.ts';
import { nameOfPaper, titleOfPaper, wantsAnswer } from '../letter/paper.ts';
import { letterPath } from '../routes.ts';
import { dueWords, orderOf } from '../words.ts';

const folders = { meeting: 'meetings', plan: 'plans', case: 'cases' } as const;

export function placed(office: Office, { subject }: Task): string {
  if (isOfTown(subject.kind)) return pathOf(office, ...ofTown[subject.kind].path);
  return pathOf(office, folders[subject.kind], subject.id);
}

/** Tasks about the town as a whole, and the page of each. */
const ofTown = {
  retention: { name: '保存期間', path: ['retention'] },
  push: { name: 'シートへの自動書き込み', path: ['settings', 'push'] },
} as const;

function isOfTown(kind: Task['subject']['kind']): kind is keyof typeof ofTown {
  return Object.hasOwn(ofTown, kind);
}
const LAST = '9999';

const byDue = (one: Task, other: Task) => {
  const [a, b] = [one.dueAt ?? LAST, other.dueAt ?? LAST];
  return a < b ? -1 : Number(a > b);
};
const numbers = new Intl.Collator('ja', { numeric: true });
/** The most pressing first; of those due together, one's own, and `M-9` before `M-10`. */
const pressing =
  ({ actor }: Office) =>
  (one: Task, other: Task) =>
    byDue(one, other) ||
    Number(other.for === actor.id) - Number(one.for === actor.id) ||
    numbers.compare(one.subject.id, other.subject.id);
const rowClass = { bad: 'late', warn: 'today', plain: '', go: '', good: '', hot: '' } as const;

export function pressingFirst(office: Office, tasks: readonly Task[]): readonly Task[] {
  return tasks.toSorted(pressing(office));
}

/** Open tasks, the most pressing first, each with the page that does it. */
export function todoList(office: Office, tasks: readonly Task[]): Html {
  if (tasks.length === 0) return html`<p class="card">いま、することはありません。期限が来たものはここに出ます。</p>`;
  return html`<ul class="todo">
    ${pressingFirst(office, tasks).map((task) => {
      const due = dueWords(task.dueAt, office.now);
      return html`<li class="${rowClass[due.tone]}">
        <p>${badge(due.text, due.tone)}</p>
        <p>
          <strong>${orderOf(task)}</strong>：${aboutOf(office, task)}<br /><span class="small soft"
            >${subjectOf(task)}${task.dueAt === undefined ? '' : html` 期限 ${moment(task.dueAt, office.now)}`} 担当
            ${task.for === office.actor.id ? 'あなた' : task.for}</span
          >
        </p>
        <p>
          <a
            class="button button-line"
            href="${placed(office, task)}"
            aria-label="${`${orderOf(task)}（${aboutOf(office, task)}、${subjectOf(task)}）を開く`}"
            >開く</a
          >
        </p>
      </li>`;
    })}
  </ul>`;
}

export function aboutOf(office: Office, { about }: Task): string {
  return nameOfAgency(office, about);
}

export function subjectOf({ subject }: Task): string {
  if (isOfTown(subject.kind)) return ofTown[subject.kind].name;
  const words = { meeting: '会議', plan: '支援計画', case: 'ケース' };
  return `${words[subject.kind]} ${subject.id}`;
}

/** Agencies whose answer the page takes. */
type Owing = ReadonlySet<string>;
const nobody: Owing = new Set();

/** On the page of a meeting, plan or case: its open tasks, each to be ticked off with a note. */
export function taskForms(office: Office, tasks: readonly Task[], owing: Owing = nobody): Html {
  if (tasks.length === 0) return html``;
  return block(
    'この画面ですること',
    tasks.toSorted(byDue).map((task, index) => taskForm(office, task, { index, owing })),
  );
}

/** The place where the task is really done; doing it there closes the task by itself. */
function wayTo(office: Office, task: Task, owing: Owing): Html {
  const { taskKind, subject, about } = task;
  const paper = paperFor(task);
  if (paper !== undefined) return letterLinks(office, task, { paper, answers: wantsAnswer(paper) && owing.has(about) });
  if (subject.kind !== 'meeting') return html``;
  const part = partsOf[taskKind];
  if (part !== undefined && office.convenes) return html`<p><a href="#${part[0]}">${part[1]}</a></p>`;
  return answerLink(taskKind, about);
}

/** Where on the page of a meeting the host's officer does it. */
const partsOf: Readonly<Partial<Record<Task['taskKind'], readonly [id: string, words: string]>>> = {
  record: ['record', '会議録を書く'],
  'fix-date': ['fix', '候補ごとの都合を見て、日時を決める'],
};

function answerLink(taskKind: Task['taskKind'], about: string): Html {
  const there = `#agency-${about}`;
  if (taskKind === 'reschedule')
    return html`<p><a href="#change">日時を変える</a>、または<a href="${there}">そのままにして、出欠を聞き直す</a></p>`;
  if (taskKind === 'quorum') return html`<p><a href="#quorum">足りないところと、できることを見る</a></p>`;
  const answers = taskKind === 'phone' || taskKind === 'confirm-reply' || taskKind === 'bounce';
  return answers ? html`<p><a href="${there}">聞いた返事を入力する</a></p>` : html``;
}

const NOT_TOLD_YET =
  '送ったら「済み」にしてください。それまでは、まだ知らせていないものとして扱います（日時や場所を変えると、この紙の内容も替わります）。';

type Bringing = { readonly paper: Paper; readonly answers: boolean };

/** The sheet to send or to read out, and where the answer goes if one is waited for. */
function letterLinks(office: Office, { taskKind, subject, about }: Task, { paper, answers }: Bringing): Html {
  if (isOfTown(subject.kind)) return html``;
  const letter = { folder: folders[subject.kind], id: subject.id, agency: about, paper: nameOfPaper(paper) };
  const does = taskKind === 'phone' ? '電話で伝える内容' : '送る紙（印刷用）';
  // An agency that was agreed on for a 発動 but never invited is called, and there is no letter.
  const sheet =
    subject.kind === 'case' && taskKind === 'phone'
      ? ''
      : html`<a href="${letterPath(office, letter)}">${titleOfPaper(paper)}：${does}を開く</a>`;
  return html`<p>${sheet}${answers ? html` <a href="#agency-${about}">返事が来たら入力する</a>` : ''}</p>
    ${subject.kind === 'meeting' && taskKind !== 'phone' ? html`<p class="small soft">${NOT_TOLD_YET}</p>` : ''}`;
}

function taskForm(
  office: Office,
  task: Task,
  { index, owing }: { readonly index: number; readonly owing: Owing },
): Html {
  const due = dueWords(task.dueAt, office.now);
  return html`<article class="card">
    <p>
      ${badge(due.text, due.tone)} <strong>${orderOf(task)}</strong>：${aboutOf(office, task)}
      <span class="small soft">担当 ${task.for === office.actor.id ? 'あなた' : task.for}</span>
    </p>
    ${task.said === undefined ? '' : html`<blockquote class="keep">${task.said}</blockquote>`}
    ${wayTo(office, task, owing)} ${tickOff(office, task, index)}
  </article>`;
}

/** No button for what is to be decided: the decision closes it. */
function tickOff(office: Office, task: Task, index: number): Html {
  const decided = decidedTasks[task.taskKind];
  if (decided !== undefined) return html`<p class="small soft">${decided}</p>`;
  const does = `task-${String(index)}`;
  return html`<details class="plain-details">
    <summary>済んだことにする</summary>
    <div class="inside">
      ${postForm(
        {
          does,
          nonce: office.nonce,
          button: '済みにする',
          tone: 'line',
          typed: office.typed,
          carry: [
            ['kind', task.taskKind],
            ['about', task.about],
            ['task', task.id],
          ],
        },
        fieldsOf(does, office.typed).text({
          name: 'note',
          label: 'メモ',
          optional: true,
          hint: '例: 10時に電話。相談室の方に伝えた。',
        }),
      )}
    </div>
  </details>`;
}
