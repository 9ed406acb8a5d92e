import { html } from 'hono/html';
import { addBusinessDays } from '../../../core/calendar.ts';
import type { Settings } from '../../../core/settings/model.ts';
import { mailableFrom, replyDue } from '../../../core/settings/rules.ts';
import { dayOf, type Instant, jst } from '../../../core/time.ts';
import type { Html } from '../../page/layout.ts';
import { dayWords, lines, moment, unfold } from '../../page/parts.ts';

// Sooner, and the replies have no time; later, and the guide is longer than the form.
const FIRST = 5;
const DAYS = 10;

/** Business days to choose from, each with the reply deadline it would give. */
export function dayGuide(settings: Settings, now: Instant): Html {
  const sentAt = mailableFrom(settings, now, false);
  const days = Array.from({ length: DAYS }, (_, index) => addBusinessDays(dayOf(now), FIRST + index, settings));
  const due = (startsAt: Instant) => replyDue(settings, sentAt, startsAt).replyBy;
  return unfold(
    '開催日を選ぶ目安（営業日と回答期限）',
    html`<p class="small">土日・祝日と閉庁日を除いた日です。いま送ったときの回答期限を並べました。</p>
      ${lines(days.map((day) => html`${dayWords(day)}: 回答期限 ${moment(due(jst(day, '14:00')), now)}`))}`,
  );
}
