import { numberOf } from '../../core/meeting/together.ts';
import { html } from 'hono/html';
import { comesAt } from '../../core/invitation/cases.ts';
import type { Html, Page } from '../page/layout.ts';
import { facts, moment, notice } from '../page/parts.ts';
import { papersFrame } from './papers-page.ts';
import type { Visit } from './visit.ts';

/** 中止: which meeting it was, and what is left to do; never why (BRIEF §2.1). */
export function cancelledNotice(visit: Visit): Html {
  return html`${notice('warn', 'この会議は中止になりました', 'ご出席も回答も不要です。')}${whichMeeting(visit)}
    <ul>
      <li>予定表に入れた方は、予定を消してください。</li>
      <li>印刷した資料は、裁断して捨ててください。</li>
      <li>あらためて開くときは、新しいご案内をお送りします。</li>
    </ul>`;
}

function whichMeeting({ meeting, invitation, now }: Visit): Html {
  const appointment = 'appointment' in meeting ? meeting.appointment : undefined;
  const at = appointment === undefined ? undefined : comesAt({ cases: meeting.cases, appointment }, invitation);
  return html`<section class="card">
    ${facts([
      ['日時', at === undefined ? undefined : moment(at, now)],
      ['会議番号', numberOf(meeting)],
    ])}
  </section>`;
}

/** What stands where the papers stood: the consent they rested on may be gone. */
export function cancelledPapers(visit: Visit): Page {
  return papersFrame(visit, '資料は閉じています', cancelledNotice(visit));
}
