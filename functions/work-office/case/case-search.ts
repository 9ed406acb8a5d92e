import { html } from 'hono/html';
import { caseStates, urgencies } from '../../../core/case/model.ts';
import type { Standing } from '../../../core/case/standing.ts';
import type { Option } from '../../page/fields.ts';
import type { Html } from '../../page/layout.ts';
import type { Office } from '../office.ts';
import { pathOf } from '../paths.ts';
import { dueWords, isPlain, leadWords, type NarrowName, NONE, type Sought } from './case-sought.ts';

/** Fifty rows are a page that prints and scrolls well. */
export const PAGE = 50;

/**
 * Sent as a form, so that a name stands neither in the address bar nor in a log. The choices stand on the page of cases only; today's desk
 * keeps to the one field.
 */
export function searchBox(office: Office, sought: Sought, standings: readonly Standing[]): Html {
  return html`<form method="post" action="${pathOf(office, 'cases')}" role="search" class="stack" id="find">
    ${hidden(office)}
    <div class="row">
      <div class="field">
        <label for="q">ケースを番号か氏名で探す</label>
        <input type="text" id="q" name="q" value="${sought.q}" autocomplete="off" />
      </div>
      ${office.place.page === 'cases' ? choices(sought, standings) : ''}
      <button type="submit" class="button-line">探す</button>
    </div>
  </form>`;
}

const hidden = ({ nonce }: Office) =>
  html`<input type="hidden" name="nonce" value="${nonce}" /><input type="hidden" name="does" value="find" />`;

function choices({ narrow = {} }: Sought, standings: readonly Standing[]): Html {
  const some = (values: readonly (string | undefined)[]) =>
    [...new Set(values.filter((value) => value !== undefined))].toSorted().map((value): Option => [value, value]);
  const workers = some(standings.map(({ one }) => one.worker));
  const leads = some(standings.flatMap(({ one }) => one.leads.map(({ who }) => who)));
  const select = (name: NarrowName, label: string, options: readonly Option[]) =>
    html`<div class="field">
      <label for="find-${name}">${label}</label>
      <select id="find-${name}" name="${name}">
        <option value="">すべて</option>
        ${options.map(([value, text]) => html`<option value="${value}" ${value === narrow[name] ? html` selected` : ''}>${text}</option>`)}
      </select>
    </div>`;
  return html`${select('state', '状態', [['open', '進行中のもの'], ...Object.entries(caseStates)])}
  ${select('worker', '担当者', [[NONE, '担当者がいないもの'], ...workers])}
  ${select('lead', '主担当', [...Object.entries(leadWords), ...leads])}
  ${select('urgency', '緊急度', [...Object.entries(urgencies), [NONE, '書かれていないもの']])}
  ${select('due', '次の予定', Object.entries(dueWords))}`;
}

/** How many there are, and the way back to all of them. */
export function hits(office: Office, { q, narrow }: Sought, found: number): Html {
  if (q === '' && narrow === undefined) return html`<p role="status">ケース ${found}件（期限の近い順）</p>`;
  const what = q === '' ? '条件' : `「${q}」`;
  return html`<p role="status">
    ${what}に合うケース ${found}件（期限の近い順） <a href="${pathOf(office, 'cases')}">すべて見る</a>
  </p>`;
}

/** The next fifty: by an address where it may say what is sought, else by the same form again. */
export function pages(office: Office, sought: Sought, found: number): Html {
  const rest = found - sought.page * PAGE;
  if (sought.page === 1 && rest <= 0) return html``;
  const to = isPlain(sought) ? linked(office, sought) : sent(office, sought);
  return html`<nav class="row" aria-label="ケースの続き">
    ${sought.page === 1 ? '' : to(sought.page - 1, `前の${String(PAGE)}件`)}
    ${rest <= 0 ? '' : to(sought.page + 1, `ほか ${String(rest)}件`)}
  </nav>`;
}

type Turn = (page: number, words: string) => Html;

function linked(office: Office, { q, narrow = {} }: Sought): Turn {
  return (page, words) => {
    const said = { ...(q === '' ? {} : { q }), ...narrow, page: String(page) };
    const query = new URLSearchParams(Object.entries(said)).toString();
    return html`<a href="${pathOf(office, 'cases')}?${query}">${words}</a>`;
  };
}

function sent(office: Office, { q, narrow = {} }: Sought): Turn {
  return (page, words) =>
    html`<form method="post" action="${pathOf(office, 'cases')}">
      ${hidden(office)}
      ${Object.entries({ q, ...narrow, page: String(page) }).map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}" />`)}
      <button type="submit" class="button-line">${words}</button>
    </form>`;
}
