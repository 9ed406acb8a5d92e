import type { CaseId } from '../ids.ts';
import type { HeldMeeting, Meeting } from '../meeting/model.ts';
import { isHeld } from '../meeting/recording.ts';
import type { Plan } from '../plan/model.ts';
import { type Day } from '../time.ts';

type Around = { readonly meetings: readonly Meeting[]; readonly plans: readonly Plan[] };

/**
 * 次回: the day that the final minutes of a case's last meeting name. Undefined when they name none, once another meeting is asked for, called or
 * held, and once the plan was evaluated since.
 */
export function nextAgreed(id: CaseId, { meetings, plans }: Around): Day | undefined {
  const own = meetings.filter(({ cases }) => cases.includes(id));
  const last = own.filter(isHeld).toSorted(byStart).at(-1);
  if (last === undefined || own.some(isAhead)) return undefined;
  const evaluations = plans.find((plan) => plan.id === id)?.evaluations ?? [];
  if (evaluations.some(({ at }) => at > last.appointment.startsAt)) return undefined;
  return last.records.findLast(({ final }) => final)?.next;
}

const byStart = (a: HeldMeeting, b: HeldMeeting) => a.appointment.startsAt.localeCompare(b.appointment.startsAt);

/** Somebody is bringing it about. */
function isAhead(meeting: Meeting): boolean {
  return !isHeld(meeting) && meeting.state !== 'cancelled' && meeting.state !== 'declined';
}
