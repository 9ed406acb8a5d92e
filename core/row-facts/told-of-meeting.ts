import { latenessWords, type Meeting, meetingStates } from '../meeting/model.ts';
import { isHeld, openDecisions } from '../meeting/recording.ts';
import type { Plan } from '../plan/model.ts';
import type { Settings } from '../settings/model.ts';
import { meetingStatus } from '../status/rules.ts';
import { dayOf, type Instant, timeOf } from '../time.ts';
import type { RowFacts } from './model.ts';

/** Each meeting: how it stands, how many have answered, by when what it waits for is due, and whether it is late. */
export function meetingFacts(
  meetings: readonly Meeting[],
  plans: readonly Plan[],
  settings: Settings,
): readonly RowFacts[] {
  return meetings.map((meeting) => {
    const { invited, answered, dueAt, lateness } = meetingStatus(meeting, settings);
    const facts = {
      今の状態: meetingStates[meeting.state],
      回答状況: invited === 0 ? '' : `${String(answered)}/${String(invited)}機関`,
      期限: momentCell(dueAt ?? decisionBy(meeting, plans, settings)),
      遅れ: lateness === undefined ? '' : latenessWords[lateness],
    };
    return { key: meeting.id, facts };
  });
}

function decisionBy(meeting: Meeting, plans: readonly Plan[], settings: Settings): Instant | undefined {
  if (!isHeld(meeting) || meeting.state !== 'deciding') return undefined;
  return openDecisions(meeting, plans, settings)[0]?.dueAt;
}

/** `2026-06-08 17:15` */
function momentCell(at: Instant | undefined): string {
  return at === undefined ? '' : `${dayOf(at)} ${timeOf(at)}`;
}

/** Each meeting that was held: whether its minutes are final, and by when they are due. */
export function minutesFacts(meetings: readonly Meeting[], settings: Settings): readonly RowFacts[] {
  return meetings.filter(isHeld).map((meeting) => {
    const { dueAt, lateness } = meetingStatus(meeting, settings);
    const last = meeting.records.at(-1);
    const facts = {
      会議録の状態: last === undefined ? '未作成' : last.final ? `確定（第${String(last.edition)}版）` : '下書き',
      期限: momentCell(dueAt),
      遅れ: lateness === undefined ? '' : latenessWords[lateness],
    };
    return { key: meeting.id, facts };
  });
}
