import { html } from 'hono/html';
import type { AuditEntry } from '../../../core/access/audit.ts';
import { ENDED } from '../../../core/retention/log.ts';
import { type Day, dayInJapanese, dayOf } from '../../../core/time.ts';
import type { Html, Page } from '../../page/layout.ts';
import { block, moment } from '../../page/parts.ts';
import { table } from '../../page/table.ts';
import type { Option } from '../../page/fields.ts';
import { type AuditView, LINES } from './audit-lines.ts';
import { kinds } from './deed-kinds.ts';
import type { Traced } from './traced.ts';
import { deedWords, doorWords } from './audit-words.ts';
import { listPage } from '../town/list-pages.ts';
import { nameOfAgency, type Office } from '../office.ts';

/** 閲覧・操作の記録: who looked at what and did what, in ids; for the supervisor, and noted itself (BRIEF §2.15). */
export function auditPage(office: Office, view: AuditView): Page {
  return listPage(
    office,
    '閲覧・操作の記録',
    html`<p class="lead">
        だれが、いつ、どのケースを見たか、何をしたかの記録です。番号だけが残り、氏名や相談の内容は載りません。この画面を開いたことも記録されます。
      </p>
      ${searchForm(office, view)} ${block('見つかった記録', lineTable(office, view))}
      ${block(
        '保存する期間',
        html`<p>
          記録は、書かれた年度の翌年度から${view.years}年度のあいだ残り、そのあと自動で消えます。ケース・相談・会議の書類が残っているあいだは、その記録は年数を過ぎても残ります。書類を廃棄したあとに残る記録は番号だけなので、だれのことだったかは分かりません。
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
  const select = (name: 'who' | 'did', label: string, all: string, options: readonly Option[]) =>
    html`<div class="field">
      <label for="${name}">${label}</label>
      <select id="${name}" name="${name}">
        <option value="">${all}</option>
        ${options.map(([value, text]) => html`<option value="${value}" ${value === sought[name] ? html` selected` : ''}>${text}</option>`)}
      </select>
    </div>`;
  return html`<form method="post" role="search" class="card block" id="find">
    ${hidden(office)}
    <div class="side">${day('from', 'この日から')}${day('to', 'この日まで')}</div>
    <p class="hint">一度に見られるのは1年分までです。</p>
    <div class="side">
      <div class="field">
        <label for="about">ケースか会議の番号</label>
        <input type="text" id="about" name="about" value="${sought.about}" autocomplete="off" />
      </div>
      ${select(
        'who',
        'だれが',
        '全員',
        people.map((who) => [who, whoWords(office, who)]),
      )}
      ${select('did', '何を', 'すべて', Object.entries(kinds))}
    </div>
    <p class="row"><button type="submit" class="button-line">この条件で見る</button></p>
  </form>`;
}

/** Sent as a form, so that nobody's name stands in an address. */
const hidden = ({ nonce }: Office) =>
  html`<input type="hidden" name="nonce" value="${nonce}" /><input type="hidden" name="does" value="find" />`;

/** What a printed page says it shows. */
function soughtWords(office: Office, { about, who, did, from, to }: Traced): string {
  const more = [
    about === '' ? '' : `番号 ${about}`,
    who === '' ? '' : whoWords(office, who),
    did === '' ? '' : kinds[did],
  ].filter((text) => text !== '');
  return [`${dated(from)}から${dated(to)}まで`, ...more].join('、');
}

const dated = (day: Day) => `${day.slice(0, 4)}年${dayInJapanese(day)}`;

function whoWords(office: Office, who: string): string {
  const [kind = '', id = ''] = who.split(':');
  if (kind === 'agency') return `関係機関 ${nameOfAgency(office, id)}`;
  return kind === 'staff' ? id : 'つどい（自動）';
}

function lineTable(office: Office, { lines, sought, next }: AuditView): Html {
  if (lines.length === 0)
    return html`<p class="card">
        ${next === undefined ? 'この条件に合う記録はありません。' : 'ここまでに、この条件に合う記録はありません。さらに前を見られます。'}
      </p>
      ${pager(office, sought, next)}`;
  return html`${table({
    caption: `新しいものから（${soughtWords(office, sought)}）`,
    head: ['日時', 'だれが', 'したこと', '対象', '関わるもの', '入口'],
    rows: lines.map((line) => [
      moment(line.at, office.now),
      whoWords(office, line.who),
      deedWords(line),
      /^[\w-]+$/.test(targetOf(office, line))
        ? html`<span class="nowrap">${targetOf(office, line)}</span>`
        : targetOf(office, line),
      aboutOf(office, line),
      html`<span class="nowrap">${doorWords(line)}</span>`,
    ]),
  })}
  ${pager(office, sought, next)}`;
}

/** The number of a record; a page or a verb is told by the words already. */
function targetOf(office: Office, { to, part, did }: AuditEntry): string {
  if (to === part || to === 'office') return '';
  return wordsByDeed(did, to) ?? numberIn(office, to);
}

function wordsByDeed(did: string, to: string): string | undefined {
  const [subject = '', ...rest] = to.split('/');
  if (did === ENDED) return `${to}年度まで`;
  if (did === 'rows' && rest.length > 0) return `「${subject}」の行 ${rest.join('/')}`;
  return did === 'task' ? subject : undefined;
}

function numberIn(office: Office, to: string): string {
  const [subject = '', kind, agency] = to.split('/');
  return kind === 'letter' ? `${subject}（${nameOfAgency(office, agency ?? '')}あて）` : to;
}

const FEW = 5;

/** Numbers of cases and meetings, and names of agencies. */
function aboutOf(office: Office, { about = [] }: AuditEntry): string {
  const rest = about.length - FEW;
  const words = about.slice(0, FEW).map((one) => {
    const [kind, id = ''] = one.split(':');
    return kind === 'agency' ? nameOfAgency(office, id) : one;
  });
  return words.join('、') + (rest > 0 ? ` ほか${String(rest)}件` : '');
}

/** The next page begins where this one ended, however many lines the log has gained since. */
function pager(office: Office, sought: Traced, next: string | undefined): Html {
  const { about, who, did, from, to, before } = sought;
  const carried = Object.entries({ about, who, did, from, to });
  const form = (id: string, text: string, more: readonly (readonly [string, string])[]) =>
    html`<form method="post" id="${id}">
      ${hidden(office)}${[...carried, ...more].map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}" />`)}
      <button type="submit" class="button-line">${text}</button>
    </form>`;
  return html`<nav class="row noprint" aria-label="記録の続き">
    ${before === undefined ? '' : form('find-newest', 'いちばん新しい記録に戻る', [])}
    ${next === undefined ? '' : form('find-next', `前の記録（${String(LINES)}件まで）`, [['before', next]])}
  </nav>`;
}
