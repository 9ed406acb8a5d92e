import { html } from 'hono/html';
import { type Lapse, unheardEvaluation } from '../../../core/body/rhythm.ts';
import { addMonths, dayOf } from '../../../core/time.ts';
import type { Html } from '../../page/layout.ts';
import { dayWords, lines, notice } from '../../page/parts.ts';
import { frameworkOf, type Office } from '../office.ts';
import { pathOf } from '../paths.ts';
import type { TownView } from './town-view.ts';

/** What the office's meetings owe as such: a body that has not met for too long, an evaluation no coordination meeting has heard. */
export function rhythmNotices(office: Office, view: TownView): Html {
  return html`${view.lapses.map((lapse) => lapsed(office, lapse))}${neverRegistered(office, view)}${unheard(office, view)}`;
}

function lapsed(office: Office, { body, months, last, lateness }: Lapse): Html {
  const how = body.framework === 'needy-support' && months === 12 ? '年一回以上' : `${String(months)}か月に一回以上`;
  return notice(
    'warn',
    `「${body.name}」は${how}の開催がまだです${lateness === 'late' ? '（遅延）' : ''}`,
    html`<p>
      ${last === undefined ? html`登録してから一度も開かれていません。` : html`最後の開催は${dayWords(last)}です。`}
      <a href="${pathOf(office, 'bodies', body.id)}">会議体を見る</a>
    </p>`,
  );
}

/** The law asks 年一回以上 also of who registered no body; whoever never met under the framework is not known to use it. */
function neverRegistered(office: Office, { meetings, bodies }: TownView): Html {
  if (bodies.some(({ framework }) => framework === 'needy-support')) return html``;
  const days = meetings.flatMap((meeting) =>
    meeting.framework === 'needy-support' && 'records' in meeting ? [dayOf(meeting.appointment.startsAt)] : [],
  );
  const last = days.toSorted().at(-1);
  if (last === undefined || dayOf(office.now) <= addMonths(last, 12)) return html``;
  const { name } = frameworkOf(office, 'needy-support');
  return notice('warn', `「${name}」は年一回以上の開催がまだです`, html`<p>最後の開催は${dayWords(last)}です。</p>`);
}

function unheard(office: Office, { plans, meetings }: TownView): Html {
  const found = plans.flatMap((plan) => {
    const evaluation = unheardEvaluation(plan, meetings);
    return evaluation === undefined ? [] : [{ plan, evaluation }];
  });
  if (found.length === 0) return html``;
  return notice(
    'warn',
    '会議にまだ諮っていない評価があります',
    lines(
      found.map(
        ({ plan, evaluation }) =>
          html`<a href="${pathOf(office, 'cases', plan.id)}">${plan.id}</a>
            ${dayWords(dayOf(evaluation.at))}の評価「${evaluation.outcome}」：${frameworkOf(office, plan.framework).name}で話し合ってください。`,
      ),
    ),
  );
}
