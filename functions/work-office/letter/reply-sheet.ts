import { html } from 'hono/html';
import { comesAt } from '../../../core/invitation/cases.ts';
import { frameworks } from '../../../core/framework/frameworks.ts';
import { mayAnswer } from '../../../core/meeting/in-writing.ts';
import { type Instant, instantInJapanese } from '../../../core/time.ts';
import type { Html } from '../../page/layout.ts';
import type { Printed } from './load-letter.ts';

/** Letters on which 出欠 is answered. */
const asking: readonly string[] = ['invitation', 'change', 'reminder'];

const choices = [
  ['出席', '出席します'],
  ['欠席', '欠席します'],
  ['代理出席', '代理が出席します'],
  ['意見書提出', '意見書を出します'],
  ['日程変更希望', 'ほかの日時を希望します'],
] as const;

const ON_ANOTHER_SHEET = '別の紙でお送りください';

/** Where something is to be written besides the circle. */
const lines: Readonly<Partial<Record<(typeof choices)[number][0], string>>> = {
  代理出席: '代理の方のお名前・役職',
  意見書提出: ON_ANOTHER_SHEET,
  日程変更希望: '出られる日時',
};

/** 出欠回答票: one sheet to mark and send back by FAX, readable in grey. No word of the household, and none is asked for. */
export function replySheet({ paper, meeting, agency, settings, invitation, replyCode }: Printed): Html {
  if (!asking.includes(paper.kind) || !('appointment' in meeting)) return html``;
  const { replyBy, written } = meeting.appointment;
  return html`<article class="sheet reply-sheet" aria-label="FAX返信用の回答票">
    <h1>出欠回答票（FAX返信用）</h1>
    <p class="return">
      返信先 FAX
      <strong>${settings.fax === '' ? '\u3000\u3000\u3000\u3000\u3000\u3000\u3000\u3000' : settings.fax}</strong>
    </p>
    <p class="center">
      ${settings.sender === '' ? 'つどい事務局' : settings.sender}
      あて${settings.phone === '' ? '' : `\u3000電話 ${settings.phone}`}
    </p>
    <table class="keys">
      <tbody>
        ${row('返信コード', replyCode)} ${row('回答する機関', agency.name)}
        ${row('会議', `${frameworks[meeting.framework].mailName} ${meeting.id}`)}
        ${written === undefined ? row('日時', whenOf(comesAt(meeting, invitation))) : row('開き方', '書面（お集まりいただく必要はありません）')}
        ${row('回答期限', whenOf(replyBy))}
      </tbody>
    </table>
    <p>あてはまるもの一つの番号に、大きく○をつけてください。</p>
    <ol class="circles">
      ${choices.filter(([answer]) => mayAnswer(meeting, answer)).map(([answer, words], index) => choice(String(index + 1), words, lines[answer]))}
    </ol>
    <p class="who">お名前（記入した方）<span class="blank"></span></p>
    <p>この票には、世帯の方のお名前やご事情を書かないでください。くわしいことは電話でお知らせください。</p>
  </article>`;
}

const whenOf = (at: Instant) => instantInJapanese(at);

function row(label: string, value: string): Html {
  return html`<tr>
    <th scope="row">${label}</th>
    <td>${value}</td>
  </tr>`;
}

function choice(number: string, words: string, line: string | undefined): Html {
  const blank =
    line === undefined
      ? ''
      : html`<span class="note">${line}${line === ON_ANOTHER_SHEET ? '' : html`<span class="blank"></span>`}</span>`;
  return html`<li><span class="mark">${number}</span><span class="words">${words}</span>${blank}</li>`;
}
