import { html } from 'hono/html';
import { latenessWords, meetingStates } from '../../core/meeting/model.ts';
import type { Instant } from '../../core/time.ts';
import type { Html, Page } from '../page/layout.ts';
import { badge, block, dayWords, moment, notice } from '../page/parts.ts';
import { table } from '../page/table.ts';
import { barChart } from './chart.ts';
import type { LateItem, TownFigures } from './figures.ts';
import type { IssueCounts } from './issue-counts.ts';
import { issueTable } from './issue-table.ts';
import { shareOf } from '../../core/status/small-cells.ts';

export type StatusView = {
  readonly now: Instant;
  readonly figures: readonly TownFigures[];
  readonly late: readonly LateItem[];
  readonly issues: IssueCounts;
};

const stateWords = { ...meetingStates, monitoring: 'モニタリング', 'not-met': '開催なし' } as const;
const states = Object.entries(meetingStates).filter(([code]) => code !== 'drafted');

/** The prefecture's view: which meeting in which town is stuck, late, or never happens. No case text, no case ids, no names. */
export function statusPage(view: StatusView): Omit<Page, 'nav' | 'who'> {
  const none = view.figures.filter(({ consultations }) => consultations === 0);
  const unsupported = view.figures.filter(({ consultations, supported }) => consultations > 0 && supported === 0);
  return {
    title: '県内の状況',
    main: html`<h1>県内の状況</h1>
      <p class="lead">${moment(view.now)} 現在。ここには会議の状態と件数だけがあり、ケースの内容・氏名は載りません。</p>
      <div class="block cards">
        ${figure('遅れているもの', view.late.length, '件')}${figure('進行中の会議', sum(view, ['requested', 'polling', 'inviting', 'scheduled', 'recording', 'deciding']), '件')}${figure('相談が一件もない町村', none.length, `／${String(view.figures.length)}町村`)}
      </div>
      ${block('遅れているもの', lateTable(view.late))}
      ${block(
        '会議の状態（町村ごと）',
        html`<div class="wide">${meetingTable(view)}</div>
          <figure class="card plain-figure">
            ${barChart(
              '会議の状態ごとの件数',
              states.map(([code, label]) => ({ label, count: sum(view, [code]) })),
            )}
            <figcaption class="small soft">県内全体の件数。同じ数は表の「計」にあります。</figcaption>
          </figure>`,
      )}
      ${block('相談と支援', html`${none.length === 0 ? '' : notice('warn', `相談が一件もない町村: ${none.map(({ town }) => town.name).join('、')}`, '窓口が知られているか、町村に声をかける目安にしてください。')}${unsupported.length === 0 ? '' : notice('warn', `相談はあるが支援がまだない町村: ${unsupported.map(({ town, consultations }) => `${town.name}（相談${String(consultations)}）`).join('、')}`, '情報提供だけで足りているか、会議につなげる手が足りないかを、町村に聞く目安にしてください。')}${countTable(view)}`)}
      ${block('ケースごとの課題の数', issueTable(view.issues))}`,
  };
}

function figure(label: string, count: number, unit: string): Html {
  return html`<div class="card">
    <p>${label}</p>
    <p><span class="count">${count}</span> ${unit}</p>
  </div>`;
}

const sum = ({ figures }: StatusView, codes: readonly string[]) =>
  figures.reduce((total, one) => total + codes.reduce((part, code) => part + (one.meetings[code] ?? 0), 0), 0);

function lateTable(late: readonly LateItem[]): Html {
  if (late.length === 0) return html`<p class="card">超過・遅延はありません。</p>`;
  return table({
    caption:
      '会議とモニタリングの超過は担当者に、遅延は査察指導員にも知らせ済みです。会議体は、開催の間隔が空いたものです。',
    head: ['町村', '対象', '状態', '期限', '遅れ'],
    rows: late.map((item) => [
      item.where,
      item.what,
      html`${stateWords[item.state]} ${badge(latenessWords[item.lateness], 'bad')}`,
      item.due === undefined ? '' : dayWords(item.due),
      item.days === undefined ? '' : `${String(item.days)}日`,
    ]),
    numbers: [4],
    lines: true,
  });
}

function meetingTable({ figures }: StatusView): Html {
  const used = states.filter(([code]) => figures.some(({ meetings }) => (meetings[code] ?? 0) > 0));
  const total = (code: string) => figures.reduce((all, { meetings }) => all + (meetings[code] ?? 0), 0);
  return table({
    caption: '件数がある状態だけを並べています。',
    head: ['町村', ...used.map(([, label]) => label), '超過・遅延'],
    rows: [
      ...figures.map(({ town, meetings, late }) => [town.name, ...used.map(([code]) => meetings[code] ?? 0), late]),
      ['計', ...used.map(([code]) => total(code)), figures.reduce((all, { late }) => all + late, 0)],
    ],
    numbers: used.map((_, index) => index + 1).concat(used.length + 1),
    sum: true,
    lines: true,
  });
}

/** 相談 and 支援 are shown as they are; only attributes of people would have small cells hidden (BRIEF §2.15). */
function countTable({ figures }: StatusView): Html {
  const all = { consultations: total(figures, 'consultations'), supported: total(figures, 'supported') };
  return table({
    caption: '町村ごとの世帯数',
    head: ['町村', '相談', '支援', '支援／相談'],
    rows: [
      ...figures.map(({ town, consultations, supported }) => [
        town.name,
        consultations,
        supported,
        shareOf(supported, consultations),
      ]),
      ['計', all.consultations, all.supported, shareOf(all.supported, all.consultations)],
    ],
    numbers: [1, 2, 3],
    sum: true,
    lines: true,
  });
}

function total(figures: readonly TownFigures[], what: 'consultations' | 'supported'): number {
  return figures.reduce((all, one) => all + one[what], 0);
}
