import { html } from 'hono/html';
import { issueNames } from '../../../core/case/issues.ts';
import { urgencies } from '../../../core/case/model.ts';
import { nextWords, type Standing } from '../../../core/case/standing.ts';
import { latenessWords } from '../../../core/meeting/model.ts';
import type { Plan } from '../../../core/plan/model.ts';
import { planStateWord } from '../../../core/plan/rules.ts';
import { dayOf, jst } from '../../../core/time.ts';
import type { Html } from '../../page/layout.ts';
import { badge, dayWords } from '../../page/parts.ts';
import { table } from '../../page/table.ts';
import type { Office } from '../office.ts';
import { pathOf } from '../paths.ts';
import { caseBadge, dueWords } from '../words.ts';
import { hits, PAGE, pages, searchBox } from './case-search.ts';
import { matches, type Sought, soughtIn } from './case-sought.ts';

type Cases = { readonly standings: readonly Standing[]; readonly plans: readonly Plan[] };

/** A town may have hundreds of cases: what is due first on top, fifty to a page, and a search. */
export function caseList(office: Office, { standings, plans }: Cases): Html {
  if (standings.length === 0) return html`<p class="card">まだケースがありません。</p>`;
  const sought = office.sought ?? soughtIn({});
  const found = foundAmong(office, standings, sought);
  const shown = pageOf(found, sought);
  return html`${searchBox(office, sought, standings)} ${hits(office, sought, found.length)}
  ${shown.length === 0 ? html`<p class="card">ここに出すケースはありません。</p>` : caseTable(office, shown, { plans, caption: '担当しているケース' })}
  ${pages(office, sought, found.length)}`;
}

function foundAmong({ now }: Office, standings: readonly Standing[], sought: Sought): readonly Standing[] {
  return standings.filter((standing) => matches(standing, sought, dayOf(now)));
}

const pageOf = (found: readonly Standing[], { page }: Sought) => found.slice((page - 1) * PAGE, page * PAGE);

/** The cases that one page of the list shows. */
export function casesOnPage(office: Office, standings: readonly Standing[]): readonly string[] {
  const sought = office.sought ?? soughtIn({});
  return pageOf(foundAmong(office, standings, sought), sought).map(({ one }) => one.id);
}

type Table = { readonly plans: readonly Plan[]; readonly caption: string };

export function caseTable(office: Office, standings: readonly Standing[], { plans, caption }: Table): Html {
  const planOf = new Map<string, Plan>(plans.map((plan) => [plan.id, plan]));
  const rows = standings.map((standing) => {
    const { one } = standing;
    const plan = planOf.get(one.id);
    return [
      html`<a href="${pathOf(office, 'cases', one.id)}">${one.id}</a>`,
      html`${caseBadge(one.state)}${one.urgency === 'high' ? badge(`緊急度 ${urgencies.high}`, 'bad') : ''}`,
      nextCell(office, standing),
      one.members.map(({ name }) => name).join('・'),
      one.issues.map((code) => issueNames[code] ?? String(code)).join('、'),
      workerCell(standing),
      plan === undefined ? '' : planCell(office, plan),
    ];
  });
  return table({ caption, head: ['ケース', '状態', '次の予定', '世帯', '課題', '担当者', '支援計画'], rows });
}

function nextCell({ now }: Office, { next, open }: Standing): Html | string {
  if (next === undefined) return open ? badge('予定なし', 'warn') : '';
  const due = dueWords(jst(next.on, '23:59'), now);
  const words = due.tone === 'bad' ? badge(due.text, 'bad') : '';
  // One piece: the cell is a grid on a phone.
  return html`<span>${dayWords(next.on)} ${nextWords[next.what]} ${words}</span>`;
}

function workerCell({ one, open }: Standing): Html | string {
  return one.worker ?? (open ? badge('担当者なし', 'warn') : '');
}

function planCell(office: Office, plan: Plan): Html {
  const { lateness } = plan.monitoring;
  return html`<a href="${pathOf(office, 'plans', plan.id)}">${planStateWord(plan)}</a>
    ${lateness === undefined ? '' : badge(latenessWords[lateness], 'bad')}`;
}
