import { html } from 'hono/html';
import { caseStates } from '../../../core/case/model.ts';
import { consultationStates } from '../../../core/consultation/model.ts';
import type { Kept } from '../../../core/retention/rules.ts';
import type { Html, Page } from '../../page/layout.ts';
import { badge, block, dayWords, moment, notice } from '../../page/parts.ts';
import { savedIf } from '../../page/saved.ts';
import { table } from '../../page/table.ts';
import type { Office } from '../office.ts';
import { pathOf } from '../paths.ts';
import { listPage } from '../town/list-pages.ts';
import type { Ended, RetentionView } from './load-retention.ts';
import { holdForm, proposalCard, proposalForm, releaseForm } from './retention-forms.ts';

const doneWords: Readonly<Record<string, string>> = {
  hold: '保存を続けることにしました',
  release: '保存の継続を解きました',
  'propose-disposal': '廃棄予定を出しました。ほかの職員が確かめるまで、何も消えません',
  'confirm-disposal': '廃棄を確かめました。消したものは戻りません',
  'withdraw-disposal': '廃棄予定を取り下げました',
};

/** 保存期間: what may be disposed of and by whom, what is held, and what was disposed of. Numbers and states only, no names. */
export function retentionPage(office: Office, view: RetentionView): Page {
  const said = doneWords[office.done ?? ''];
  return listPage(
    office,
    '保存期間と廃棄',
    html`${savedIf(said)}
      <p class="lead">
        支援が終わった年度の翌年度から${view.years}年度のあいだ保存します（<a href="${pathOf(office, 'settings')}"
          >設定</a
        >）。過ぎても自動では消えません。一人が廃棄予定を出し、別の一人が確かめたときに消えます。
      </p>
      ${block('確認を待つ廃棄予定', proposals(office, view))} ${block('保存期間が過ぎたもの', due(office, view))}
      ${block('この年度の終わりに過ぎるもの', endedTable(office, view.soon, 'この年度のうちに保存期間が終わるものはありません。'))}
      ${block('保存を続けているもの', held(office, view))} ${block('廃棄簿', register(office, view))}`,
  );
}

function proposals(office: Office, { proposals: open }: RetentionView): Html {
  if (open.length === 0) return html`<p class="card">確認を待つ廃棄予定はありません。</p>`;
  return html`${open.map((disposal, index) => proposalCard(office, disposal, index))}`;
}

function due(office: Office, view: RetentionView): Html {
  if (view.due.length === 0) return html`<p class="card">保存期間が過ぎたものはありません。</p>`;
  return html`${endedTable(office, view.due, '')} ${office.edits ? proposalForm(office, view) : ''}`;
}

function endedTable(office: Office, ended: readonly Ended[], none: string): Html {
  if (ended.length === 0) return html`<p class="card">${none}</p>`;
  return table({
    caption: '保存期間の終わる順',
    head: ['番号', '終わり方', '終わった日', '保存期間の終わり'],
    rows: ended.map(({ record, on, until }) => [
      linkTo(office, record),
      stateOf(record),
      dayWords(on),
      dayWords(until),
    ]),
  });
}

export function linkTo(office: Office, { kind, id }: Pick<Kept, 'kind' | 'id'>): Html {
  const [folder, word] = kind === 'case' ? (['cases', 'ケース'] as const) : (['consultations', '相談'] as const);
  return html`<a href="${pathOf(office, folder, id)}">${word} ${id}</a>`;
}

function stateOf(record: Kept): Html {
  return badge(record.kind === 'case' ? caseStates[record.state] : consultationStates[record.state]);
}

function held(office: Office, { held: kept }: RetentionView): Html {
  return html`${
    kept.length === 0
      ? html`<p class="card">保存を続けているものはありません。</p>`
      : kept.map(
          ({ record, hold }, index) =>
            html`<article class="card">
              <p>
                <strong>${linkTo(office, record)}</strong> ${badge(hold.ground, 'warn')}
                <span class="small soft">${moment(hold.at, office.now)} ${hold.by}</span>
              </p>
              <p class="keep">${hold.reason}</p>
              ${office.edits ? releaseForm(office, record, index) : ''}
            </article>`,
        )
  }${office.edits ? holdForm(office) : ''}`;
}

const MOST = 50;

function register(office: Office, { gone, disposals }: RetentionView): Html {
  const left = disposals.flatMap(({ id, left: kept = [] }) => kept.map((one) => `${one}（廃棄予定 ${id}）`));
  const notErased =
    left.length === 0
      ? ''
      : notice('warn', '廃棄せずに残したもの', `確認のすぐあとに変更があったため、消していません: ${left.join('、')}`);
  if (gone.length === 0)
    return html`${notErased}
      <p class="card">廃棄したものはまだありません。</p>`;
  const rows = gone
    .slice(0, MOST)
    .map((line) => [
      line.id.replace('case/', 'ケース ').replace('consultation/', '相談 '),
      dayWords(line.endedOn),
      html`${moment(line.at, office.now)}${line.left === undefined ? '' : badge('廃棄中', 'go')}`,
      `${line.by}・${line.confirmedBy}`,
      line.disposal,
    ]);
  return html`${notErased}${table({
      caption: `新しいものから${String(Math.min(gone.length, MOST))}件（全${String(gone.length)}件）`,
      head: ['番号', '終わった日', '廃棄した日時', '予定した人・確かめた人', '廃棄予定'],
      rows,
    })}
    <p class="small soft">
      町村の表（スプレッドシート）の行と、関係機関に届いたメール、紙の控えはここからは消えません。表の行は「世帯員」「相談受付」などのシートから消してください。
    </p>`;
}
