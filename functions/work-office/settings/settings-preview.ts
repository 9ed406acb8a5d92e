import { html } from 'hono/html';
import { readMoment } from '../../../core/dates/read-moment.ts';
import { exampleDates, exampleMeeting } from '../../../core/settings/example.ts';
import type { Settings } from '../../../core/settings/model.ts';
import { dayInJapanese, dayOf, type Instant, timeOf } from '../../../core/time.ts';
import type { SentForm } from '../../page/sent-form.ts';
import type { Html } from '../../page/layout.ts';
import { badge, notice } from '../../page/parts.ts';
import { table } from '../../page/table.ts';
import type { Office } from '../office.ts';

const words: Readonly<Record<string, string>> = {
  sent: '案内メールが出る',
  'reply-due': '回答期限',
  'short-reply-due': '回答期限（2営業日後の会議を急に招集したとき）',
  remind: '催促',
  phone: '電話の用事',
  'day-before': '出席する機関へ会議の知らせ',
  hold: '会議',
  'record-due': '会議録の期限',
  'record-overdue': '会議録「超過」',
  'record-supervisor': '会議録を査察指導員へ',
  'decision-due': '支援決定の期限',
  'decision-overdue': '支援決定「超過」',
  'ask-for-reports': 'モニタリングの報告依頼',
  'remind-reports': '報告の催促',
  review: 'モニタリングの日',
  'review-overdue': 'モニタリング「超過」',
  'review-supervisor': 'モニタリングを査察指導員へ',
  'review-late': 'モニタリング「遅延」（県に出る）',
  disposable: 'この日に支援が終わったとき、廃棄できるようになる日',
};

const allDay: ReadonlySet<string> = new Set(['review', 'disposable']);
const at = (moment: Instant) => `${dayInJapanese(dayOf(moment))}${timeOf(moment)}`;
const withYear = (moment: Instant) => `${dayOf(moment).slice(0, 4)}年${at(moment)}`;

/** The dates of one kind, in one cell. */
function datesOf(settings: Settings, now: Instant, startsAt: Instant): ReadonlyMap<string, string> {
  const dates = exampleDates(settings, now, startsAt);
  return new Map(
    Object.keys(words).map((what) => {
      const own = dates.filter((one) => one.what === what);
      return [
        what,
        own.map((one) => (allDay.has(what) ? withYear(one.at).replace(/00:00$/, '') : withYear(one.at))).join('、'),
      ];
    }),
  );
}

/** 「6月15日(月)14:00の会議を今日招集すると、回答期限は6月8日(月)17:15、催促は6月4日(木)09:00と6月8日(月)09:00になります」 */
export function exampleSentence(settings: Settings, now: Instant, startsAt: Instant): string {
  const dates = exampleDates(settings, now, startsAt);
  const of = (what: string) => dates.filter((one) => one.what === what).map((one) => at(one.at));
  const reminders = of('remind');
  const reminded = reminders.length === 0 ? '催促はありません' : `催促は${reminders.join('と')}になります`;
  return `${at(startsAt)}の会議を今日招集すると、回答期限は${of('reply-due').join('')}、${reminded}`;
}

/** The meeting of the example: the one that was typed, else one two weeks ahead. */
export function exampleOf(settings: Settings, now: Instant, form?: Pick<SentForm, 'text'>): Instant {
  const typed = readMoment(`${form?.text('example-date') ?? ''}T${form?.text('example-time') ?? ''}`);
  return typed !== undefined && typed > now ? typed : exampleMeeting(settings, now);
}

export function exampleTable(now: Instant, startsAt: Instant, { before, after }: Compared): Html {
  const was = datesOf(before, now, startsAt);
  const caption = '例の会議の日付';
  const label = (what: string) => words[what] ?? what;
  if (after === undefined) {
    const rows = [...was].filter(([, dates]) => dates !== '').map(([what, dates]) => [label(what), dates]);
    return table({ caption, head: ['できごと', 'いまの設定'], rows });
  }
  const becomes = datesOf(after, now, startsAt);
  const rows = [...was]
    .map(([what, one]) => ({ what, one, other: becomes.get(what) ?? '' }))
    .filter(({ one, other }) => one !== '' || other !== '')
    .map(({ what, one, other }) => [label(what), orNone(one), one === other ? other : changed(other)]);
  return table({ caption, head: ['できごと', 'いまの設定', '変えたあと'], rows });
}

const orNone = (dates: string) => (dates === '' ? 'なし' : dates);
const changed = (dates: string) => html`${orNone(dates)} ${badge('変わる', 'hot')}`;

type Compared = { readonly before: Settings; readonly after?: Settings };

/** What would change, on example dates, before it is saved. */
export function settingsPreview(
  { now }: Pick<Office, 'now'>,
  { before, after }: Required<Compared>,
  form: SentForm,
): Html {
  const startsAt = exampleOf(after, now, form);
  const body = html`<p>
      まだ保存していません。すでに招集した会議と、始まっているモニタリングの回の期日は変わりません。
    </p>
    ${exampleTable(now, startsAt, { before, after })}
    <p class="row">
      <button type="submit" form="settings" name="step" value="save">この設定にする</button>
    </p>`;
  return notice('info', exampleSentence(after, now, startsAt), body);
}
