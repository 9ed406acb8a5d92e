import { html } from 'hono/html';
import { sourceSchema } from '../../../core/invitation/source.ts';
import type { Invitation } from '../../../core/invitation/model.ts';
import type { PollingMeeting } from '../../../core/meeting/model.ts';
import type { Proposed } from '../../../core/poll/best-slot.ts';
import { MOST_SLOTS, markSchema } from '../../../core/poll/model.ts';
import { availabilityIn } from '../../../core/poll/rules.ts';
import { dayInJapanese, dayOf, timeOf } from '../../../core/time.ts';
import { type Fields, fieldsOf } from '../../page/fields.ts';
import { postForm } from '../../page/form.ts';
import type { SentForm } from '../../page/sent-form.ts';
import type { Html } from '../../page/layout.ts';
import { unfold } from '../../page/parts.ts';
import type { Office } from '../office.ts';
import { pathOf } from '../paths.ts';

const opened = (office: Office, does: string) => office.typed?.form === does;

/** One press fixes the date: the best slot is marked beforehand. */
export function fixForm(office: Office, { poll }: PollingMeeting, proposed: Proposed | undefined): Html {
  const { nonce, typed, now } = office;
  const fields = fieldsOf('fix', typed);
  const ahead = poll.slots.filter((slot) => slot > now);
  if (ahead.length === 0) return html``;
  return postForm(
    { does: 'fix', nonce, typed, button: 'この日時に決めて案内を送る' },
    html`${fields.radios({
      name: 'slot',
      label: '決める日時',
      value: proposed?.best.slot,
      options: ahead.map((slot) => [slot, `${dayInJapanese(dayOf(slot))} ${timeOf(slot)}`]),
      hint: '全機関に、決まった日時の案内を送ります。○の機関は「出席」として扱い、もう一度は聞きません。ほかの候補は空きに戻ります。',
    })}
    ${fields.text({ name: 'reason', label: 'この候補に決める理由', when: '必須の機関か定足数を満たさないときは必須', hint: '所内の記録に残ります。関係機関には送りません。' })}`,
  );
}

/** 再調整: other slots, also of a meeting whose date does not hold. */
export function againForm(office: Office, words: string, auto: boolean): Html {
  const { nonce, typed } = office;
  const fields = fieldsOf('poll', typed);
  const form = postForm(
    { does: 'poll', nonce, typed, button: 'この候補で都合を聞く', tone: 'line' },
    html`<p>全機関に、新しい候補で都合を聞き直します。前の回答は記録として残り、数えません。</p>
      ${slotFields(fields, {})} ${autoField(fields, auto)}
      ${fields.text({ name: 'reason', label: '聞き直す理由', optional: true, hint: '所内の記録に残ります。関係機関には送りません。' })}`,
  );
  return unfold(words, form, opened(office, 'poll'));
}

export function autoField(fields: Fields, on: boolean): Html {
  return fields.tick({ name: 'auto', value: 'yes', on, text: '回答期限に、いちばんよい候補で自動で決める' });
}

/**
 * Up to ten days with their times; the first rows stand open.
 * @param first how the first one is asked for: without it there is nothing to ask about
 */
export function slotFields(fields: Fields, first: { readonly when?: string; readonly optional?: true }): Html {
  const row = (index: number) => {
    const asked = index === 1 ? first : { optional: true };
    return html`<div class="side">
      ${fields.date({ name: `slot-date-${String(index)}`, label: `候補${String(index)}の日`, ...asked })}${fields.time({ name: `slot-time-${String(index)}`, label: `候補${String(index)}の時刻`, ...asked, value: '14:00' })}
    </div>`;
  };
  const rows = Array.from({ length: MOST_SLOTS }, (_, index) => row(index + 1));
  return html`${rows.slice(0, SHOWN)}${unfold(`候補をもっと増やす（${String(MOST_SLOTS)}まで）`, html`${rows.slice(SHOWN)}`)}`;
}
const SHOWN = 3;

/** The slots that were filled in, as typed: `2026-06-16T10:00`. */
export function slotsIn(form: SentForm): readonly string[] {
  return Array.from({ length: MOST_SLOTS }, (_, index) => String(index + 1)).flatMap((number) => {
    const day = form.text(`slot-date-${number}`);
    return day === undefined ? [] : [`${day}T${form.text(`slot-time-${number}`) ?? ''}`];
  });
}

/** ○△× that came by telephone or FAX, and the sheet to send. */
export function pollReplyForm(office: Office, meeting: PollingMeeting, invitation: Invitation, index: number): Html {
  const does = `answer-poll-${String(index)}`;
  const fields = fieldsOf(does, office.typed);
  const said = availabilityIn(meeting.poll, invitation);
  const sources = sourceSchema.options.filter((source) => source !== 'リンク');
  const marks = markSchema.options.map((mark) => [mark, mark] as const);
  const form = postForm(
    {
      does,
      nonce: office.nonce,
      typed: office.typed,
      button: '都合を記録する',
      carry: [['agency', invitation.agency]],
    },
    html`${meeting.poll.slots.map((slot) =>
      fields.radios({
        name: `mark.${slot}`,
        label: `${dayInJapanese(dayOf(slot))} ${timeOf(slot)}`,
        value: said?.marks[slot],
        options: marks,
      }),
    )}
    ${fields.select({ name: 'source', label: '受けた方法', value: '電話', options: sources.map((source) => [source, source]) })}
    ${fields.text({ name: 'note', label: 'ひとこと', optional: true, value: said?.note })}`,
  );
  return html`<details class="plain-details" ${opened(office, does) ? html` open` : ''}>
      <summary>電話・FAXの都合を入力する</summary>
      <div class="inside">${form}</div>
    </details>
    <p class="small">
      <a href="${pathOf(office, 'meetings', meeting.id, 'letter', invitation.agency)}">日程調整の紙（印刷・FAX用）</a>
    </p>`;
}
