import { html } from 'hono/html';
import type { History } from '../../../core/agency/history.ts';
import { similarTo } from '../../../core/agency/duplicates.ts';
import { type Agency, contactsOf, reachOf } from '../../../core/agency/model.ts';
import { typeWords } from '../../../core/agency/read-type.ts';
import { fieldsOf, type Option } from '../../page/fields.ts';
import { postForm } from '../../page/form.ts';
import type { Html, Page } from '../../page/layout.ts';
import { badge, block, crumbs, facts, lines, moment, notice, unfold } from '../../page/parts.ts';
import { savedIf } from '../../page/saved.ts';
import { table } from '../../page/table.ts';
import { endWords, reachWords } from './agencies-page.ts';
import { agencyForm, newAgencyForm } from './agency-form.ts';
import { frameOf, type Office } from '../office.ts';
import { pathOf } from '../paths.ts';

const saved: Readonly<Record<string, string>> = { agency: '保存しました', 'end-agency': '記録しました' };

function frame(office: Office, title: string, body: Html): Page {
  const path = [
    [pathOf(office), `${office.town.name}の仕事`],
    [pathOf(office, 'agencies'), '関係機関'],
  ] as const;
  return {
    ...frameOf(office),
    title,
    main: html`${crumbs(path, title)}
      <div class="title"><h1>${title}</h1></div>
      ${body}`,
  };
}

/** A new entry; what looks the same stands there to be used instead. */
export function newAgencyPage(office: Office, wanted: { readonly id: string; readonly type?: string }): Page {
  return frame(
    office,
    '関係機関を登録する',
    html`${alike(office)}
      <section class="card">${newAgencyForm(office, wanted)}</section>`,
  );
}

/** The choice when something similar is there: use it, or register all the same. */
function alike(office: Office): Html {
  const { typed } = office;
  if (typed === undefined) return html``;
  const text = (name: string) => typed.values.get(name) ?? '';
  const one = { name: text('name'), mail: text('mail'), phone: text('phone'), fax: text('fax') };
  const found = similarTo(one, office.agencies);
  if (found.length === 0) return html``;
  return notice(
    'warn',
    'この機関ではありませんか',
    html`${lines(found.map(({ agency }) => html`<a href="${pathOf(office, 'agencies', agency.id)}">${agency.name}</a>（${typeWords(agency, office.typeLabels)}）を使う`))}
      <p>別の機関であれば、下の「似た機関があっても登録する理由」を書いて、もう一度登録してください。</p>`,
  );
}

export type AgencyView = { readonly agency: Agency; readonly history: History };

export function agencyPage(office: Office, view: AgencyView): Page {
  const { agency } = view;
  const words = saved[office.done ?? ''];
  return frame(
    office,
    agency.name,
    html`${savedIf(words)}${warnings(agency)}
      <div class="two block">
        <div class="stack">
          ${about(office, agency)}
          ${agency.ended === undefined ? unfold('登録を直す', agencyForm(office, agency), office.typed?.form === 'agency') : ''}
        </div>
        ${past(office, view.history)}
      </div>
      <div class="block">
        ${unfold(agency.ended === undefined ? '休止・廃止・統合' : '再開', endForm(office, agency), office.typed?.form === 'end-agency')}
      </div>`,
  );
}

/** R9: every agency names somebody. */
function warnings(agency: Agency): Html {
  if (agency.ended !== undefined) return notice('warn', `${endWords[agency.ended.how]}しています`, agency.ended.reason);
  return agency.contact === undefined
    ? notice('warn', '担当者が登録されていません', '機関の中で迷子にならないよう、担当者か係の名前を登録してください。')
    : html``;
}

function about(office: Office, agency: Agency): Html {
  const people = contactsOf(agency).map(
    ({ name, section, phone, mail, main }) =>
      html`${main ? badge('主', 'go') : ''}
      ${[section, name, phone, mail].filter((part) => part !== undefined).join(' ')}`,
  );
  return html`<section class="card">
    <h2>登録</h2>
    ${facts([
      ['番号', agency.id],
      ['種別', typeWords(agency, office.typeLabels)],
      ['担当者', people.length === 0 ? undefined : lines(people)],
      ['連絡方法', reachWords[reachOf(agency)]],
      ['メール', agency.mail],
      ['電話', agency.phone],
      ['FAX', agency.fax],
      ['郵送先', agency.post],
      ['予定ファイル', agency.noCalendar === true ? '付けない' : undefined],
      ['連絡のつく時間', agency.hours],
      ['機関長', agency.head],
      ['使う町村', agency.only === undefined ? '県内すべて' : office.town.name],
      ['別の機関とした理由', agency.anyway],
      ['メモ', agency.notes],
    ])}
  </section>`;
}

/** How it answered so far, to judge a convening by; no word of any case. */
function past(office: Office, { counts, entries }: History): Html {
  const body =
    entries.length === 0
      ? html`<p class="card">まだ招集したことがありません。</p>`
      : html`<p>
            ${Object.entries(counts).map(([word, count]) => html`${badge(word, word === '来なかった' || word === '未回答' ? 'warn' : 'plain')} ${count} `)}
          </p>
          ${table({
            caption: '新しいものから',
            head: ['会議', '日時', '回答', '当日'],
            rows: entries.map(({ meeting, town, startsAt, answer, came }) => [
              town === office.town.id
                ? html`<a href="${pathOf(office, 'meetings', meeting)}">${meeting}</a>`
                : 'ほかの町村',
              startsAt === undefined ? '' : moment(startsAt, office.now),
              answer,
              came,
            ]),
          })}`;
  return block('これまでの招集と回答', body);
}

/** 休止・廃止 leaves every meeting; 統合 is for an entry that has nothing open. */
function endForm(office: Office, agency: Agency): Html {
  const fields = fieldsOf('end-agency', office.typed);
  const going = agency.ended === undefined;
  const ways: readonly Option[] = going
    ? [
        ['paused', '休止（あとで再開できます）'],
        ['closed', '廃止'],
        ['merged', '統合（同じ機関が二つ登録されていた）'],
      ]
    : [['resumed', '再開']];
  const others = office.agencies.filter(({ id, ended }) => id !== agency.id && ended === undefined);
  const into = fields.select({
    name: 'into',
    label: '統合先（残す機関）',
    optional: true,
    options: [['', '統合しない'], ...others.map(({ id, name }): Option => [id, name])],
  });
  return postForm(
    { does: 'end-agency', nonce: office.nonce, typed: office.typed, button: '記録する', tone: 'stop' },
    html`<p class="hint">
        進行中の会議からは辞退となり、役割は未定に戻ります。統合できるのは、進行中の招集がない登録だけです（回答や会議録は、もとの登録に残ります）。
      </p>
      ${fields.select({ name: 'how', label: 'どうするか', options: ways })} ${going ? into : ''}
      ${fields.text({ name: 'reason', label: '理由' })}`,
  );
}
