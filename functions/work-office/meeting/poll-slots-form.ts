import { html } from 'hono/html';
import type { PollingMeeting } from '../../../core/meeting/model.ts';
import { type Tally, tallyOf } from '../../../core/poll/best-slot.ts';
import { dayInJapanese, dayOf, instantInJapanese, timeOf } from '../../../core/time.ts';
import { fieldsOf } from '../../page/fields.ts';
import { postForm } from '../../page/form.ts';
import type { Html } from '../../page/layout.ts';
import { unfold } from '../../page/parts.ts';
import type { Office } from '../office.ts';
import { slotFields } from './poll-forms.ts';

/** 候補の取りやめ・追加: the poll goes on, and what was said of the other slots stands. */
export function pollSlotsForm({ nonce, typed, now }: Office, meeting: PollingMeeting): Html {
  const { poll } = meeting;
  const fields = fieldsOf('slots', typed);
  const ahead = poll.slots.filter((slot) => slot > now).map((slot) => tallyOf(meeting, slot));
  const form = postForm(
    { does: 'slots', nonce, typed, button: '候補を変えて知らせる', tone: 'line' },
    html`<p>
        日程調整はこのまま続きます。ほかの候補への回答は残り、聞き直しません。候補を聞いた機関には、何が変わったかを一度だけ知らせます（数分のうちの変更は一通にまとめます）。
      </p>
      ${fields.checks({ name: 'drop', label: '取りやめる候補', optional: true, options: ahead.map((tally) => [tally.slot, tallyWords(tally)]) })}
      <h3>足す候補</h3>
      <p class="hint">
        回答期限（${instantInJapanese(poll.replyBy)}）より後の日時にしてください。期限が近いときは、答える時間がとれるところまで期限も延びます。
      </p>
      ${slotFields(fields, { optional: true })}`,
  );
  return unfold('候補を取りやめる・足す', form, typed?.form === 'slots');
}

const tallyWords = ({ slot, circles, triangles, crosses }: Tally) =>
  `${dayInJapanese(dayOf(slot))} ${timeOf(slot)}（○${String(circles)} △${String(triangles)} ×${String(crosses)}）`;
