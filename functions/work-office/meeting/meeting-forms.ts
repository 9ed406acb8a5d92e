import { html } from 'hono/html';
import { mayConvene } from '../../../core/access/rules.ts';
import { isConvened } from '../../../core/meeting/convening.ts';
import { isHeld } from '../../../core/meeting/recording.ts';
import { isInWriting } from '../../../core/meeting/in-writing.ts';
import type { ConvenedMeeting, HeldMeeting, Meeting, PollingMeeting } from '../../../core/meeting/model.ts';
import { modeSchema } from '../../../core/meeting/gathering.ts';
import { dayOf, timeOf } from '../../../core/time.ts';
import { type Fields, fieldsOf } from '../../page/fields.ts';
import { postForm } from '../../page/form.ts';
import type { Html } from '../../page/layout.ts';
import { block, unfold } from '../../page/parts.ts';
import { agencyPicks } from '../agency/agency-picks.ts';
import { conveneForm } from './convene-form.ts';
import type { MeetingView } from './meeting-view.ts';
import { nameOfAgency, type Office } from '../office.ts';
import { draftOf, draftSection } from './draft-forms.ts';
import { afterDeciding, otherChoices, waitingWords } from './host-forms.ts';
import { sittingLink } from '../sitting/sitting-link.ts';
import { writtenForm } from './written-form.ts';
import { pollChangeForm } from './poll-change-form.ts';
import { againForm } from './poll-forms.ts';
import { pollSlotsForm } from './poll-slots-form.ts';
import { preparationFields, shownPreparations } from './preparation-fields.ts';
import { recordForm } from './record-form.ts';

const opened = (office: Office, does: string) => office.typed?.form === does;

/** Only what the state of the meeting allows; the next step stands open. */
export function meetingForms(office: Office, view: MeetingView): Html {
  const { meeting } = view;
  if (isConvened(meeting)) return whileConvened(office, view);
  if (meeting.state === 'polling') return whilePolling(office, view, meeting);
  if (isHeld(meeting)) return afterMeeting(office, view, meeting);
  return meeting.state === 'cancelled' ? html`` : toConvene(office, view);
}

function afterMeeting(office: Office, view: MeetingView, meeting: HeldMeeting): Html {
  const final = meeting.records.some((record) => record.final);
  const does = final ? 'correct' : 'record';
  return block(
    final ? '会議録を直す' : '会議録を書く',
    unfold(
      final ? '確定した会議録を直す（理由を書いて新しい版にします）' : '会議録',
      recordForm(office, view, does),
      !final || opened(office, does),
    ),
  );
}

function toConvene(office: Office, view: MeetingView): Html {
  const { meeting } = view;
  const drafted = draftSection(office, view);
  if (!office.convenes)
    return block('つぎの動き', html`${drafted}${waitingWords(meeting)}${afterDeciding(office, view)}`);
  if (meeting.followedBy !== undefined || meeting.state === 'elsewhere')
    return block('つぎの動き', afterDeciding(office, view));
  const draft = draftOf(meeting);
  const words = draft === undefined ? '関係機関を招集する' : '起案を直す';
  return block(
    draft === undefined ? '招集する、見送る、または既存会議に諮る' : '起案と決裁',
    html`${drafted} ${unfold(words, conveneForm(office, view), draft === undefined || opened(office, 'convene'))}
    ${draft === undefined ? sittingLink(office, meeting.cases) : ''}${otherChoices(office, view)}${afterDeciding(office, view)}`,
  );
}

function whilePolling(office: Office, view: MeetingView, meeting: PollingMeeting): Html {
  if (!office.convenes) return html``;
  return block(
    '候補の変更・聞き直し・中止',
    html`${pollSlotsForm(office, meeting)} ${againForm(office, '別の候補で聞き直す', meeting.poll.auto)}
    ${unfold('尋ねる機関・場所・期限を変える', pollChangeForm(office, view, meeting), opened(office, 'change'))}
    ${unfold('会議を中止する', cancelForm(office, meeting), opened(office, 'cancel'))}`,
  );
}

function whileConvened(office: Office, view: MeetingView): Html {
  const { meeting } = view;
  if (!office.convenes || !isConvened(meeting)) return html``;
  const written = isInWriting(meeting);
  return block(
    '変更・中止',
    html` ${unfold(written ? '招集先を変える' : '日時・場所・ご準備・招集先を変える', changeForm(office, view), opened(office, 'change'))}
    ${written || meeting.together !== undefined ? '' : againForm(office, '候補を出して日程を調整し直す', false)}
    ${meeting.together === undefined ? writtenForm(office, meeting) : ''}
    ${unfold('会議を中止する', cancelForm(office, meeting), opened(office, 'cancel'))}`,
  );
}

