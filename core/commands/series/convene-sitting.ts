import type { Staff } from '../../access/model.ts';
import type { Body } from '../../body/model.ts';
import { type MeetingId, meetingIdSchema, type TownCode } from '../../ids.ts';
import type { ConvenedMeeting, HeldMeeting, Meeting } from '../../meeting/model.ts';
import type { Refused } from '../../refusal.ts';
import { refuse, type Result } from '../../result.ts';
import type { Item, Series, Sitting } from '../../series/model.ts';
import { withoutReasons } from '../../series/rules.ts';
import { type Day, dayOf } from '../../time.ts';
import { casesOf } from '../case/cases-of.ts';
import type { Deps } from '../command.ts';
import { conveneInput, convening, dated } from '../meeting/convene-meeting.ts';
import type { Saving } from '../save.ts';
import { taskAbout, whyNot } from './series-in-line.ts';

export type DueSitting = { readonly series: Series; readonly body: Body; readonly sitting: Sitting };
type Made = Saving & { readonly sitting: Sitting };

/**
 * A date whose time has come: convened with all of its cases that pass their gates. Each that does not is left out with a task that says
 * why; when none is left the date is one without cases.
 */
export async function convenedSitting(deps: Deps, officer: Staff | undefined, due: DueSitting): Promise<Made> {
  const { sitting } = due;
  const { left, made } = await sorted(deps, officer, due);
  const tasks = await Promise.all(
    left.map(({ item, error }) =>
      taskAbout(deps, item, { occasion: sitting.day, because: whyNot(error), dueAt: sitting.startsAt }),
    ),
  );
  const leftOut = left.map(({ item, error }) => ({ town: item.town, case: item.case, because: error.code }));
  const over = { ...sitting, items: withoutReasons(sitting.items) };
  const marked = leftOut.length === 0 ? over : { ...over, leftOut };
  if (made === undefined) return without(due.series, marked, tasks.flat());
  const meeting = { town: made.town, id: meetingIdSchema.parse(made.id) };
  return { ...made, put: [...made.put, ...tasks.flat()], sitting: { ...marked, state: 'called', meeting } };
}

type Left = { readonly item: Item; readonly error: Refused };
type Sorted = { readonly left: readonly Left[]; readonly made?: Saving };

/** Each case alone through the gates, then those that passed together. What each may alone they may not together: all of them are left out. */
async function sorted(deps: Deps, officer: Staff | undefined, due: DueSitting): Promise<Sorted> {
  const { items } = due.sitting;
  const alone = await Promise.all(items.map(async (item) => ({ item, one: await tried(deps, officer, due, [item]) })));
  const left = alone.flatMap(({ item, one }) => (one.ok ? [] : [{ item, error: one.error }]));
  const fit = alone.filter(({ one }) => one.ok).map(({ item }) => item);
  if (fit.length === 0) return { left };
  const together = await tried(deps, officer, due, fit);
  if (together.ok) return { left, made: together.value };
  return { left: [...left, ...fit.map((item) => ({ item, error: together.error }))] };
}

/** Nobody had been invited, so nobody is told. */
function without({ town, id }: Series, sitting: Sitting, put: Saving['put']): Made {
  return { command: 'series', town, id, put, sitting: { ...sitting, state: 'empty' } };
}

/** What convening with these cases would save, or the gate that is closed. */
async function tried(
  deps: Deps,
  officer: Staff | undefined,
  { series, body, sitting }: DueSitting,
  items: readonly Item[],
): Promise<Result<Saving, Refused>> {
  if (officer === undefined) return refuse({ code: 'not-host', town: items[0]?.town ?? series.town });
  const found = await casesOf(
    deps,
    officer,
    items.map((item) => item.case),
  );
  if (!found.ok) return found;
  const { town, cases } = found.value;
  const other = await otherThatDay(deps, town, body, sitting);
  if (other !== undefined) return refuse({ code: 'already-exists', id: other.id });
  const id = await freeNumber(deps, town, sitting.day);
  const basis = basisOf(items);
  const said = conveneInput.parse({
    meeting: id,
    date: sitting.startsAt,
    outlook: body.regular?.said ?? '定例会',
    body: series.id,
    cadence: '定期',
  });
  const meeting: Meeting = {
    ...{ kind: 'meeting', town, id, version: 0, state: 'drafted', framework: body.framework, cadence: '定期' },
    ...{ cases: items.map((item) => item.case), emergency: false, invitations: [], done: {}, ...basis },
  };
  return convening(deps, officer, meeting, { said: dated(said), cases });
}

/** The grounds its cases came with; of two, the one that says less is known, and every reason by its case. */
function basisOf(items: readonly Item[]): Pick<Meeting, 'ground' | 'reason'> {
  const grounds = items.flatMap(({ ground }) => ground ?? []).toSorted();
  const [ground] = grounds.length < items.length ? [] : grounds;
  const reasons = items.flatMap((item) => (item.reason === undefined ? [] : [item]));
  const said = reasons.map((item) => (items.length === 1 ? item.reason : `${item.case}：${item.reason ?? ''}`));
  return {
    ...(ground === undefined ? {} : { ground }),
    ...(said.length === 0 ? {} : { reason: said.join('\n') }),
  };
}

/** Somebody convened the same body for that day by hand. */
async function otherThatDay(deps: Deps, town: TownCode, body: Body, { startsAt }: Sitting) {
  const meetings = (await deps.store.list('meeting', town)).filter(isToBeHeld);
  return meetings.find((one) => one.body === body.id && dayOf(one.appointment.startsAt) === dayOf(startsAt));
}

function isToBeHeld(meeting: Meeting): meeting is ConvenedMeeting | HeldMeeting {
  return meeting.state !== 'cancelled' && 'appointment' in meeting;
}

async function freeNumber(deps: Deps, town: TownCode, day: Day): Promise<MeetingId> {
  const known = await deps.store.list('meeting', town, `定例-${day}`);
  return meetingIdSchema.parse(known.length === 0 ? `定例-${day}` : `定例-${day}-${String(known.length + 1)}`);
}
