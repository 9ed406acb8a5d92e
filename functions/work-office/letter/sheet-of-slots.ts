import { html } from 'hono/html';
import { instantInJapanese } from '../../../core/time.ts';
import type { Printed } from './printed.ts';
import type { Sheet } from './sheet.ts';

/** 日程回答票: ○△× of each slot, each large enough to be circled with a thick pen. */
export function slotsSheet({ paper, meeting }: Printed): Sheet | undefined {
  if (paper.kind !== 'poll' || 'appointment' in meeting) return undefined;
  const { slots, replyBy } = meeting.poll;
  return {
    title: '日程回答票',
    rows: [['回答期限', instantInJapanese(replyBy)]],
    body: html`<p>
        日ごとに、あてはまる印一つに大きく○をつけてください（○ 出席できる、△ 調整すれば出席できる、× 出席できない）。
      </p>
      <table class="slots">
        <tbody>
          ${slots.map(
            (slot, index) =>
              html`<tr>
                <th scope="row">${index + 1}. ${instantInJapanese(slot)}</th>
                <td>○</td>
                <td>△</td>
                <td>×</td>
              </tr>`,
          )}
        </tbody>
      </table>`,
  };
}
