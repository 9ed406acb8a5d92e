import { linksBeyond } from '../commands/meeting/personal-links.ts';
import type { Deps } from '../commands/command.ts';
import { fixed } from '../commands/poll/fixed.ts';
import { gateForSlot } from '../commands/poll/polled.ts';
import type { Invitation } from '../invitation/model.ts';
import type { Meeting, PollingMeeting } from '../meeting/model.ts';
import { lettersToPolled } from '../message/poll-letters.ts';
import { isRemindedOfPoll, type PollingStep } from '../poll/agenda.ts';
import { proposedSlot } from '../poll/best-slot.ts';
import { isToBePolled, owesMarks, pollOccasion } from '../poll/rules.ts';
import { settingsForMeeting } from '../settings/kept.ts';
import { settingsOf } from '../settings/rules.ts';
import { newTask, openTasks } from '../task/rules.ts';
import { dayOf, type Instant } from '../time.ts';
import { hostSteps } from './host.ts';
import { replaced } from './replaced.ts';
import type { Taken } from './step.ts';

type Step = (deps: Deps, meeting: PollingMeeting, key: string) => Promise<Taken<Meeting>>;

/** What time does while a date is sought (日程調整). */
export const pollingSteps: Readonly<Record<PollingStep, Step>> = {
  async invite(deps, meeting) {
    const { poll } = meeting;
    const [first] = meeting.invitations.filter((one) => isToBePolled(poll, one));
    // All of one generation at a time: the mail's id bears it. The run looks again for others.
    const { generation = 1 } = first ?? {};
    const fresh = (one: Invitation) => isToBePolled(poll, one) && one.generation === generation;
    const occasion = pollOccasion(poll, { generation });
    const letters = await lettersToPolled(deps, meeting, 'poll', { occasion, only: fresh });
    const polled = { round: poll.round, at: deps.clock.now() };
    const invitations = meeting.invitations.map((one) => (fresh(one) ? { ...one, polled } : one));
    const last = poll.slots.at(-1) ?? poll.replyBy;
    const links = await linksBeyond(deps, meeting, meeting.invitations.filter(fresh), dayOf(last));
    return {
      record: { ...meeting, invitations },
      letters,
      also: [...links, ...(await replaced(deps, meeting, letters))],
    };
  },

  async remind(deps, meeting, key) {
    const settings = settingsForMeeting(meeting, await settingsOf(deps, meeting.town));
    const only = isRemindedOfPoll(dayOf(deps.clock.now()), meeting, settings);
    return { record: meeting, letters: await lettersToPolled(deps, meeting, 'reminder', { occasion: key, only }) };
  },

  async phone(deps, meeting, key) {
    const { town, id, poll } = meeting;
    const open = (await openTasks(deps, town, id)).map((task) => task.about);
    const silent = meeting.invitations.filter((one) => owesMarks(poll, one) && !open.includes(one.agency));
    const needed = { town, for: poll.convener, subject: { kind: 'meeting', id }, openedAt: deps.clock.now() } as const;
    const tasks = silent.map(({ agency }) =>
      newTask({ ...needed, taskKind: 'phone', about: agency, dueAt: poll.slots[0], occasion: key }),
    );
    return { record: meeting, also: tasks };
  },

  /** The deadline: what is to be fixed by itself is, when there is no question about it; all else is the convener's to decide. */
  async 'ask-host'(deps, meeting, key) {
    return (await fixedByItself(deps, meeting)) ?? hostSteps['ask-host'](deps, meeting, key);
  },

  'host-overdue': (deps, meeting, key) => hostSteps['host-overdue'](deps, meeting, key),
};

async function isOpenTo(deps: Deps, meeting: PollingMeeting, slot: Instant): Promise<boolean> {
  const cases = await Promise.all(meeting.cases.map((id) => deps.store.get('case', meeting.town, id)));
  const known = cases.filter((one) => one !== undefined);
  return known.length === cases.length && (await gateForSlot(deps, meeting, known, slot)) === undefined;
}

async function fixedByItself(deps: Deps, meeting: PollingMeeting): Promise<Taken<Meeting> | undefined> {
  const proposed = proposedSlot(meeting, deps.clock.now());
  if (!meeting.poll.auto || proposed?.plain !== true) return undefined;
  const { slot } = proposed.best;
  if (!(await isOpenTo(deps, meeting, slot))) return undefined;
  const saved = await fixed(deps, meeting, { slot, by: 'workflow' });
  if (!saved.ok) return undefined;
  const record = saved.value.put.find((one) => one.kind === 'meeting');
  if (record?.kind !== 'meeting') return undefined;
  return { record, also: saved.value.put.filter((one) => one !== record), outbox: saved.value.outbox };
}
