import { html } from 'hono/html';
import type { Body } from '../../../core/body/model.ts';
import { frameworks } from '../../../core/framework/frameworks.ts';
import type { UsedFramework } from '../../../core/framework/uses.ts';
import { fieldsOf } from '../../page/fields.ts';
import { postForm } from '../../page/form.ts';
import type { Html, Page } from '../../page/layout.ts';
import { badge, block, crumbs, facts, notice } from '../../page/parts.ts';
import { savedIf } from '../../page/saved.ts';
import { table } from '../../page/table.ts';
import { type BodyView, bodyForm } from './body-form.ts';
import { seriesSection } from './series-section.ts';
import { nextDates } from './regular-days.ts';
import { frameOf, type Office } from '../office.ts';
import { pathOf } from '../paths.ts';

const saved: Readonly<Record<string, string>> = {
  body: '会議体を保存しました',
  framework: '枠組みの使い方を保存しました',
};

/** The bodies of the host, and how it uses the frameworks. Others than its officers read. */
export function bodiesPage(office: Office, bodies: readonly Body[]): Page {
  const said = saved[office.done ?? ''];
  return {
    ...frameOf(office),
    title: '会議体と枠組み',
    main: html`${crumbs([[pathOf(office), `${office.town.name}の仕事`]], '会議体と枠組み')}
      <div class="title"><h1>会議体と枠組み</h1></div>
      <p class="lead">
        ${office.town.host === 'town' ? `${office.town.name}が開催する会議の決まりです。` : '県が開催する会議の決まりです。対象の町村すべてに効きます。'}${office.arranges ? '' : '変えられるのは、開催する側の担当です。'}
      </p>
      ${savedIf(said)}
      ${block(
        '会議体',
        html`${bodyTable(office, bodies)}${office.arranges ? html`<p><a class="button" href="${pathOf(office, 'bodies', 'new')}">会議体を登録する</a></p>` : ''}`,
      )}
      ${block('会議の枠組み', html`<div class="cards">${office.frameworks.map((one, at) => frameworkCard(office, one, at))}</div>`)}`,
  };
}

function bodyTable(office: Office, bodies: readonly Body[]): Html {
  if (bodies.length === 0)
    return html`<p class="card">まだ登録されていません。登録するまでは、文書番号も指名もなしで招集できます。</p>`;
  return table({
    caption: '招集の案内は、会議体の発信者名と文書番号で出ます。',
    head: ['会議体', '枠組み', '会長', '構成員', '定期の顔ぶれ', '対象の町村'],
    rows: bodies.map((body) => [
      html`<a href="${pathOf(office, 'bodies', body.id)}">${body.name}</a
        >${body.until === undefined ? '' : badge('廃止', 'plain')}`,
      office.frameworks.find(({ code }) => code === body.framework)?.name,
      body.chair,
      body.constituents.length,
      body.roster.length,
      body.towns.length === 0 ? 'すべて' : body.towns.length,
    ]),
    numbers: [3, 4],
  });
}

function frameworkCard(office: Office, one: UsedFramework, at: number): Html {
  const usual = frameworks[one.code].name;
  return html`<article class="card">
    <h3>${one.name} ${one.off ? badge('使わない', 'plain') : badge('使う', 'good')}</h3>
    ${facts([
      ['根拠', one.legalBasis],
      ['もとの名前', one.name === usual ? undefined : usual],
      ['メールでの呼び名', one.mailName],
    ])}
    ${office.arranges ? frameworkForm(office, one, at) : ''}
  </article>`;
}

function frameworkForm({ nonce, typed }: Office, { code, name, off, version }: UsedFramework, at: number): Html {
  const does = `framework-${String(at)}`;
  const fields = fieldsOf(does, typed, { edits: true });
  return html`<details class="plain-details" ${typed?.form === does ? html` open` : ''}>
    <summary>${name}の使い方を変える</summary>
    <div class="inside">
      ${postForm(
        {
          does,
          nonce,
          typed,
          button: '保存する',
          tone: 'line',
          carry: [
            ['framework', code],
            ['version', String(version)],
          ],
        },
        html`${fields.text({ name: 'name', label: 'ここでの呼び名', optional: true, value: name, hint: '画面だけに出ます。空欄はもとの名前。' })}
        ${fields.tick({ name: 'used', value: 'yes', text: 'この枠組みを使う（外すと、依頼も招集もできなくなります。開かれている会議は続きます）', on: !off })}`,
      )}
    </div>
  </details>`;
}

/** One body: to be written anew, to be changed, or for those who may not, to be read. */
export function bodyPage(office: Office, view: BodyView): Page {
  const { body } = view;
  const title = body?.name ?? '会議体を登録する';
  return {
    ...frameOf(office),
    title,
    main: html`${crumbs(
        [
          [pathOf(office), `${office.town.name}の仕事`],
          [pathOf(office, 'bodies'), '会議体と枠組み'],
        ],
        title,
      )}
      <div class="title"><h1>${title}</h1></div>
      ${savedIf(office.done === 'body' ? '会議体を保存しました' : undefined)}${office.preview ?? ''}
      ${comingDates(office, view)}
      ${block(body === undefined ? '新しい会議体' : '登録の内容', office.arranges ? bodyForm(office, view) : bodyFacts(office, body))}`,
  };
}

/** Not beside the preview of others. */
function comingDates(office: Office, { body, calendar, series }: BodyView): Html {
  if (body?.regular === undefined || office.preview !== undefined) return html``;
  return html`${block('これからの定例日', nextDates(body.regular, calendar, office.now))}
  ${seriesSection(office, { body, calendar, series })}`;
}

function bodyFacts(office: Office, body: Body | undefined): Html {
  if (body === undefined) return notice('info', '会議体を登録できるのは、開催する側の担当です');
  return html`<section class="card">
    ${facts([
      ['枠組み', office.frameworks.find(({ code }) => code === body.framework)?.name],
      ['要綱', body.outline?.name],
      ['会長', body.chair],
      ['副会長', body.vice],
      ['発信者名', body.sender],
      ['いつもの場所', body.place],
      ['守秘義務', body.duty],
    ])}
  </section>`;
}
