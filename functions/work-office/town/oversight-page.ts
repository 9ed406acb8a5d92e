import { html } from 'hono/html';
import type { Standing } from '../../../core/case/standing.ts';
import { dayOf } from '../../../core/time.ts';
import type { Html, Page } from '../../page/layout.ts';
import { block } from '../../page/parts.ts';
import { caseTable } from '../case/case-list.ts';
import { LEADLESS_DAYS, matches, type Sought } from '../case/case-sought.ts';
import type { Office } from '../office.ts';
import { pathOf } from '../paths.ts';
import { listPage } from './list-pages.ts';
import type { TownView } from './town-view.ts';

/** What a supervisor looks at so that no case slips: what to find, and why it matters. */
const watched = [
  {
    narrow: { due: 'overdue' },
    title: '超過しているケース',
    why: '期限を過ぎたものがあります。担当者に、何が止めているかを聞いてください。',
  },
  {
    narrow: { due: 'none' },
    title: '次の予定がないケース',
    why: '会議も、モニタリングも、期限のある用事もなく、このままではだれも思い出しません。次にいつ何をするかを決めるか、終わりを記録してください。',
  },
  {
    narrow: { worker: 'none' },
    title: '担当者がいないケース',
    why: '用事も知らせも、だれにも届きません。担当者を決めてください。',
  },
  {
    narrow: { lead: 'long' },
    title: `主担当が「未定（整理中）」のまま${String(LEADLESS_DAYS)}日を超えたケース`,
    why: '次の会議で、支援の段階ごとにだれが主に担うかを決めてください。招集した人が主担当になるわけではありません。',
  },
] as const;
const FIRST = 20;
const soughtFor = (narrow: Sought['narrow'] & {}): Sought => ({ q: '', page: 1, narrow });

/** 目配り: open cases that nobody and nothing would bring up again (BRIEF §2.13: never forgotten, never closed by themselves). */
export function oversightPage(office: Office, view: Pick<TownView, 'standings' | 'plans'>): Page {
  return listPage(office, '目配り', html`${watched.map((watch) => section(office, view, watch))}`);
}

/** The cases that the page shows. */
export function overseen({ now }: Office, standings: readonly Standing[]): readonly string[] {
  const shown = watched.flatMap(({ narrow }) => found(standings, narrow, now).slice(0, FIRST));
  return [...new Set(shown.map(({ one }) => one.id))];
}

function found(standings: readonly Standing[], narrow: Sought['narrow'] & {}, now: Office['now']) {
  return standings.filter((standing) => standing.open && matches(standing, soughtFor(narrow), dayOf(now)));
}

function section(
  office: Office,
  { standings, plans }: Pick<TownView, 'standings' | 'plans'>,
  { narrow, title, why }: (typeof watched)[number],
): Html {
  const cases = found(standings, narrow, office.now);
  if (cases.length === 0) return block(`${title}：0件`, html`<p class="card">ありません。</p>`);
  const all = `${pathOf(office, 'cases')}?${new URLSearchParams(Object.entries({ state: 'open', ...narrow })).toString()}`;
  return block(
    `${title}：${String(cases.length)}件`,
    html`<p>${why}</p>
      ${caseTable(office, cases.slice(0, FIRST), { plans, caption: '期限の近い順' })}
      ${cases.length <= FIRST ? '' : html`<p><a href="${all}">${cases.length}件すべて見る</a></p>`}`,
  );
}