const APART = html`<p>
  ほかの町村の会議も同じ席です。日時と場所は、すべての町村の会議を招集できる人だけが変えられます。ご準備と招集する機関は、この会議だけのものです。
</p>`;

/** Whether somebody may move or end all parts of its sitting (合同の席). */
function mayMoveAll({ actor, towns }: Office, { together = [] }: Meeting): boolean {
  return together.every((part) => towns.some((town) => town.id === part.town && mayConvene(actor, town)));
}

function changeForm(office: Office, { meeting, cases }: MeetingView): Html {
  if (!isConvened(meeting)) return html``;
  const { nonce, typed } = office;
  const fields = fieldsOf('change', typed, { edits: true });
  const { fieldsets, shown } = whatMayChange(office, fields, meeting);
  const invited = meeting.invitations.filter((one) => one.withdrawn === undefined).map(({ agency }) => agency);
  const others = office.agencies.filter((agency) => !invited.some((id) => id === agency.id));
  return postForm(
    {
      does: 'change',
      nonce,
      typed,
      button: '変更して関係機関に知らせる',
      carry: [...shown, ['version', String(meeting.appointment.sequence)]],
    },
    html`${fieldsets}
    ${fields.checks({ name: 'remove', label: '招集を取り下げる機関', optional: true, options: invited.map((id) => [id, nameOfAgency(office, id)]) })}
    ${fields.text({ name: 'remove-reason', label: '取り下げる理由（所内の記録）', when: '必須の機関のときは必須' })}
    ${
      others.length === 0
        ? ''
        : html`<h3>招集を加える機関</h3>
            ${agencyPicks(office, fields, { cases, more: others })}`
    }`,
  );
}

/** Date and place of a whole sitting for whoever may move it; in writing nobody meets, and nobody brings anything. */
function whatMayChange(office: Office, fields: Fields, meeting: ConvenedMeeting) {
  const mayMove = mayMoveAll(office, meeting);
  const apart = mayMove ? '' : APART;
  if (isInWriting(meeting)) return { fieldsets: html`${apart}`, shown: [] };
  const prepared = { toAll: meeting.appointment.preparation, invitations: meeting.invitations };
  return {
    fieldsets: html`${mayMove ? whenFields(fields, meeting) : apart} ${preparationFields(office, fields, prepared)}`,
    shown: [...(mayMove ? shownDate(meeting) : []), ...shownPreparations(prepared)],
  };
}

/** What the fields showed, so that only something else is a change. */
function shownDate({ appointment }: ConvenedMeeting): readonly (readonly [string, string])[] {
  const { startsAt, place, mode = '対面' } = appointment;
  return [
    ['was-date', `${dayOf(startsAt)}T${timeOf(startsAt)}`],
    ['was-place', place],
    ['was-mode', mode],
  ];
}

function whenFields(fields: Fields, { appointment }: ConvenedMeeting): Html {
  const { startsAt, place, mode = '対面', url } = appointment;
  return html`<p>日時を変えると、全機関に出欠を聞き直します。</p>
    <div class="side">
      ${fields.date({ name: 'date', label: '日', value: dayOf(startsAt) })}${fields.time({ name: 'time', label: '時刻', value: timeOf(startsAt) })}
    </div>
    ${fields.select({ name: 'mode', label: '開き方', value: mode, options: modeSchema.options.map((word) => [word, word]) })}
    ${fields.text({ name: 'place', label: '場所', value: place })}
    ${fields.text({ name: 'url', label: 'オンラインの参加用URL', optional: true, value: url, hint: '変えても知らせは出ません。関係機関のページに出ます。' })}`;
}

function cancelForm(office: Office, meeting: Meeting): Html {
  const { nonce, typed } = office;
  const fields = fieldsOf('cancel', typed);
  const whole = { name: 'whole', value: 'yes', text: '同じ席のほかの会議も、すべて中止する' };
  return postForm(
    { does: 'cancel', nonce, typed, button: '会議を中止する', tone: 'stop' },
    html`<p>関係機関には「中止」とだけ伝わり、理由は送られません。</p>
      ${fields.area({ name: 'reason', label: '中止の理由（所内の記録）' })}
      ${meeting.together === undefined || !mayMoveAll(office, meeting) ? '' : fields.tick(whole)}`,
  );
}
