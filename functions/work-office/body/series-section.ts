import { html } from 'hono/html';
import type { Body } from '../../../core/body/model.ts';
import type { OfficeDays } from '../../../core/calendar.ts';
import { type Series, type Sitting, sittingStates } from '../../../core/series/model.ts';
import { convenedAt, takenUntil } from '../../../core/series/rules.ts';
import type { Html } from '../../page/layout.ts';
import { badge, block, dayWords, facts, moment, type Tone, unfold } from '../../page/parts.ts';
import { savedIf } from '../../page/saved.ts';
import type { Office } from '../office.ts';
import { pathOf } from '../paths.ts';
import { orderForm, sittingForms } from './series-forms.ts';

export type SeriesView = {
  readonly body: Body;
  readonly series: Series | undefined;
  readonly calendar: OfficeDays;
};

const PAST_SHOWN = 3;
const tones: Readonly<Record<Sitting['state'], Tone>> = {
  ...{ planned: 'go', called: 'good', empty: 'plain', cancelled: 'plain', missed: 'warn' },
};
const doneWords: Readonly<Record<string, string>> = {
  series: '定例会の決まりを保存しました',
  'series-end': '定例会の決まりを終えました。招集した会議はそのままです',
  'move-sitting': 'この回を動かしました。まだ誰も招集していないので、どこにも知らせていません',
  'cancel-sitting': 'この回を取りやめました。まだ誰も招集していないので、どこにも知らせていません',
  'to-sitting': '議題にしました。本人同意などは、招集する日に確かめます',
  'off-sitting': '議題から外しました',
};

/** 定例会: the standing order, and each of its dates with what can be done about it. */
export function seriesSection(office: Office, view: SeriesView): Html {
  const { series } = view;
  const said = doneWords[office.done ?? ''];
  const order = series?.ended === undefined ? series : undefined;
  return block(
    '定例会',
    html`${savedIf(said)}
    ${order === undefined ? html`<p>定例日の会議は、日ごとに手で招集します。</p>` : orderFacts(office, order)}
    ${sittingCards(office, view)} ${office.arranges ? ordering(office, order) : ''}`,
  );
}

function ordering(office: Office, order: Series | undefined): Html {
  const asks = order === undefined ? '定例日に自動で招集する' : '定例会の決まりを変える・終える';
  return unfold(asks, orderForm(office, order), office.typed?.form.startsWith('series') === true);
}

function orderFacts({ now }: Office, { order, ahead, lead }: Series): Html {
  return facts([
    ['予定', `${String(ahead)}回先まで`],
    ['招集', lead === undefined ? '会議ごとに手で' : `開催の${String(lead)}日前に、定期の顔ぶれを自動で`],
    ['議題のない回', '開かない（誰にも知らせない）'],
    ['決めた人', html`${order.by}（${moment(order.at, now)}）`],
  ]);
}

function sittingCards(office: Office, view: SeriesView): Html {
  const all = view.series?.sittings ?? [];
  const past = all.filter(({ startsAt }) => startsAt <= office.now).slice(-PAST_SHOWN);
  const coming = all.filter(({ startsAt }) => startsAt > office.now);
  return html`<div class="cards">
    ${[...past, ...coming].map((one, at) => sittingCard(office, view, { one, at }))}
  </div>`;
}

type Placed = { readonly one: Sitting; readonly at: number };

function sittingCard(office: Office, { series, calendar }: SeriesView, { one, at }: Placed): Html {
  const open = series?.ended === undefined && one.state === 'planned' ? series : undefined;
  const times = open === undefined ? [] : timesOf(office, open, one, calendar);
  return html`<article class="card">
    <h3>${moment(one.startsAt, office.now)} ${badge(sittingStates[one.state], tones[one.state])}</h3>
    ${facts([...standing(office, one), ...times])}
    ${open !== undefined && office.arranges ? sittingForms(office, one, at) : ''}
  </article>`;
}

type Fact = readonly [string, Html | string | undefined];

function standing(office: Office, one: Sitting): readonly Fact[] {
  const { meeting, moved, leftOut = [], cancelled } = one;
  const ours = leftOut.filter(({ town }) => town === office.town.id).map((left) => left.case);
  return [
    ['もとの定例日', moved === undefined ? undefined : dayWords(one.day)],
    ['動かした理由', moved?.reason],
    ['取りやめの理由', cancelled?.reason],
    ['議題', agendaOf(office, one)],
    ['外したケース', ours.length === 0 ? undefined : `${ours.join('、')}（理由は「用事」に）`],
    ['会議', meeting?.town === office.town.id ? linkTo(office, 'meetings', meeting.id) : undefined],
  ];
}

function timesOf({ now }: Office, series: Series, one: Sitting, calendar: OfficeDays): readonly Fact[] {
  const convened = convenedAt(series, one, calendar);
  return [
    ['議題の締切', moment(takenUntil(series, one, calendar), now)],
    ['招集', convened === undefined ? '手で' : moment(convened, now)],
  ];
}

/** The numbers of this town's cases only: a body may take those of several. */
function agendaOf(office: Office, { items }: Sitting): Html | string {
  if (items.length === 0) return 'まだありません';
  const ours = items.filter(({ town }) => town === office.town.id);
  if (ours.length === 0) return `ほかの町村の議題${String(items.length)}件`;
  return html`${ours.map((item, at) => html`${at === 0 ? '' : '、'}${linkTo(office, 'cases', item.case)}`)}`;
}

const linkTo = (office: Office, folder: string, id: string): Html =>
  html`<a href="${pathOf(office, folder, id)}">${id}</a>`;
