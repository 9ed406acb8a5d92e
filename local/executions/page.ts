import { html } from 'hono/html';
import * as z from 'zod';
import type { Summary } from '../../adapters/embedded/engine/journal.ts';
import type { Instant } from '../../core/time.ts';
import type { HttpResponse } from '../../functions/http.ts';
import { type Html, showPage } from '../../functions/page/layout.ts';
import { badge, block, moment, type Tone } from '../../functions/page/parts.ts';
import { table } from '../../functions/page/table.ts';
import { workflowPicture } from '../../functions/page/workflow-picture.ts';
import type { App } from '../app.ts';
import { historyBlock, nowBlock, variablesBlock } from './details.ts';
import { eventSchema, situationOf } from './situation.ts';

const PATH = '/dev/executions';
const MOST_LISTED = 200;
const nav = [
  { href: '/', text: '立場を選ぶ' },
  { href: '/outbox', text: '届いたメール' },
];
const statuses: Readonly<Record<Summary['status'], readonly [string, Tone]>> = {
  RUNNING: ['動いている', 'go'],
  SUCCEEDED: ['終わった', 'good'],
  FAILED: ['失敗した', 'bad'],
  TIMED_OUT: ['時間切れ', 'bad'],
};

/** For whoever develops a workflow, on this machine only: every execution, and one of them as a picture (`?workflow=…&name=…`). */
export async function executionsPage(app: App, query: URLSearchParams): Promise<HttpResponse> {
  const [workflow, name] = [query.get('workflow') ?? '', query.get('name') ?? ''];
  return workflow === '' ? list(app) : one(app, workflow, name);
}

async function list({ engine, clock }: App): Promise<HttpResponse> {
  const all = engine.executions().toReversed();
  const running = all.filter(({ status }) => status === 'RUNNING');
  const ended = all.filter(({ status }) => status !== 'RUNNING');
  const now = clock.now();
  return showPage({
    title: '流れの様子',
    nav: [...nav, { href: PATH, text: '流れの様子', current: true }],
    main: html`<h1>流れの様子</h1>
      <p class="lead">実行ごとに、いまいる場所・変数・経過を図で見られます。この機械でだけ開けます。</p>
      ${block('動いているもの', listed(running, now))} ${block('終わったもの', listed(ended, now))}`,
  });
}

function listed(summaries: readonly Summary[], now: Instant): Html {
  if (summaries.length === 0) return html`<p class="soft">ありません。</p>`;
  const rows = summaries
    .slice(0, MOST_LISTED)
    .map(({ workflow, name, state, startedAt, status, error }) => [
      html`<a href="${hrefOf(workflow, name)}">${name}</a>`,
      workflow,
      html`${badge(...statuses[status])}${error === undefined ? '' : html` <span class="small">${error}</span>`}`,
      state,
      moment(startedAt, now),
    ]);
  return table({ caption: captionOf(summaries.length), head: ['名前', '流れ', '状況', 'いる場所', '始まり'], rows });
}

function captionOf(count: number): string {
  return count > MOST_LISTED ? `${String(count)}件のうち新しい${String(MOST_LISTED)}件` : `${String(count)}件`;
}

function hrefOf(workflow: string, name: string): string {
  return `${PATH}?${new URLSearchParams({ workflow, name }).toString()}`;
}

async function one({ engine, clock }: App, workflow: string, name: string): Promise<HttpResponse> {
  const kept = engine.look(workflow, name);
  const now = clock.now();
  if (kept === undefined) return notThere(workflow, name);

  const { execution, definition } = kept;
  const history = z.array(eventSchema).parse(engine.history(name, workflow));
  const situation = situationOf(execution, history);
  const where = [...situation.current].map((state) => `「${state}」`).join('と');
  const label = `${workflow}の図。${where === '' ? 'もう動いていません' : `いま${where}にいます`}。`;
  return showPage({
    title: `${name}（${workflow}）`,
    nav: [...nav, { href: PATH, text: '流れの様子' }],
    main: html`<div class="title">
        <h1>${name}</h1>
        ${badge(...statuses[execution.status])}
      </div>
      <p class="lead">${workflow}・${moment(execution.startedAt, now)}から</p>
      <div class="two block">
        <div class="scroll" role="region" aria-label="流れの図" tabindex="0">
          <figure class="plain-figure">${workflowPicture(definition.machine, situation, label)}</figure>
        </div>
        <div>${nowBlock(kept, now)}${variablesBlock(kept)}</div>
      </div>
      ${historyBlock(history, now)}`,
  });
}

async function notThere(workflow: string, name: string): Promise<HttpResponse> {
  const main = html`<h1>この実行はありません</h1>
    <p>${workflow}の「${name}」は、この機械では始まっていません。<a href="${PATH}">一覧に戻る</a></p>`;
  return showPage({ title: 'この実行はありません', nav, main }, 404);
}
