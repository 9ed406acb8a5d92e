import { html } from 'hono/html';
import type { Invitation } from '../../../core/invitation/model.ts';
import type { Meeting, PollingMeeting } from '../../../core/meeting/model.ts';
import { markOf, type Proposed, proposedSlot, type Tally, tallyOf } from '../../../core/poll/best-slot.ts';
import type { Poll } from '../../../core/poll/model.ts';
import { availabilityIn, closedSlots, owesMarks, saidIn, withdrawnSlots } from '../../../core/poll/rules.ts';
import type { Settings } from '../../../core/settings/model.ts';
import { dayInJapanese, dayOf, type Instant, timeOf } from '../../../core/time.ts';
import type { Html } from '../../page/layout.ts';
import { badge, block, facts, lines, moment, notice } from '../../page/parts.ts';
import { table } from '../../page/table.ts';
import type { MeetingView } from './meeting-view.ts';
import { nameOfAgency, type Office } from '../office.ts';
import { fixForm } from './poll-forms.ts';

const slotWords = (slot: Instant) => `${dayInJapanese(dayOf(slot))} ${timeOf(slot)}`;

/** 日程調整 on the page of its meeting: what was said of each slot, the best one with its reason, and the button that fixes it. */
export function pollSection(office: Office, { meeting, settings }: MeetingView): Html {
  const { poll } = meeting;
  if (poll === undefined || meeting.state === 'cancelled') return html``;
  if (meeting.state !== 'polling') return poll.fixed === undefined ? html`` : found(office, meeting, poll);
  return block('日程調整', sought(office, meeting, settings));
}

function sought(office: Office, meeting: PollingMeeting, settings: Settings): Html {
  const { poll } = meeting;
  const proposed = proposedSlot(meeting, office.now);
  const warnings = closedSlots(poll.slots, settings);
  return html`${facts([
    ['回答期限', moment(poll.replyBy, office.now)],
    ['決め方', poll.auto ? '期限に、いちばんよい候補で自動で決める（迷うときは担当に聞く）' : '担当が決める'],
    ['取りやめた候補', withdrawnSlots(poll).map(slotWords).join('、') || undefined],
    ['見直す日時', poll.former === undefined ? undefined : moment(poll.former.startsAt, office.now)],
    ['聞き直した理由', poll.reason],
    [
      '未回答',
      names(
        office,
        meeting.invitations.filter((one) => owesMarks(poll, one)).map(({ agency }) => agency),
      ),
    ],
  ])}
  ${warnings.length === 0 ? '' : notice('warn', '休みの日の候補があります', lines(warnings))}
  ${marksTable(office, meeting, poll)}
  ${isUnanswered(meeting, office.now) ? awaiting(office, poll) : proposal(office, meeting, proposed)}
  ${office.convenes ? fixForm(office, meeting, proposed) : ''}`;
}

/** How the date was found, once it is. */
function found(office: Office, meeting: Meeting, poll: Poll): Html {
  const by = poll.fixed?.by === 'workflow' ? '期限に自動で決定' : (poll.fixed?.by ?? '');
  return html`<details class="block">
    <summary>日程調整の結果（${by}）</summary>
    <div class="unfold">
      ${facts([
        ['決まった日時', poll.fixed === undefined ? undefined : moment(poll.fixed.slot, office.now)],
        ['この候補にした理由', poll.fixed?.reason],
      ])}
      ${marksTable(office, meeting, poll)}
    </div>
  </details>`;
}

const tones = { '○': 'good', '△': 'warn', '×': 'plain' } as const;

function marksTable(office: Office, meeting: Meeting, poll: Poll): Html {
  const standing = meeting.invitations.filter(({ withdrawn }) => withdrawn === undefined);
  const rows = standing.map((one) => [
    html`${nameOfAgency(office, one.agency)}${meeting.quorum?.required.includes(one.agency) === true ? html` ${badge('必須', 'go')}` : ''}`,
    ...poll.slots.map((slot) => cell(poll, one, slot)),
    availabilityIn(poll, one)?.note ?? '',
  ]);
  const sums = ['合計', ...poll.slots.map((slot) => sumWords(tallyOf({ ...meeting, poll }, slot))), ''];
  return table({
    caption: '候補ごとの都合（○ 出席できる、△ 調整すれば、× 出席できない、－ 未回答）',
    head: ['機関', ...poll.slots.map(slotWords), 'ひとこと'],
    rows: [...rows, sums],
  });
}

function cell(poll: Poll, invitation: Invitation, slot: Instant): Html | string {
  const mark = markOf(poll, invitation, slot);
  if (mark !== undefined) return badge(mark, tones[mark]);
  const doubtful = availabilityIn(poll, invitation)?.marks[slot];
  return doubtful === undefined ? '－' : html`${doubtful} ${badge('未確認', 'bad')}`;
}

const sumWords = ({ circles, triangles, crosses }: Tally) =>
  `○${String(circles)} △${String(triangles)} ×${String(crosses)}`;

/** Nobody has answered yet, and there is time to. */
function isUnanswered({ poll, invitations }: PollingMeeting, now: Instant): boolean {
  const standing = invitations.filter(({ withdrawn }) => withdrawn === undefined);
  return now < poll.replyBy && standing.length > 0 && standing.every((one) => saidIn(poll, one) === undefined);
}

function awaiting({ now }: Office, { replyBy }: Poll): Html {
  return notice(
    'info',
    '回答を待っています',
    html`<p>まだどの機関も答えていません。回答期限は${moment(replyBy, now)}です。</p>`,
  );
}

/** The best slot, and why, in words. */
function proposal(office: Office, meeting: Meeting, proposed: Proposed | undefined): Html {
  if (proposed === undefined)
    return notice('bad', '候補の日時がすべて過ぎました', '別の候補で聞き直すか、会議を中止してください。');
  const { best, equal, fits } = proposed;
  if (!fits)
    return notice(
      'warn',
      `どの候補も条件に合いません（いちばん近いのは${slotWords(best.slot)}）`,
      html`${reasons(office, meeting, best)}
        <p>別の候補で聞き直すか、理由を書いてこの中から決めるか、会議を中止してください。</p>`,
    );
  const other =
    equal.length === 0
      ? ''
      : html`<p>${equal.map(({ slot }) => slotWords(slot)).join('、')}も同じ条件です。早い方を出しています。</p>`;
  return notice(
    'good',
    `いちばんよい候補は ${slotWords(best.slot)} です`,
    html`${reasons(office, meeting, best)}${other}`,
  );
}

function reasons(office: Office, meeting: Meeting, tally: Tally): Html {
  const { circles, triangles, crosses } = tally;
  const counts = `○が${String(circles)}機関、△が${String(triangles)}機関、×が${String(crosses)}機関`;
  return lines([...requiredWords(office, meeting, tally), counts]);
}

function requiredWords(office: Office, { quorum }: Meeting, { missed, unsure }: Tally): readonly string[] {
  if (quorum === undefined || quorum.required.length === 0) return [];
  if (missed.length + unsure.length === 0) return ['必須の機関は、みな○です'];
  return [
    ...(missed.length === 0 ? [] : [`必須の機関で、出席できないか未回答: ${names(office, missed) ?? ''}`]),
    ...(unsure.length === 0 ? [] : [`必須の機関で、△: ${names(office, unsure) ?? ''}`]),
  ];
}

function names(office: Office, agencies: readonly string[]): string | undefined {
  return agencies.length === 0 ? undefined : agencies.map((id) => nameOfAgency(office, id)).join('、');
}
