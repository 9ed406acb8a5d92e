import { html } from 'hono/html';
import type { AgencyId, CaseId } from '../../../core/ids.ts';
import { casesFor } from '../../../core/invitation/cases.ts';
import { isInWriting, opinionsOf } from '../../../core/meeting/in-writing.ts';
import { callOf } from '../../../core/meeting/together.ts';
import type { ConvenedMeeting, HeldMeeting } from '../../../core/meeting/model.ts';
import type { MeetingRecord } from '../../../core/record/model.ts';
import { dayOf, timeOf } from '../../../core/time.ts';
import { fieldsOf } from '../../page/fields.ts';
import { postForm } from '../../page/form.ts';
import type { SentForm } from '../../page/sent-form.ts';
import type { Html } from '../../page/layout.ts';
import { unfold } from '../../page/parts.ts';
import { nameOfAgency, type Office } from '../office.ts';

/** 書面開催: instead of a meeting, or with another deadline where it is one in writing already. */
export function writtenForm(office: Office, meeting: ConvenedMeeting): Html {
  const { nonce, typed } = office;
  const fields = fieldsOf('in-writing', typed);
  const { startsAt } = meeting.appointment;
  const again = isInWriting(meeting);
  const button = again ? '期限を変えて関係機関に知らせる' : '書面で開くと関係機関に知らせる';
  const form = postForm(
    { does: 'in-writing', nonce, typed, button, tone: 'line' },
    html`<p>
        ${again ? 'もう出された意見は、そのまま有効です。' : '全機関に「集まらずに書面で開く」と知らせ、予定表から会議を消し、意見書をお願いします。出された意見書は、そのまま有効です。'}
      </p>
      <div class="side">
        ${fields.date({ name: 'date', label: '意見の期限の日', value: dayOf(startsAt) })}${fields.time({ name: 'time', label: '時刻', value: timeOf(startsAt) })}
      </div>
      ${fields.text({ name: 'reason', label: '書面で開く理由', hint: '所内の記録に残ります。関係機関には送りません。' })}`,
  );
  return unfold(again ? '意見の期限を変える' : '集まらずに書面で開く（書面開催）', form, typed?.form === 'in-writing');
}

/** The deadline as typed: `2026-06-16T10:00`. */
export function untilIn(form: SentForm): string {
  return `${form.text('date') ?? ''}T${form.text('time') ?? ''}`;
}

/** Every opinion sent in, as an item of the minutes until somebody has saved a draft: none is forgotten. */
export function opinionItems(office: Office, meeting: HeldMeeting): MeetingRecord['items'] {
  return opinionsOf(meeting).map(({ agency, text }) => ({
    topic: `意見書（${nameOfAgency(office, agency)}）`,
    discussed: text,
    case: onlyCaseOf(meeting, agency),
  }));
}

/** Of a meeting about several cases, an opinion is about the one its agency was called for. */
function onlyCaseOf(meeting: HeldMeeting, agency: AgencyId): CaseId | undefined {
  const call = callOf(meeting, agency);
  const [one, ...more] = call === undefined ? [] : casesFor(meeting.cases, call);
  return more.length === 0 ? one : undefined;
}
