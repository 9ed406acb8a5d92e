import { html } from 'hono/html';
import type { AuditEntry } from '../../../core/access/audit.ts';
import { dayOf } from '../../../core/time.ts';
import type { Html, Page } from '../../page/layout.ts';
import { block, moment } from '../../page/parts.ts';
import { table } from '../../page/table.ts';
import { type AuditView, LINES, MOST_DAYS, type Traced } from './audit-lines.ts';
import { deedWords, doorWords } from './audit-words.ts';
import { listPage } from '../town/list-pages.ts';
import { nameOfAgency, type Office, pathOf } from '../office.ts';

/** 閲覧・操作の記録: who looked at what and did what, in ids; for the supervisor, and noted itself (BRIEF §2.15). */
export function auditPage(office: Office, view: AuditView): Page {
  return listPage(
    office,
    '閲覧・操作の記録',
    html`<p class="lead">
        だれが、いつ、どのケースを見たか、何をしたかの記録です。番号だけが残り、氏名や相談の内容は載りません。この画面を開いたことも記録されます。
      </p>
      ${searchForm(office, view)} ${block(`見つかった記録 ${String(view.found)}件`, lineTable(office, view))}
      ${block(
        '保存する期間',
        html`<p>
          記録は、ケースの書類と同じ期間（終結した年度の翌年度から、設定した年数。初めは5年度）より先に消えることはありません。不服申立てがあるあいだは、期間が過ぎても消しません。
        </p>`,
      )}`,
  );
}

function searchForm(office: Office, { sought, people }: AuditView): Html {
  const day = (name: 'from' | 'to', label: string) =>
    html`<div class="field">
      <label for="${name}">${label}</label>
      <input type="date" id="${name}" name="${name}" value="${sought[name]}" max="${dayOf(office.now)}" />
    </div>`;
  return html`<form method="get" action="${pathOf(office, 'audit')}" role="search" class="card block" id="audit">
    <div class="side">${day('from', 'この日から')}${day('to', 'この日まで')}</div>
    <p class="hint">一度に見られるのは${MOST_DAYS}日分までです。</p>
    <div class="side">
      <div class="field">
        <label for="about">ケースか会議の番号</label>
        <p class="hint" id="about-hint">お名前は入れないでください（アドレスに残ります）。</p>
        <input
          type="text"
          id="about"
          name="about"
          value="${sought.about}"
          autocomplete="off"
          aria-describedby="about-hint"
        />
      </div>
      <div class="field">
        <label for="who">だれが</label>
        <select id="who" name="who">
          <option value="">全員</option>
          ${people.map((who) => html`<option value="${who}" ${who === sought.who ? html` selected` : ''}>${whoWords(office, who)}</option>`)}
        </select>
      </div>
    </div>
    <p class="row"><button type="submit" class="button-line">この条件で見る</button></p>
  </form>`;
}

function whoWords(office: Office, who: string): string {
  const [kind = '', id = ''] = who.split(':');
  if (kind === 'agency') return `関係機関 ${nameOfAgency(office, id)}`;
  return kind === 'staff' ? id : 'つどい（自動）';
}

function lineTable(office: Office, { lines, sought, found }: AuditView): Html {
  if (lines.length === 0) return html`<p class="card">この条件に合う記録はありません。</p>`;
  return html`${table({
    caption: '新しいものから',
    head: ['日時', 'だれが', 'したこと', '対象', '関わるケース・会議', '入口'],
    rows: lines.map((line) => [
      moment(line.at, office.now),
      whoWords(office, line.who),
      deedWords(line),
      /^[\w-]+$/.test(targetOf(office, line))
        ? html`<span class="nowrap">${targetOf(office, line)}</span>`
        : targetOf(office, line),
      aboutOf(line),
      doorWords(line),
    ]),
  })}
  ${pager(office, sought, found)}`;
}

/** The number of a record; a page or a verb is told by the words already. */
function targetOf(office: Office, { to, part, did }: AuditEntry): string {
  if (to === part || to === 'office') return '';
  const [subject = '', kind, agency] = to.split('/');
  if (kind === 'letter') return `${subject}（${nameOfAgency(office, agency ?? '')}あて）`;
  return did === 'task' ? subject : to;
}

const FEW = 5;

function aboutOf({ about = [] }: AuditEntry): string {
  const rest = about.length - FEW;
  return about.slice(0, FEW).join('、') + (rest > 0 ? ` ほか${String(rest)}件` : '');
}

function pager(office: Office, sought: Traced, found: number): Html {
  const { page, about, who, from, to } = sought;
  const rest = found - page * LINES;
  const link = (number: number) =>
    `${pathOf(office, 'audit')}?${new URLSearchParams({ about, who, from, to, page: String(number) }).toString()}`;
  if (page === 1 && rest <= 0) return html``;
  return html`<nav class="row" aria-label="記録の続き">
    ${page === 1 ? '' : html`<a href="${link(page - 1)}">新しい${LINES}件</a>`}
    ${rest <= 0 ? '' : html`<a href="${link(page + 1)}">前の記録 ほか ${rest}件</a>`}
  </nav>`;
}
