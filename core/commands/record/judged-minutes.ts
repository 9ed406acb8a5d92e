import type { Actor } from '../../access/model.ts';
import type { Case } from '../../case/model.ts';
import type { HeldMeeting } from '../../meeting/model.ts';
import type { MeetingRecord } from '../../record/model.ts';
import type { Refused } from '../../refusal.ts';
import { refuse, type Result } from '../../result.ts';
import { type Day, dayOf, jst } from '../../time.ts';
import type { Deps } from '../command.ts';
import { attendeeRefusal } from './attendees.ts';
import { overrideFor } from './unplanned.ts';

type Said = Pick<MeetingRecord, 'attendance' | 'items'> & {
  readonly watch?: string | undefined;
  readonly next?: Day | undefined;
  readonly override?: string | undefined;
};
type About = {
  readonly meeting: HeldMeeting;
  readonly cases: readonly Case[];
  readonly final: boolean;
  /** Minutes that are corrected: their next date may have come meanwhile. */
  readonly before?: MeetingRecord;
};

/** Whether minutes may say this: who was there, whom they speak of, and when people meet next. */
export async function judgedMinutes(
  deps: Deps,
  actor: Actor,
  said: Said,
  about: About,
): Promise<Result<Pick<MeetingRecord, 'override'>, Refused>> {
  const now = deps.clock.now();
  const refusal =
    nothingSaid(said, about) ??
    nextRefused(said.next, about, dayOf(now)) ??
    (await attendeeRefusal(deps, about.meeting, said.attendance));
  return refusal === undefined ? overrideFor(actor, said, about, now) : refuse(refusal);
}

/** What a supervisor let pass leaves a line of its own in the audit log. */
export function passedIn({ override }: Pick<MeetingRecord, 'override'>): readonly string[] {
  return override === undefined ? [] : ['override:minutes'];
}

/** Final minutes say what was talked about: who was there is not enough, a watch-over plan (方針未定) is. */
function nothingSaid({ items, watch }: Said, { final, before }: About): Refused | undefined {
  const empty = final && items.length === 0 && watch === undefined;
  return empty && before?.items.length !== 0 ? { code: 'minutes-empty' } : undefined;
}

const NEXT = '次回の予定';

function nextRefused(next: Day | undefined, { meeting, final, before }: About, today: Day): Refused | undefined {
  if (next === undefined || !final || next === before?.next) return undefined;
  const held = dayOf(meeting.appointment.startsAt);
  if (next <= held) return { code: 'not-after', field: NEXT, received: next, than: held };
  return before === undefined && next < today ? { code: 'too-late', date: jst(next, '0:00'), field: NEXT } : undefined;
}
