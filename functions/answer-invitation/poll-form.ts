import { numberOf } from '../../core/meeting/together.ts';
import { html } from 'hono/html';
import type { PollingMeeting } from '../../core/meeting/model.ts';
import type { Availability } from '../../core/poll/model.ts';
import { availabilityIn, withdrawnSlots } from '../../core/poll/rules.ts';
import { classesOf } from '../../core/invitation/rules.ts';
import { dayInJapanese, dayOf, type Instant, timeOf } from '../../core/time.ts';
import { fieldsOf, type Option } from '../page/fields.ts';
import { postForm } from '../page/form.ts';
import type { Html } from '../page/layout.ts';
import { facts, lines, moment, notice } from '../page/parts.ts';
import { leaveForm } from './leave-form.ts';
import { placeHere } from './place-here.ts';
import type { Shown } from './shown.ts';
import type { Visit } from './visit.ts';

export const markOptions: readonly Option[] = [
  ['○', '○ 出席できる'],
  ['△', '△ 調整すれば出席できる'],
  ['×', '× 出席できない'],
];

/** 日程調整: until when, the ○△× of each slot and one button; what else there is to know comes after. Looking at the page changes nothing. */
export function pollState(visit: Visit, meeting: PollingMeeting, shown: Shown): Html {
  const { poll } = meeting;
  const said = availabilityIn(poll, visit.invitation);
  return html`${shown.done === undefined ? '' : thanks(said)}
    <section class="card glance" aria-labelledby="when">
      <h2 id="when" class="hidden">回答期限と場所</h2>
      ${facts([
        ['回答期限', html`<strong>${moment(poll.replyBy, visit.now)}</strong>`],
        ['場所', placeHere(poll)],
        ['お願いする立場', classesOf(visit.invitation).join('、')],
      ])}
    </section>
    <section class="block" aria-labelledby="answer">
      <h2 id="answer">${said === undefined ? '候補の日ごとに、ご都合をお答えください' : 'ご都合を変更する'}</h2>
      ${shown.done === undefined ? given(said) : ''}${late(visit, meeting, said)}${changed(meeting, said)}${allForm(meeting, said, shown)}${form(meeting, said, shown)}
    </section>
    ${about(meeting)} ${leaveForm(shown)}`;
}

function about(meeting: PollingMeeting): Html {
  return html`<section class="card block" aria-labelledby="about">
    <h2 id="about">この会議について</h2>
    ${facts([
      ['見通し', meeting.poll.outlook],
      ['会議番号', numberOf(meeting)],
    ])}
    <p class="small soft">日程が決まると、あらためてご案内します。招集担当は主担当を意味しません。</p>
  </section>`;
}

const UNTIL = '日程が決まるまで、この画面で何度でも変更できます。';

/** To whoever has just answered. */
function thanks(said: Availability | undefined): Html {
  if (said === undefined) return html``;
  return said.unconfirmed ? doubtful : notice('good', '回答を受け付けました', UNTIL);
}

/** To whoever comes back. */
function given(said: Availability | undefined): Html {
  if (said === undefined) return html``;
  return said.unconfirmed
    ? doubtful
    : notice('info', 'ご都合をいただいています', html`<p>${moment(said.at)}（${said.source}）。${UNTIL}</p>`);
}

const doubtful = notice(
  'warn',
  '回答を受け取りました（確認中）',
  '自動の操作と見分けがつかないため、担当から確認のご連絡をすることがあります。',
);

function late({ now }: Visit, { poll }: PollingMeeting, said: Availability | undefined): Html {
  if (said !== undefined || now <= poll.replyBy) return html``;
  return notice('warn', '回答期限を過ぎています', '日程が決まるまで、この画面で受け付けます。');
}

/** What is asked about no more, and whether something came that was not answered yet. */
function changed({ poll }: PollingMeeting, said: Availability | undefined): Html {
  const gone = withdrawnSlots(poll);
  const fresh = said === undefined ? [] : poll.slots.filter((slot) => said.marks[slot] === undefined);
  if (gone.length + fresh.length === 0) return html``;
  const words = (slots: readonly Instant[]) => slots.map((slot) => slotWords(slot)).join('、');
  return notice(
    fresh.length === 0 ? 'info' : 'warn',
    '候補が変わりました',
    lines([
      ...(gone.length === 0 ? [] : [`取りやめた候補: ${words(gone)}`]),
      ...(fresh.length === 0 ? [] : [`加わった候補: ${words(fresh)}。この候補にも、ご都合をお答えください。`]),
    ]),
  );
}

const slotWords = (slot: Instant) => `${dayInJapanese(dayOf(slot))} ${timeOf(slot)}`;

/** Each mark on a line of its own, so that three stand side by side on a telephone. */
const besides: readonly Option[] = markOptions.map(([value, text]) => [value, text.replace(' ', '\n')]);

function form({ poll }: PollingMeeting, said: Availability | undefined, { nonce, typed }: Shown): Html {
  const fields = fieldsOf('answer-poll', typed);
  return postForm(
    { does: 'answer-poll', nonce, typed, button: 'この都合で回答する' },
    html`<p class="small soft">どの日にも、印を一つずつつけてください。</p>
      ${poll.slots.map(
        (slot) =>
          html`<div class="marks">
            ${fields.radios({
              name: `mark.${slot}`,
              label: slotWords(slot),
              value: said?.marks[slot],
              options: besides,
            })}
          </div>`,
      )}
      ${fields.text({ name: 'note', label: 'ひとこと', optional: true, value: said?.note, hint: '例: 16日は11時までなら出られます。世帯の方の名前は書かないでください。' })}`,
  );
}

/** Whoever can come on any of many days says so in one press; as any answer it can be changed. */
function allForm({ poll }: PollingMeeting, said: Availability | undefined, { nonce, typed }: Shown): Html {
  if (said !== undefined || poll.slots.length < 2) return html``;
  const carry = poll.slots.map((slot) => [`mark.${slot}`, '○'] as const);
  return postForm(
    { does: 'all-slots', nonce, typed, button: 'どの日も出席できる（すべて○）', tone: 'line', carry },
    html``,
  );
}
