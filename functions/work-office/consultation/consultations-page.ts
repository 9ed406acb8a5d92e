import { html } from 'hono/html';
import { type Consultation, consultationStates } from '../../../core/consultation/model.ts';
import type { Html, Page } from '../../page/layout.ts';
import { badge, dayWords } from '../../page/parts.ts';
import { table } from '../../page/table.ts';
import { type Sought, soughtIn } from '../case/case-sought.ts';
import { listPage } from '../town/list-pages.ts';
import type { Office } from '../office.ts';
import { pathOf } from '../paths.ts';

const PAGE = 50;

/** 相談受付 of a town: fifty to a page, the newest first. */
export function consultationsPage(office: Office, all: readonly Consultation[]): Page {
  const sought = office.sought ?? soughtIn({});
  const shown = consultationsOnPage(all, sought);
  return listPage(
    office,
    '相談',
    html`<p>
        ${office.edits ? html`<a class="button" href="${pathOf(office, 'consultations', 'new')}">相談を受け付ける</a>` : ''}
        ${office.actor.serves === office.town.id ? html`<a href="${pathOf(office, 'workbook')}">Excelで出し入れする</a>` : ''}
      </p>
      <div class="block">
        ${shown.length === 0 ? html`<p class="card">ここに出す相談はありません。</p>` : list(office, shown)}
        ${pages(office, sought.page, all.length)}
      </div>`,
  );
}

export function consultationsOnPage(all: readonly Consultation[], { page }: Pick<Sought, 'page'>) {
  return all.slice((page - 1) * PAGE, page * PAGE);
}

function list(office: Office, shown: readonly Consultation[]): Html {
  return table({
    caption: '相談受付（新しい順）',
    head: ['受付番号', '結果', '氏名', '相談日', '対応課・職員', '情報提供同意', 'ケース'],
    rows: shown.map((one) => [
      html`<a href="${pathOf(office, 'consultations', one.id)}">${one.id}</a>`,
      badge(consultationStates[one.state], one.state === 'received' ? 'warn' : 'plain'),
      one.name,
      dayWords(one.on),
      [one.section, one.staff].filter((part) => part !== undefined).join(' '),
      one.mayShare ? '確認済み' : '未確認（町の中だけ）',
      one.case === undefined ? '' : html`<a href="${pathOf(office, 'cases', one.case)}">${one.case}</a>`,
    ]),
  });
}

function pages(office: Office, page: number, all: number): Html {
  const rest = all - page * PAGE;
  const to = (number: number) => `${pathOf(office, 'consultations')}?page=${String(number)}`;
  if (page === 1 && rest <= 0) return html``;
  return html`<nav class="row" aria-label="相談の続き">
    ${page === 1 ? '' : html`<a href="${to(page - 1)}">前の${PAGE}件</a>`}
    ${rest <= 0 ? '' : html`<a href="${to(page + 1)}">ほか ${rest}件</a>`}
  </nav>`;
}
