import { html } from 'hono/html';
import { reachOf } from '../../../core/agency/model.ts';
import type { RosterEntry } from '../../../core/body/model.ts';
import { readMoment } from '../../../core/dates/read-moment.ts';
import type { Refused } from '../../../core/refusal.ts';
import { closedSlots, slotsRefusal } from '../../../core/poll/rules.ts';
import { ok, refuse, type Result } from '../../../core/result.ts';
import type { Settings } from '../../../core/settings/model.ts';
import { mailableFrom, replyDue } from '../../../core/settings/rules.ts';
import { instantInJapanese } from '../../../core/time.ts';
import type { Fields } from '../../page/fields.ts';
import type { SentForm } from '../../page/sent-form.ts';
import type { Html } from '../../page/layout.ts';
import { lines, notice, unfold } from '../../page/parts.ts';
import type { Office } from '../office.ts';
import { missingNumbers } from '../settings/missing-numbers.ts';
import { missingIn, shortWords as words } from './convene-words.ts';
import { autoField, slotFields, slotsIn } from './poll-forms.ts';

/** 日程調整: instead of a date, some to ask about. */
export function pollFields(fields: Fields, { pollFixing }: Settings): Html {
  const body = html`<p class="hint">
      ここに候補を入れると、案内の前に、全機関へ都合（○△×）を聞きます。開催日の欄は空にしてください。
    </p>
    ${slotFields(fields, { when: '都合を聞くときは必須' })} ${autoField(fields, pollFixing === '自動')}`;
  return unfold('日を決める前に、候補の都合を聞く（日程調整）', body, fields.has('slot-date-1'));
}

/** 定足数: who must come, and how many. */
export function quorumFields(office: Office, fields: Fields, roster: ReadonlyMap<string, RosterEntry>): Html {
  const must = [...roster.values()].filter(({ standing }) => standing === 'required').map(({ agency }) => agency);
  const body = html`${fields.checks({
    name: 'required',
    label: '必ず出席してほしい機関（必須）',
    optional: true,
    hint: '日程を選ぶとき優先し、欠席になると招集担当に知らせます。招集しない機関の印は数えません。',
    options: office.agencies.map(({ id, name }) => [id, name]),
    values: must,
  })}
  ${fields.number({ name: 'least', label: '定足数（出席が最低何機関）', optional: true })}`;
  return unfold('必須の機関と定足数', body, must.length > 0 || fields.has('least') || fields.has('required'));
}

/** What will follow if the poll is sent; refused, in words, when it could not be. */
export function pollPreview(office: Office, settings: Settings, form: SentForm): Result<Html, Refused> {
  const slots = slotsIn(form).map((text) => readMoment(text));
  const known = slots.filter((slot) => slot !== undefined).toSorted();
  if (known.length < slots.length)
    return refuse({ code: 'bad-input', field: 'slots', problem: '日と時刻の両方を入れてください。' });
  if (form.text('date') !== undefined)
    return refuse({ code: 'bad-input', field: 'date', problem: '候補の都合を聞くときは、開催日を空にしてください。' });
  const chosen = office.agencies.filter(({ id }) => form.texts('agency').includes(id));
  const missing = missingIn(form, chosen);
  if (missing !== undefined) return refuse(missing);
  const sentAt = mailableFrom(settings, office.now, form.text('urgent') !== undefined);
  const refusal = slotsRefusal(known, settings, { now: office.now, sentAt });
  if (refusal !== undefined) return refuse(refusal);

  const byHand = chosen.filter((agency) => reachOf(agency) !== 'mail').map(({ name }) => name);
  const [first = sentAt] = known;
  const body = html`${lines([
      `候補: ${known.map((slot) => instantInJapanese(slot)).join('、')}`,
      ...closedSlots(known, settings).map((warning) => `ご注意: ${warning}`),
      `都合を聞くメールを${String(chosen.length - byHand.length)}機関に、${words(sentAt)}から送ります。`,
      ...(byHand.length === 0 ? [] : [`紙や電話で聞く用事になります: ${byHand.join('、')}`]),
      'まだ何も送っていません。直すときは、下の欄を書き換えてください。',
    ])}
    <p class="row">
      <button type="submit" form="convene" name="step" value="send">この候補で都合を聞く</button>
    </p>`;
  const due = `都合の回答期限は${words(replyDue(settings, sentAt, first).replyBy)}になります`;
  return ok(html`${missingNumbers(office, settings, byHand.length > 0)}${notice('info', due, body)}`);
}
