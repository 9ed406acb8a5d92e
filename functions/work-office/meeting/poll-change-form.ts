import { html } from 'hono/html';
import { modeSchema } from '../../../core/meeting/gathering.ts';
import type { PollingMeeting } from '../../../core/meeting/model.ts';
import { dayOf, timeOf } from '../../../core/time.ts';
import { type Fields, fieldsOf } from '../../page/fields.ts';
import { postForm } from '../../page/form.ts';
import type { Html } from '../../page/layout.ts';
import { agencyPicks } from '../agency/agency-picks.ts';
import { nameOfAgency, type Office } from '../office.ts';
import type { MeetingView } from './meeting-view.ts';
import { preparationFields, shownPreparations } from './preparation-fields.ts';

/** 日程調整中: who is asked, where people would meet, and until when to answer, while the poll goes on. */
export function pollChangeForm(office: Office, { cases }: MeetingView, { poll, invitations }: PollingMeeting): Html {
  const { nonce, typed } = office;
  const fields = fieldsOf('change', typed, { edits: true });
  const { place, preparation, mode = '対面', replyBy } = poll;
  const prepared = { toAll: preparation, invitations };
  const invited = invitations.filter((one) => one.withdrawn === undefined).map(({ agency }) => agency);
  const others = office.agencies.filter((agency) => !invited.some((id) => id === agency.id));
  const carry = [
    ['was-place', place],
    ['was-mode', mode],
    ...shownPreparations(prepared),
    ['was-reply-by', `${dayOf(replyBy)}T${timeOf(replyBy)}`],
  ] as const;
  return postForm(
    { does: 'change', nonce, typed, button: '変更する', carry },
    html`<p>
        加えた機関には、残っている候補をすぐに尋ねます。外した機関には、取消を一度だけ知らせます。場所・期限・ご準備は知らせを出さず、関係機関のページと、このあとの催促・案内に載ります。
      </p>
      ${whereFields(fields, poll)} ${preparationFields(office, fields, prepared)}
      <div class="side">
        ${fields.date({ name: 'reply-date', label: '回答期限（延ばす）', value: dayOf(replyBy) })}${fields.time({ name: 'reply-time', label: '時刻', value: timeOf(replyBy) })}
      </div>
      ${fields.checks({ name: 'remove', label: '尋ねるのをやめる機関', optional: true, options: invited.map((id) => [id, nameOfAgency(office, id)]) })}
      ${fields.text({ name: 'remove-reason', label: 'やめる理由（所内の記録）', when: '必須の機関のときは必須' })}
      ${
        others.length === 0
          ? ''
          : html`<h3>加えて尋ねる機関</h3>
              ${agencyPicks(office, fields, { cases, more: others })}`
      }`,
  );
}

function whereFields(fields: Fields, { place, mode = '対面', url }: PollingMeeting['poll']): Html {
  const modes = modeSchema.options.map((word) => [word, word] as const);
  return html`${fields.select({ name: 'mode', label: '開き方', value: mode, options: modes })}
  ${fields.text({ name: 'place', label: '場所', value: place })}
  ${fields.text({ name: 'url', label: 'オンラインの参加用URL', optional: true, value: url })}`;
}
