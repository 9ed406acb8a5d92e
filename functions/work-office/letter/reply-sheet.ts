import { numberOf } from '../../../core/meeting/together.ts';
import { html } from 'hono/html';
import { frameworks } from '../../../core/framework/frameworks.ts';
import { agencyFacts } from '../../../core/message/meeting-facts.ts';
import { byPhone } from '../../../core/message/wording/letter.ts';
import type { Html } from '../../page/layout.ts';
import type { Printed } from './printed.ts';
import type { Sheet } from './sheet.ts';
import { attendanceSheet } from './sheet-of-attendance.ts';
import { reportSheet } from './sheet-of-reports.ts';
import { roleSheet } from './sheet-of-roles.ts';
import { slotsSheet } from './sheet-of-slots.ts';

const sheets: readonly ((printed: Printed) => Sheet | undefined)[] = [
  attendanceSheet,
  slotsSheet,
  reportSheet,
  roleSheet,
];

/** 回答票: one sheet to mark and send back by FAX, readable in grey. No word of the household, and none is asked for. */
export function replySheet(printed: Printed): Html {
  const sheet = sheets.map((of) => of(printed)).find((one) => one !== undefined);
  if (sheet === undefined) return html``;
  const { meeting, agency, settings, reports } = printed;
  const office = agencyFacts(agency, settings);
  const numbers = reports.length > 1 ? reports.map((one) => one.meeting).join('、') : numberOf(meeting);
  const name = `${frameworks[meeting.framework].mailName} ${numbers}`;
  return html`<article class="sheet reply-sheet" aria-label="FAX返信用の回答票">
    <h1>${sheet.title}（FAX返信用）</h1>
    <p class="return">
      ${settings.fax === '' ? `返信先のFAX番号は、${byPhone(office)}お確かめください` : html`返信先 FAX <strong>${settings.fax}</strong>`}
    </p>
    <p class="center">${office.sender} あて${settings.phone === '' ? '' : `\u3000電話 ${settings.phone}`}</p>
    <table class="keys">
      <tbody>
        ${[['返信コード', codeOf(printed)] as const, ['回答する機関', agency.name] as const, ['会議', name] as const, ...sheet.rows].map(([label, value]) => row(label, value))}
      </tbody>
    </table>
    ${sheet.body}
    <p class="who">お名前（記入した方）<span class="blank"></span></p>
    <p>この票には、世帯の方のお名前やご事情を書かないでください。くわしいことは電話でお知らせください。</p>
  </article>`;
}

/** Of several reports each has its own, beside what is marked. */
function codeOf({ reports, replyCode }: Printed): string {
  return reports.length > 1 ? '下の表に一件ずつ' : replyCode;
}

function row(label: string, value: string): Html {
  return html`<tr>
    <th scope="row">${label}</th>
    <td>${value}</td>
  </tr>`;
}
