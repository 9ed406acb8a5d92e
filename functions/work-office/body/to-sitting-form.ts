import { html } from 'hono/html';
import { groundOptions } from '../../../core/framework/grounds.ts';
import type { CaseId } from '../../../core/ids.ts';
import type { OpenDate } from '../../../core/series/open-dates.ts';
import { dayInJapanese, dayOf, instantInJapanese, timeOf } from '../../../core/time.ts';
import { fieldsOf } from '../../page/fields.ts';
import { postForm } from '../../page/form.ts';
import type { Html } from '../../page/layout.ts';
import { notice, unfold } from '../../page/parts.ts';
import type { Office } from '../office.ts';

/** One choice names the body and its date. */
const valueOf = ({ body, sitting }: OpenDate) => `${body.id} ${sitting.day}`;
const wordsOf = ({ body, sitting, until }: OpenDate) =>
  `${body.name} ${dayInJapanese(dayOf(sitting.startsAt))} ${timeOf(sitting.startsAt)}（議題の締切 ${instantInJapanese(until)}）`;

/** 定例会に諮る from the page of a case: nothing where no date takes it. */
export function caseToSitting(office: Office, id: CaseId, dates: readonly OpenDate[]): Html {
  const { nonce, typed } = office;
  const on = dates.filter(({ sitting }) => sitting.items.some((item) => item.case === id));
  const open = dates.filter((date) => !on.includes(date));
  const does = 'case-to-sitting';
  const fields = fieldsOf(does, typed);
  const taken = on.length === 0 ? html`` : notice('info', '定例会の議題です', on.map(wordsOf).join('、'));
  if (!office.convenes || open.length === 0) return taken;
  const form = postForm(
    { does, nonce, typed, button: 'この回の議題にする', tone: 'line' },
    html`<p>招集する日に、本人同意などを確かめます。関係機関は、定期の顔ぶれを招集します。</p>
      ${fields.select({ name: 'sitting', label: '諮る回', options: open.map((date) => [valueOf(date), wordsOf(date)]) })}
      ${fields.select({
        ...{ name: 'ground', label: '同意なしで開く根拠', when: '支援会議にケースを加えるときは必須' },
        options: [['', '（選ばない）'], ...groundOptions],
      })}`,
  );
  return html`${taken}${unfold('定例会に諮る', form, typed?.form === does)}`;
}

/** The same for a 開催依頼: its cases and its ground go along, and it is answered by that. */
export function requestToSitting({ nonce, typed, convenes }: Office, dates: readonly OpenDate[]): Html {
  if (!convenes || dates.length === 0) return html``;
  const does = 'request-to-sitting';
  const fields = fieldsOf(does, typed);
  const form = postForm(
    { does, nonce, typed, button: 'この回の議題にする', tone: 'line' },
    html`<p>
        依頼にあるケースと根拠をそのまま議題にし、依頼に答えたことにします。招集する日に、本人同意などを確かめます。
      </p>
      ${fields.select({ name: 'sitting', label: '諮る回', options: dates.map((date) => [valueOf(date), wordsOf(date)]) })}`,
  );
  return unfold('定例会に諮る', form, typed?.form === does);
}
