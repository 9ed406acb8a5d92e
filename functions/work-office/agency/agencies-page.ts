import { html } from 'hono/html';
import { agencyTypes, groups } from '../../../core/agency/agency-types.ts';
import { type Agency, type Reach, reachOf } from '../../../core/agency/model.ts';
import { typeOf, typeWords } from '../../../core/agency/read-type.ts';
import { fieldsOf } from '../../page/fields.ts';
import { postForm } from '../../page/form.ts';
import type { Html, Page } from '../../page/layout.ts';
import { badge, block, crumbs, unfold } from '../../page/parts.ts';
import { savedIf } from '../../page/saved.ts';
import { table } from '../../page/table.ts';
import { frameOf, type Office } from '../office.ts';
import { pathOf } from '../paths.ts';

export const reachWords: Readonly<Record<Reach, string>> = { mail: 'メール', fax: 'FAX', phone: '電話', post: '郵便' };

/** What a list of agencies may be narrowed to, besides the kinds of types. */
const lacks = {
  all: ['すべて', (agency: Agency) => agency.ended === undefined],
  mail: ['メールなし', (agency: Agency) => agency.ended === undefined && agency.mail === undefined],
  contact: ['担当者なし', (agency: Agency) => agency.ended === undefined && agency.contact === undefined],
  own: ['この町だけ', (agency: Agency) => agency.ended === undefined && agency.only !== undefined],
  ended: ['休止・廃止', (agency: Agency) => agency.ended !== undefined],
} as const;
const isLack = (text: string): text is keyof typeof lacks => Object.hasOwn(lacks, text);

const said: Readonly<Record<string, string>> = { labels: '種別の呼び名を保存しました' };

/** 機関台帳, as this town sees it. */
export function agenciesPage(office: Office, settingsVersion: number): Page {
  const { narrow = 'all', agencies, done } = office;
  const group = groups.find((one) => one === narrow);
  const kept = lacks[isLack(narrow) ? narrow : 'all'][1];
  const shown = agencies.filter((one) => kept(one) && (group === undefined || typeOf(one).group === group));
  const words = said[done ?? ''];
  return {
    ...frameOf(office),
    title: '関係機関',
    main: html`${crumbs([[pathOf(office), `${office.town.name}の仕事`]], '関係機関')}
      <div class="title"><h1>関係機関</h1></div>
      ${savedIf(words)}
      ${office.edits ? html`<p><a class="button" href="${pathOf(office, 'agencies', 'new')}">関係機関を登録する</a></p>` : ''}
      ${choices(office, narrow)}
      ${block(`${group ?? lacks[isLack(narrow) ? narrow : 'all'][0]}（${String(shown.length)}件）`, list(office, shown))}
      ${office.arranges ? block('種別の呼び名', labels(office, settingsVersion)) : ''}`,
  };
}

function choices(office: Office, narrow: string): Html {
  const href = pathOf(office, 'agencies');
  const of = (agencies: readonly Agency[]) => String(agencies.length);
  const choice = (key: string, text: string, count: string) =>
    html`<li>
      <a
        href="${key === 'all' ? href : `${href}?of=${encodeURIComponent(key)}`}"
        ${key === narrow ? html` aria-current="true"` : ''}
        >${text}（${count}件）</a
      >
    </li>`;
  const there = office.agencies.filter(({ ended }) => ended === undefined);
  const used = groups.filter((group) => there.some((one) => typeOf(one).group === group));
  return html`<nav class="choices" aria-label="どの機関を見るか">
    <ul>
      ${Object.entries(lacks).map(([key, [text, keeps]]) => choice(key, text, of(office.agencies.filter(keeps))))}
      ${used.map((group) => choice(group, group, of(there.filter((one) => typeOf(one).group === group))))}
    </ul>
  </nav>`;
}

function list(office: Office, agencies: readonly Agency[]): Html {
  if (agencies.length === 0) return html`<p class="card">この条件の機関はありません。</p>`;
  const order = (agency: Agency) => agencyTypes.indexOf(typeOf(agency));
  return table({
    caption: '種別の順',
    head: ['機関', '種別', '担当者', '連絡', '電話', '使う町村'],
    rows: agencies
      .toSorted((a, b) => order(a) - order(b))
      .map((agency) => [
        html`<a href="${pathOf(office, 'agencies', agency.id)}">${agency.name}</a
          >${agency.ended === undefined ? '' : html` ${badge(endWords[agency.ended.how], 'plain')}`}`,
        typeWords(agency, office.typeLabels),
        agency.contact ?? badge('未登録', 'warn'),
        html`<span class="nowrap">${reachWords[reachOf(agency)]}</span>`,
        agency.phone,
        agency.only === undefined ? '県内' : office.town.name,
      ]),
  });
}

export const endWords = { paused: '休止', closed: '廃止', merged: '統合' } as const;

/** What this host calls the types; blank is our label. */
function labels(office: Office, version: number): Html {
  const fields = fieldsOf('labels', office.typed, { edits: true });
  const form = postForm(
    {
      does: 'labels',
      nonce: office.nonce,
      typed: office.typed,
      button: '呼び名を保存する',
      tone: 'line',
      carry: [
        ['town', office.host],
        ['version', String(version)],
      ],
    },
    html`<p class="hint">空のままなら、左の名前で表示します。</p>
      ${agencyTypes.map(({ code, label }) => fields.text({ name: `label.${code}`, label, optional: true, value: office.typeLabels[code] }))}`,
  );
  return unfold('この開催主体での呼び名を変える', form, office.typed?.form === 'labels');
}
