import { html } from 'hono/html';
import type { Body } from '../../../core/body/model.ts';
import {
  nextOccasions,
  occasionInWords,
  onClosedSchema,
  type RegularDay,
  readRegularDay,
} from '../../../core/body/regular-day.ts';
import type { OfficeDays } from '../../../core/calendar.ts';
import type { Refused } from '../../../core/refusal.ts';
import { ok, refuse, type Result } from '../../../core/result.ts';
import { dayOf, type Instant } from '../../../core/time.ts';
import type { Fields } from '../../page/fields.ts';
import type { SentForm } from '../../page/sent-form.ts';
import type { Html } from '../../page/layout.ts';
import { lines, notice } from '../../page/parts.ts';

const SHOWN = 6;

/** 定例日 on the form of a body, and what becomes of it on a closed day. */
export function regularFields(fields: Fields, { regular }: Partial<Body>): Html {
  return html`${fields.text({ name: 'regular', label: '定例日', optional: true, value: regular?.said, hint: '例: 毎月第2火曜 14:00、毎月15日 14:00、毎月末日 10:00、2026-06-02から2週ごと 14:00。空欄は随時。第5週のない月は開かず、31日のない月は末日です。' })}
  ${fields.select({ name: 'onClosed', label: '定例日が休みのとき', value: regular?.onClosed ?? '翌開庁日', options: onClosedSchema.options.map((one) => [one, one]) })}`;
}

/** The next dates in words. */
export function nextDates(regular: RegularDay, office: OfficeDays, now: Instant): Html {
  const next = nextOccasions(regular, office, dayOf(now), SHOWN);
  return html`<p>${regular.said}。休みのときは「${regular.onClosed}」。</p>
    ${next.length === 0 ? html`<p>これから開庁日に当たる日がありません。</p>` : lines(next.map((one) => `${occasionInWords(one)} ${regular.time}`))}`;
}

/** What the form would come to, before it is saved. */
export function regularPreview(form: SentForm, office: OfficeDays, now: Instant): Result<Html, Refused> {
  const said = form.text('regular') ?? '';
  if (said === '') return ok(notice('info', '定例日はありません', '会議は、そのつど日を決めて招集します。'));
  const read = readRegularDay(said);
  const onClosed = onClosedSchema.safeParse(form.text('onClosed'));
  if (read === undefined || !onClosed.success)
    return refuse({ code: 'bad-input', field: 'regular', problem: '読めません。例: 毎月第2火曜 14:00' });
  const dates = nextDates({ ...read, onClosed: onClosed.data }, office, now);
  return ok(notice('info', 'この定例日では（まだ保存していません）', dates));
}
