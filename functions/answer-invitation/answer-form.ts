import { numberOf } from '../../core/meeting/together.ts';
import { html } from 'hono/html';
import { currentReply } from '../../core/invitation/rules.ts';
import type { Reply } from '../../core/invitation/model.ts';
import { isInWriting } from '../../core/meeting/in-writing.ts';
import type { Appointment } from '../../core/meeting/model.ts';
import { fieldsOf } from '../page/fields.ts';
import { postForm } from '../page/form.ts';
import type { Html } from '../page/layout.ts';
import { moment, notice, unfold } from '../page/parts.ts';
import type { Shown } from './shown.ts';
import type { Visit } from './visit.ts';

/** Five answers, one labelled button each. Looking at the page changes nothing; only a pressed button does. */
export function answerForms(visit: Visit, appointment: Appointment, shown: Shown): Html {
  const reply = currentReply(visit.invitation);
  const form = (does: string, button: string, body: Html = html``, tone?: 'line') =>
    postForm({ does, nonce: shown.nonce, button, typed: shown.typed, ...(tone === undefined ? {} : { tone }) }, body);
  const open = (does: string) => shown.typed?.form === does;
  if (isInWriting({ appointment }))
    return html`<section class="block" aria-labelledby="answer">
      <h2 id="answer">${reply === undefined ? '書面でご意見をお寄せください' : '回答を変更する'}</h2>
      ${shown.done === undefined ? answered(reply, '期限まで') : ''}
      ${form('意見書提出', '意見書を提出する', opinion(visit, shown))}
      ${form('欠席', '意見はありません（欠席）', html``, 'line')}
    </section>`;
  return html`<section class="block" aria-labelledby="answer">
    <h2 id="answer">${reply === undefined ? '出欠をお答えください' : '回答を変更する'}</h2>
    ${shown.done === undefined ? answered(reply) : ''}${late(visit, appointment, reply)}
    <ul class="answers">
      <li>${form('出席', '出席する')}</li>
      <li>${form('欠席', '欠席する', html``, 'line')}</li>
    </ul>
    ${unfold('代わりの人が出席する（代理出席）', form('代理出席', '代理出席で回答する', deputy(shown)), open('代理出席'))}
    ${unfold('出席せず、意見を書面で出す（意見書提出）', form('意見書提出', '意見書を提出する', opinion(visit, shown)), open('意見書提出'))}
    ${unfold('日程を変えてほしい', form('日程変更希望', '日程変更の希望を送る', otherDate(shown)), open('日程変更希望'))}
  </section>`;
}

function answered(reply: Reply | undefined, until = '会議が始まるまで'): Html {
  if (reply === undefined) return html``;
  return notice(
    reply.unconfirmed ? 'warn' : 'info',
    `いまの回答は「${reply.answer}」です${reply.unconfirmed ? '（未確認）' : ''}`,
    html`<p>${moment(reply.at)}（${reply.source}）。${until}変更できます。</p>`,
  );
}

/** The date is another than the one that was answered: that answer is history, and whoever gave it may not know. */
export function askedAnew({ invitation }: Visit): Html {
  const reply = currentReply(invitation);
  const before = invitation.replies.at((invitation.repliesBefore ?? 0) - 1);
  if (reply !== undefined || before === undefined || invitation.repliesBefore === undefined) return html``;
  return notice(
    'warn',
    '日程が変わりました。もう一度お答えください',
    html`<p>前の回答「${before.answer}」（${moment(before.at)}）は、前の日程へのものです。</p>`,
  );
}

function late({ now }: Visit, { replyBy }: Appointment, reply: Reply | undefined): Html {
  if (reply !== undefined || now <= replyBy) return html``;
  return notice('warn', '回答期限を過ぎています', '会議が始まるまで、この画面で受け付けます。');
}

const deputy = ({ typed }: Shown) =>
  fieldsOf('代理出席', typed).text({ name: 'deputy', label: '代わりに出席する人', hint: '例: 生活相談係 田中' });
const opinion = ({ meeting, alongside }: Visit, { typed }: Shown) =>
  fieldsOf('意見書提出', typed).area({
    name: 'text',
    label: '意見',
    hint: `会議の参加者だけが読みます。世帯の方の名前は書かないでください。${alongside.length === 0 ? '' : `この文は会議${numberOf(meeting)}だけに届きます。ほかの会議への意見は、その会議のページから送ってください。`}`,
  });
const otherDate = ({ typed }: Shown) =>
  fieldsOf('日程変更希望', typed).area({
    name: 'text',
    label: '都合のよい日時',
    hint: '例: 6月16日の午後、17日は終日',
  });
