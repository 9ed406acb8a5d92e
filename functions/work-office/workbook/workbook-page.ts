import { html } from 'hono/html';
import { dayOf } from '../../../core/time.ts';
import { errorSummary } from '../../page/error-summary.ts';
import type { Html, Page } from '../../page/layout.ts';
import { badge, block, notice } from '../../page/parts.ts';
import { table } from '../../page/table.ts';
import { XLSX } from '../../workbook/file-answer.ts';
import type { RowResult } from '../../workbook/row-result.ts';
import { MOST_AT_ONCE } from '../../workbook/send-rows.ts';
import type { Taken } from '../../workbook/take-workbook.ts';
import type { Office } from '../office.ts';
import { pathOf } from '../paths.ts';
import { listPage } from '../town/list-pages.ts';

const TITLE = 'Excelで出し入れする';

export function fileName({ town, now }: Pick<Office, 'town' | 'now'>): string {
  return `つどい_${town.name}_${dayOf(now)}.xlsx`;
}

/** For desks that cannot open the spreadsheet: the same tabs, out as a file and in again. */
export function workbookPage(office: Office): Page {
  return listPage(
    office,
    TITLE,
    html`<p class="lead">
        表計算（Google）を開けない町村のための画面です。同じ表を、Excelのファイルで受け取り、打って、入れます。
      </p>
      ${block('1 受け取る', takeOut(office))} ${block('2 打って、入れる', bringIn(office))} ${block('決まり', rules)}`,
  );
}

/** What became of each row, and the file to go on with. */
export function takenPage(office: Office, taken: Taken): Page {
  return listPage(
    office,
    TITLE,
    html`${outcome(taken)} ${nextFile(office, taken)} ${block('もう一度入れる', bringIn(office))}`,
  );
}

function takeOut(office: Office): Html {
  return html`<div class="card">
    <p>
      いまの内容が入ったファイルです。相談・ケースから評価までの表と、使い方の表があります。氏名などが入るので、決められた場所に保存し、済んだら消してください。受け取ったことは記録に残ります。
    </p>
    <p><a class="button" href="${pathOf(office, 'workbook')}?file=now">Excelファイルを受け取る</a></p>
  </div>`;
}

function bringIn({ nonce, typed }: Office): Html {
  if (nonce === '') return html`<p class="small soft">この立場では入力できません。</p>`;
  const problem = typed?.form === 'workbook' ? errorSummary(typed) : '';
  return html`<form method="post" enctype="multipart/form-data" class="form" id="workbook" action="?">
    ${problem}
    <input type="hidden" name="nonce" value="${nonce}" /><input type="hidden" name="does" value="workbook" />
    <div class="field">
      <label for="workbook-file">ファイル<span class="must">必須</span></label>
      <p class="hint" id="workbook-file-hint">
        打って保存したExcelファイル（.xlsx、4 MBまで）。変わった行だけが送られ、何度入れても二重にはなりません。
      </p>
      <input
        type="file"
        id="workbook-file"
        name="file"
        accept=".xlsx,${XLSX}"
        aria-describedby="workbook-file-hint"
        required
      />
    </div>
    <p class="row"><button type="submit">このファイルを入れる</button></p>
  </form>`;
}

const rules = html`<ul>
  <li>見出し（1行目）と表の名前は変えないでください。列の順や行の順は変わってもかまいません。</li>
  <li>日付は「2026/6/1」でも「令和8年6月1日」でも読めます。セルの結合と、結果の保存されていない式は読めません。</li>
  <li>
    一度に入るのは ${MOST_AT_ONCE} 行までです。残りは「未送信」になり、結果のファイルをもう一度入れると続きが入ります。
  </li>
  <li>マクロの入ったファイル、パスワードのかかったファイル、古い形式（.xls）は受け取れません。</li>
  <li>マイナンバー（12桁）はどの列にも入れられません。</li>
</ul>`;

function outcome({ results, unchanged, remarks }: Taken): Html {
  const count = (status: RowResult['status']) => results.filter((one) => one.status === status).length;
  const rest = results.length - count('済');
  const words = `${String(count('済'))}行が「済」になりました。${rest === 0 ? '' : `${String(rest)}行は下をお読みください。`}変わっていない行は${String(unchanged)}行です。`;
  const others = remarks.map((remark) => html`<li>${remark}</li>`);
  return html`${notice(rest === 0 ? 'info' : 'warn', 'ファイルを読みました', words)}
  ${
    others.length === 0
      ? ''
      : html`<ul>
          ${others}
        </ul>`
  }
  ${results.length === 0 ? '' : resultTable(results)}`;
}

/** What needs somebody comes first; the rest stands in the file. */
function resultTable(results: readonly RowResult[]): Html {
  const shown = results
    .toSorted((one, other) => Number(one.status === '済') - Number(other.status === '済'))
    .slice(0, 200);
  return table({
    caption:
      results.length > shown.length ? '行ごとの結果（はじめの200行。全部は結果のファイルにあります）' : '行ごとの結果',
    head: ['表と行', '状況', '理由・お願い'],
    rows: shown.map(({ tab, at, status, problems }) => [
      `${tab} ${String(at)}行目`,
      badge(status, status === '済' ? 'good' : 'warn'),
      html`${problems.map(({ column, message }) => html`<p>${column === '' ? '' : html`<strong>${column}</strong>：`}${message}</p>`)}`,
    ]),
  });
}

/** The file goes along in the page: it holds what was typed and not taken, and that is kept nowhere else. */
function nextFile(office: Office, { file }: Taken): Html {
  const data = `data:${XLSX};base64,${Buffer.from(file).toString('base64')}`;
  return html`<div class="card">
    <p>
      次からは、この新しいファイルに打ってください。行ごとの結果と、ほかの人が変えた内容が入っています。入らなかった行も、打ったまま入っています。
    </p>
    <p><a class="button" href="${data}" download="${fileName(office)}">結果のファイルを受け取る</a></p>
  </div>`;
}
