import { html } from 'hono/html';
import { mayBeAskedAgain } from '../../../core/commands/request/ask-again.ts';
import { mayBeDeclined } from '../../../core/commands/request/decline-request.ts';
import { mayGoElsewhere } from '../../../core/commands/request/take-elsewhere.ts';
import { existingBodies } from '../../../core/body/existing.ts';
import type { Meeting } from '../../../core/meeting/model.ts';
import { dayOf } from '../../../core/time.ts';
import { fieldsOf } from '../../page/fields.ts';
import { postForm } from '../../page/form.ts';
import type { Html } from '../../page/layout.ts';
import { dayWords, notice, unfold } from '../../page/parts.ts';
import { requestToSitting } from '../body/to-sitting-form.ts';
import type { MeetingView } from './meeting-view.ts';
import type { Office } from '../office.ts';
import { pathOf } from '../paths.ts';

export const OTHER_BODY = 'その他';

const opened = (office: Office, does: string) => office.typed?.form === does;

/** What the host can do with a 開催依頼 besides convening: 見送り, or taking it to a body that exists already. */
export function otherChoices(office: Office, { meeting, dates }: MeetingView): Html {
  const today = dayOf(office.now);
  const again =
    meeting.state === 'declined' ? 'もう一度見送る（新しい再検討日を残す）' : '見送る（理由と再検討日を残す）';
  return html`${mayBeDeclined(meeting, today) ? unfold(again, declineForm(office), opened(office, 'decline')) : ''}
  ${mayGoElsewhere(meeting) ? requestToSitting(office, dates) : ''}
  ${mayGoElsewhere(meeting) && meeting.state !== 'elsewhere' ? unfold('既存会議に諮る（招集はしません）', elsewhereForm(office, meeting), opened(office, 'elsewhere')) : ''}`;
}

function declineForm({ nonce, typed }: Office): Html {
  const fields = fieldsOf('decline', typed);
  return postForm(
    { does: 'decline', nonce, typed, button: '見送りを記録する', tone: 'line' },
    html`<p>再検討日の朝に、担当の用事に出ます。忘れられることはありません。</p>
      ${fields.area({ name: 'reason', label: '見送る理由' })}${fields.date({ name: 'review', label: '再検討する日' })}`,
  );
}

function elsewhereForm({ nonce, typed }: Office, meeting: Meeting): Html {
  const fields = fieldsOf('elsewhere', typed, { edits: meeting.state === 'elsewhere' });
  const before = meeting.state === 'elsewhere' ? meeting.elsewhere : undefined;
  const known = existingBodies.some((name) => name === before?.body);
  return postForm(
    {
      ...({ does: 'elsewhere', nonce, typed, button: '既存会議に諮ることを記録する', tone: 'line' } as const),
      carry: [['version', String(meeting.version)]],
    },
    html`<p>その会議の案内は、その会議の事務局が出します。ここからは何も送りません。</p>
      ${fields.select({ name: 'body', label: '諮る会議', value: before === undefined || known ? before?.body : OTHER_BODY, options: [...existingBodies, OTHER_BODY].map((name) => [name, name]) })}
      ${fields.text({ name: 'other', label: 'その他の会議の名前', value: known ? undefined : before?.body, when: 'その他のときは必須' })}
      ${fields.date({ name: 'on', label: 'その会議の日', value: before?.on })}`,
  );
}

/** While an existing body has the case: its outcome, or another date; then, or after a 見送り, one press asks again. */
export function afterDeciding(office: Office, view: MeetingView): Html {
  const { meeting } = view;
  return html`${meeting.state === 'elsewhere' ? elsewhereForms(office, meeting) : ''}${againForm(office, view)}`;
}

function elsewhereForms(office: Office, meeting: Extract<Meeting, { state: 'elsewhere' }>): Html {
  const { nonce, typed, now } = office;
  const { body, on, outcome } = meeting.elsewhere;
  if (outcome !== undefined || !office.convenes) return html``;
  const over = on < dayOf(now);
  const form = postForm(
    { does: 'outcome', nonce, typed, button: '結果を記録する' },
    fieldsOf('outcome', typed).area({ name: 'outcome', label: `「${body}」での結果` }),
  );
  return html`${unfold(`「${body}」の結果を記録する`, form, over || opened(office, 'outcome'))}
  ${unfold('会議や日を直す', elsewhereForm(office, meeting), opened(office, 'elsewhere'))}`;
}

function againForm({ nonce, typed }: Office, { meeting, suggestedMeeting }: MeetingView): Html {
  if (!mayBeAskedAgain(meeting)) return html``;
  return postForm(
    {
      does: 'again',
      nonce,
      typed,
      button: 'もう一度、開催を依頼する',
      tone: 'line',
      carry: [['meeting', suggestedMeeting]],
    },
    html`<p>
      同じケース・同じ枠組みで、新しい開催依頼（${suggestedMeeting}）を出します。前の記録はそのまま残り、つながります。
    </p>`,
  );
}

/** The meeting it was asked for again by, and the one before. */
export function kin(
  office: Office,
  { follows, followedBy }: Meeting,
): readonly (readonly [string, Html | undefined])[] {
  const link = (id: string | undefined) =>
    id === undefined ? undefined : html`<a href="${pathOf(office, 'meetings', id)}">会議 ${id}</a>`;
  return [
    ['前の依頼', link(follows)],
    ['その後の依頼', link(followedBy)],
  ];
}

/** For the town that asked, and for whoever only reads: who has to decide now. */
export function waitingWords({ state }: Meeting): Html {
  if (state === 'drafted') return notice('info', '起案が決裁を待っています', '決裁のあと、案内が送られます。');
  if (state === 'requested')
    return notice(
      'info',
      '開催する側の担当が、招集・見送り・既存会議のどれにするかを決めます',
      '決まるとこの画面に出ます。',
    );
  return html``;
}

/** What an existing body has or has said. */
export function elsewhereWords(meeting: Meeting): Html | undefined {
  if (meeting.state !== 'elsewhere') return undefined;
  const { body, on, outcome } = meeting.elsewhere;
  const said =
    outcome === undefined
      ? html`<br /><span class="small soft">結果はまだ記録されていません</span>`
      : html`<br />${outcome.text}`;
  return html`${body}（${dayWords(on)}）${said}`;
}
