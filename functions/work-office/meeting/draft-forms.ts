import { html } from 'hono/html';
import type { Draft, Meeting } from '../../../core/meeting/model.ts';
import type { Settings } from '../../../core/settings/model.ts';
import { mailableFrom, replyDue } from '../../../core/settings/rules.ts';
import { dayOf, timeOf } from '../../../core/time.ts';
import { fieldsOf } from '../../page/fields.ts';
import { postForm } from '../../page/form.ts';
import type { Html } from '../../page/layout.ts';
import { facts, lines, moment, notice, unfold } from '../../page/parts.ts';
import type { Typed } from '../../page/typed.ts';
import type { MeetingView } from './meeting-view.ts';
import { nameOfAgency, type Office } from '../office.ts';

/** 起案: what will be sent, what was said against it, and what its supervisor or its drafter can do with it. */
export function draftSection(office: Office, { meeting, settings }: MeetingView): Html {
  const draft = draftOf(meeting);
  if (draft === undefined) return html``;
  return html`${draftState(draft)}${draftFacts(office, draft)}${office.convenes ? draftActs(office, draft, settings) : ''}`;
}

export function draftOf(meeting: Meeting): Draft | undefined {
  return meeting.state === 'drafted' ? meeting.draft : undefined;
}

function draftState({ by, at, sentBack }: Draft): Html {
  return sentBack === undefined
    ? notice(
        'info',
        '起案：決裁を待っています',
        html`${by}さんが${moment(at)}に起案しました。関係機関にはまだ何も送っていません。`,
      )
    : notice('warn', '差し戻されました', html`${sentBack.by}さん（${moment(sentBack.at)}）: ${sentBack.reason}`);
}

function draftFacts(office: Office, draft: Draft): Html {
  return facts([
    draft.slots === undefined
      ? ['日時', html`<strong>${moment(draft.date)}</strong>`]
      : ['日程調整の候補', lines(draft.slots.map((slot) => moment(slot)))],
    ['場所', draft.place],
    ['見通し', draft.outlook],
    ['ご準備', draft.preparation],
    [
      '招集先',
      lines(
        draft.invitations.map(
          (one) =>
            html`${nameOfAgency(office, one.agency)}（${one.class}）<br /><span class="small soft"
                >${one.purposes.map(({ text }) => text).join('／')}${one.preparation === undefined ? '' : `（ご準備：${one.preparation}）`}</span
              >`,
        ),
      ),
    ],
  ]);
}

function draftActs(office: Office, draft: Draft, settings: Settings): Html {
  const mine = office.actor.role === 'supervisor' && draft.sentBack === undefined;
  return html`${mine ? approvalForms(office, draft, settings) : ''}${withdrawForm(office)}`;
}

/** 決裁, with the reply deadline as it would be if it were approved now; and 差戻し. */
function approvalForms({ nonce, typed, now }: Office, draft: Draft, settings: Settings): Html {
  const { replyBy } = replyDue(settings, mailableFrom(settings, now, draft.urgent), draft.date);
  const late = draft.date <= now;
  const approve = late
    ? notice('bad', '開催日時を過ぎています', '差し戻して、新しい日時で起案し直してください。')
    : postForm(
        { does: 'approve', nonce, typed, button: '決裁して案内を送る' },
        html`<p>いま決裁すると、回答期限は<strong>${moment(replyBy)}</strong>になります。</p>`,
      );
  const back = postForm(
    { does: 'send-back', nonce, typed, button: '差し戻す', tone: 'line' },
    fieldsOf('send-back', typed).area({ name: 'reason', label: '差し戻す理由' }),
  );
  return html`${approve}${unfold('差し戻す', back, typed?.form === 'send-back')}`;
}

function withdrawForm({ nonce, typed }: Office): Html {
  const form = postForm(
    { does: 'withdraw-draft', nonce, typed, button: '起案を取り下げる', tone: 'stop' },
    html`<p>開催依頼があったものは、開催依頼に戻ります。なかったものは中止になります。</p>`,
  );
  return unfold('起案を取り下げる', form, typed?.form === 'withdraw-draft');
}

/** What a draft says of finding the date and of who must be there. */
function pollTyped({ slots = [], auto, quorum }: Draft): readonly (readonly [string, string])[] {
  const least = quorum?.least === undefined ? [] : [['least', String(quorum.least)] as const];
  return [
    ...slots.flatMap((slot, index) => [
      [`slot-date-${String(index + 1)}`, dayOf(slot)] as const,
      [`slot-time-${String(index + 1)}`, timeOf(slot)] as const,
    ]),
    ...(auto === true ? [['auto', 'yes'] as const] : []),
    ...(quorum?.required ?? []).map((agency) => ['required', agency] as const),
    ...least,
  ];
}

/** The convening form with everything the draft holds: nothing is typed twice. */
export function typedFromDraft(draft: Draft): Typed {
  const values = new URLSearchParams({
    date: dayOf(draft.date),
    time: timeOf(draft.date),
    place: draft.place,
    outlook: draft.outlook,
    preparation: draft.preparation ?? '',
  });
  // A draft of a poll has slots instead of its one date.
  if (draft.slots !== undefined) values.delete('date');
  for (const [name, value] of pollTyped(draft)) values.append(name, value);
  if (draft.urgent) values.append('urgent', 'yes');
  for (const { agency, class: part, purposes, preparation = '' } of draft.invitations) {
    values.append('agency', agency);
    values.append(`class.${agency}`, part);
    values.append(`preparation.${agency}`, preparation);
    values.append(`purpose.${agency}`, purposes.map(({ text }) => text).join('\n'));
    for (const member of new Set(purposes.flatMap(({ members }) => members)))
      values.append(`members.${agency}`, member);
  }
  return { form: 'convene', values };
}
