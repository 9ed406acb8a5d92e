import { html } from 'hono/html';
import type { Invitation } from '../../../core/invitation/model.ts';
import { owes } from '../../../core/invitation/rules.ts';
import type { PollingMeeting } from '../../../core/meeting/model.ts';
import { isToBePolled, owesMarks } from '../../../core/poll/rules.ts';
import { fieldsOf } from '../../page/fields.ts';
import { postForm } from '../../page/form.ts';
import type { Html } from '../../page/layout.ts';
import { moment, notice } from '../../page/parts.ts';
import type { Office } from '../office.ts';

/** What the convener can do about an agency that was not reached, or that is not to be reminded just now. */
export function reachForms(office: Office, invitation: Invitation, index: number): Html {
  if (!office.convenes || invitation.invitedAt === undefined) return html``;
  return html`${resendForm(office, invitation, index)}
  ${owes(invitation) || invitation.paused !== undefined ? pauseForm(office, invitation, index) : ''}`;
}

/** The same while a date is sought. */
export function pollReachForms(office: Office, { poll }: PollingMeeting, invitation: Invitation, index: number): Html {
  if (!office.convenes || isToBePolled(poll, invitation)) return html``;
  return html`${resendForm(office, invitation, index)}
  ${owesMarks(poll, invitation) || invitation.paused !== undefined ? pauseForm(office, invitation, index) : ''}`;
}

function resendForm({ nonce, typed }: Office, { agency, generation }: Invitation, index: number): Html {
  const does = `resend-${String(index)}`;
  const carry = [
    ['agency', agency],
    ['generation', String(generation)],
  ] as const;
  return html`<details class="plain-details">
    <summary>案内を送り直す</summary>
    <div class="inside">
      <p class="hint">
        いま登録されている宛先へ、新しいリンクで送ります。前のリンクは使えなくなります。回答はそのまま残ります。
      </p>
      ${postForm({ does, nonce, typed, button: '送り直す', tone: 'line', carry }, html``)}
    </div>
  </details>`;
}

function pauseForm({ nonce, typed, now }: Office, { agency, paused }: Invitation, index: number): Html {
  const does = `pause-${String(index)}`;
  if (paused !== undefined) {
    const carry = [
      ['agency', agency],
      ['resume', 'yes'],
    ] as const;
    return notice(
      'info',
      '催促を止めています',
      html`<p>${paused.reason}（${paused.by} ${moment(paused.at, now)}）</p>
        ${postForm({ does, nonce, typed, button: '催促を再開する', tone: 'line', carry }, html``)}`,
    );
  }
  const form = postForm(
    { does, nonce, typed, button: '催促を止める', tone: 'line', carry: [['agency', agency]] },
    fieldsOf(does, typed).text({ name: 'reason', label: '止める理由', hint: '例: 電話で、来週返事をもらう約束をした' }),
  );
  return html`<details class="plain-details" ${typed?.form === does ? html` open` : ''}>
    <summary>この機関への催促を止める</summary>
    <div class="inside">${form}</div>
  </details>`;
}
