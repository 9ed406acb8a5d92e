import { html } from 'hono/html';
import type { Case } from '../../../core/case/model.ts';
import type { Html, Page } from '../../page/layout.ts';
import { badge, block, crumbs } from '../../page/parts.ts';
import { table } from '../../page/table.ts';
import { caseList } from '../case/case-list.ts';
import { frameOf, type Office } from '../office.ts';
import { pathOf } from '../paths.ts';
import { caseBadge } from '../words.ts';
import type { TownView } from './town-view.ts';

/** The frame of a list: where one is, what it is called, and the list. */
export function listPage(office: Office, title: string, main: Html): Page {
  return {
    ...frameOf(office),
    title: `${title}（${office.town.name}）`,
    main: html`${crumbs([[pathOf(office), `${office.town.name}の仕事`]], title)}
      <h1>${office.town.name} ${title}</h1>
      ${main}`,
  };
}

export function casesPage(
  office: Office,
  view: Pick<TownView, 'standings' | 'plans'>,
  homeCases: readonly Case[],
): Page {
  return listPage(
    office,
    'ケース',
    html`<p>
        ${office.edits ? html`<a class="button" href="${pathOf(office, 'cases', 'new')}">相談を受け付ける</a>` : ''}
        <a href="${pathOf(office, 'reviews')}">モニタリングの近い順</a>
        ${office.edits ? html`<a href="${pathOf(office, 'cases', 'handover')}">担当をまとめて引き継ぐ</a>` : ''}
        <a href="${pathOf(office, 'retention')}">保存期間と廃棄</a>
      </p>
      <div class="block">${caseList(office, view)}</div>
      ${homeCases.length === 0 ? '' : block('ほかの町村が担当している、この町村の住民', homeTable(office, homeCases))}`,
  );
}

/** To be read, not to be written in: the town in charge keeps them. */
function homeTable({ towns }: Office, cases: readonly Case[]): Html {
  const rows = cases.map((one) => [
    html`<a href="/office/${one.town}/cases/${encodeURIComponent(one.id)}">${one.id}</a>`,
    towns.find(({ id }) => id === one.town)?.name ?? one.town,
    caseBadge(one.state),
    one.members.map(({ name }) => name).join('・'),
    one.offer !== undefined && one.offer.answer === undefined ? badge('引継ぎの申し出があります', 'warn') : '',
  ]);
  return table({
    caption: '本人が、住所地に伝えてよいと答えたケース',
    head: ['ケース', '担当町村', '状態', '世帯', '引継ぎ'],
    rows,
  });
}
