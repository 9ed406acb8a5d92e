import { html } from 'hono/html';
import { dayInJapanese } from '../../../core/time.ts';
import type { Printed } from './printed.ts';
import { circles, type Sheet } from './sheet.ts';

const choices = [
  { words: '実施しました' },
  { words: '状況が変わりました', note: 'くわしくは電話でお聞きします' },
  { words: 'まだ実施していません' },
];

/** 進み具合の報告票; of several plans, one line each with its own code. */
export function reportSheet({ reports }: Printed): Sheet | undefined {
  const [first, ...more] = reports;
  if (first === undefined) return undefined;
  const title = '進み具合の報告票';
  if (more.length === 0)
    return {
      title,
      rows: [['報告の期限', dayInJapanese(first.review)]],
      body: html`<p>あてはまるもの一つの番号に、大きく○をつけてください。</p>
        ${circles(choices)}`,
    };
  return {
    title,
    rows: [],
    body: html`<p>一件ごとに、あてはまるもの一つに大きく○をつけてください。</p>
      <table class="slots">
        <tbody>
          ${reports.map(
            ({ plan, code, review }) =>
              html`<tr>
                <th scope="row">ケース ${plan}（${dayInJapanese(review)}まで）<br />返信コード ${code}</th>
                <td>実施</td>
                <td>変化あり</td>
                <td>まだ</td>
              </tr>`,
          )}
        </tbody>
      </table>`,
  };
}
