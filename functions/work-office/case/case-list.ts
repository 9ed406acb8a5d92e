import { planStateWord } from '../../../core/plan/rules.ts';
import { html } from 'hono/html';
import type { Case } from '../../../core/case/model.ts';
import { issueNames } from '../../../core/case/issues.ts';
import { latenessWords } from '../../../core/meeting/model.ts';
import type { Plan } from '../../../core/plan/model.ts';
import type { Html } from '../../page/layout.ts';
import { badge, dayWords } from '../../page/parts.ts';
import { table } from '../../page/table.ts';
import { type Office, pathOf } from '../office.ts';
import { caseBadge } from '../words.ts';

type Cases = { readonly cases: readonly Case[]; readonly plans: readonly Plan[] };

const PAGE = 50;

/** What is sought: by its number as the address says it, `?q=C-1&page=2`, or by number or name as a form sent it. */
export type Sought = { readonly q: string; readonly page: number; readonly sent?: boolean };

export function soughtIn(query: Readonly<Record<string, string>>): Sought {
  const page = Number(query['page'] ?? '1');
  return { q: (query['q'] ?? '').trim(), page: Number.isInteger(page) && page > 0 ? page : 1 };
}

/** A search that was sent as a form: its words stand in no address, so a name may be among them. */
export function soughtBy(q: string | undefined): Sought {
  return { q: q ?? '', page: 1, sent: true };
}

/** A town may have hundreds of cases: fifty to a page, and a search. */
export function caseList(office: Office, { cases, plans }: Cases): Html {
  if (cases.length === 0) return html`<p class="card">まだケースがありません。</p>`;
  const sought = office.sought ?? soughtIn({});
  const { q } = sought;
  const found = cases.filter((one) => matches(one, sought)).toSorted(byNumber);
  const shown = casesOnPage(cases, sought);
  return html`${searchBox(office, q)}
  ${q === '' ? '' : html`<p role="status">「${q}」に合うケース ${found.length}件 <a href="${pathOf(office, 'cases')}">すべて見る</a></p>`}
  ${shown.length === 0 ? html`<p class="card">ここに出すケースはありません。</p>` : caseTable(office, shown, plans)}
  ${pages(office, sought, found.length)}`;
}

/** The cases that one page of the list shows. */
export function casesOnPage(cases: readonly Case[], sought: Sought): readonly Case[] {
  const found = cases.filter((one) => matches(one, sought)).toSorted(byNumber);
  return found.slice((sought.page - 1) * PAGE, sought.page * PAGE);
}

/** C-2 before C-10. */
const byNumber = (one: Case, other: Case) => one.id.localeCompare(other.id, 'ja', { numeric: true });
const plain = (text: string) => text.normalize('NFKC').toLowerCase().replaceAll(/\s/g, '');

function matches({ id, members }: Case, { q, sent }: Sought): boolean {
  const words = [id, ...(sent === true ? members.map(({ name }) => name) : [])];
  return words.some((word) => plain(word).includes(plain(q)));
}

/** Sent as a form, so that a name stands neither in the address bar nor in a log. */
function searchBox(office: Office, q: string): Html {
  return html`<form method="post" action="${pathOf(office, 'cases')}" role="search" class="row" id="find">
    <input type="hidden" name="nonce" value="${office.nonce}" /><input type="hidden" name="does" value="find" />
    <div class="field">
      <label for="q">ケースを番号か氏名で探す</label>
      <input type="text" id="q" name="q" value="${q}" autocomplete="off" />
    </div>
    <button type="submit" class="button-line">探す</button>
  </form>`;
}

function pages(office: Office, { q, page, sent }: Sought, all: number): Html {
  const rest = all - page * PAGE;
  if (sent === true)
    return rest <= 0 ? html`` : html`<p>ほか ${rest}件。番号か氏名をもう少し詳しく入れてください。</p>`;
  const to = (number: number) =>
    `${pathOf(office, 'cases')}?${new URLSearchParams({ ...(q === '' ? {} : { q }), page: String(number) }).toString()}`;
  if (page === 1 && rest <= 0) return html``;
  return html`<nav class="row" aria-label="ケースの続き">
    ${page === 1 ? '' : html`<a href="${to(page - 1)}">前の${PAGE}件</a>`}
    ${rest <= 0 ? '' : html`<a href="${to(page + 1)}">ほか ${rest}件</a>`}
  </nav>`;
}

function caseTable(office: Office, cases: readonly Case[], plans: readonly Plan[]): Html {
  const rows = cases.map((one) => {
    const plan = plans.find(({ id }) => id === one.id);
    return [
      html`<a href="${pathOf(office, 'cases', one.id)}">${one.id}</a>`,
      caseBadge(one.state),
      one.members.map(({ name }) => name).join('・'),
      one.issues.map((code) => issueNames[code] ?? String(code)).join('、'),
      plan === undefined ? '' : planCell(office, plan),
    ];
  });
  return table({ caption: '担当しているケース', head: ['ケース', '状態', '世帯', '課題', '支援計画'], rows });
}

function planCell(office: Office, plan: Plan): Html {
  const { lateness, review } = plan.monitoring;
  const next = plan.state === 'active' ? html`<br /><span class="small">次回 ${dayWords(review)}</span>` : '';
  return html`<a href="${pathOf(office, 'plans', plan.id)}">${planStateWord(plan)}</a>
    ${lateness === undefined ? '' : badge(latenessWords[lateness], 'bad')}${next}`;
}
