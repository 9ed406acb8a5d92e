import { addBusinessDays, rollForward } from '../calendar.ts';
import type { PersonId } from '../ids.ts';
import type { AgendaItem } from '../schedule/agenda.ts';
import type { Settings } from '../settings/model.ts';
import { addDays, type Day, dayOf, type Instant, jst } from '../time.ts';
import { allAnsweredAt } from '../poll/rules.ts';
import type { Meeting, PollingMeeting } from './model.ts';

export type HostStep = 'ask-host' | 'host-overdue';

/** What somebody of the host still owes to a meeting that nobody is invited to yet. */
export type Awaited = {
  readonly taskKind: 'request' | 'approval' | 'redraft' | 'reconsider' | 'elsewhere' | 'fix-date';
  /** Whose turn it is; undefined: the host's officer, or its supervisor for 決裁. */
  readonly whose?: PersonId;
  /** When somebody is asked. */
  readonly askAt: Instant;
  readonly due: Day;
  /** A second day by which the supervisor hears, where the first one passed in vain. */
  readonly last?: Day;
};

/** What is waited for before a meeting is convened; undefined when nothing is, or when it is convened. */
export function awaitedOf(meeting: Meeting, settings: Settings): Awaited | undefined {
  switch (meeting.state) {
    case 'requested':
      return meeting.requestedAt === undefined ? undefined : requested(meeting.requestedAt, settings);
    case 'drafted':
      return meeting.draft === undefined ? undefined : drafted(meeting.draft, settings);
    case 'declined':
      return meeting.followedBy === undefined ? declined(meeting.declined, settings) : undefined;
    case 'elsewhere':
      return meeting.elsewhere.outcome === undefined ? elsewhere(meeting.elsewhere, settings) : undefined;
    case 'polling':
      return polling(meeting, settings);
    default:
      return undefined;
  }
}

/** An officer who acts the same day hears nothing; what lies until the next morning becomes a task. */
function requested(since: Instant, settings: Settings): Awaited {
  const asked = addBusinessDays(dayOf(since), 1, settings);
  return { taskKind: 'request', askAt: jst(asked, settings.chaseAt), due: dueAfter(dayOf(since), settings) };
}

type Drafted = Extract<Meeting, { state: 'drafted' }>['draft'] & {};

function drafted({ at, by, sentBack }: Drafted, settings: Settings): Awaited {
  const { approvalDueBusinessDays: days } = settings;
  const since = sentBack?.at ?? at;
  const wait = { askAt: since, due: addBusinessDays(dayOf(since), days, settings) };
  return sentBack === undefined ? { taskKind: 'approval', ...wait } : { taskKind: 'redraft', whose: by, ...wait };
}

function declined({ by, review }: Extract<Meeting, { state: 'declined' }>['declined'], settings: Settings): Awaited {
  const day = rollForward(review, settings);
  const askAt = jst(day, settings.chaseAt);
  return { taskKind: 'reconsider', whose: by, askAt, due: dueAfter(day, settings) };
}

function elsewhere({ by, on }: Extract<Meeting, { state: 'elsewhere' }>['elsewhere'], settings: Settings): Awaited {
  const day = rollForward(addDays(on, 1), settings);
  const askAt = jst(day, settings.chaseAt);
  return { taskKind: 'elsewhere', whose: by, askAt, due: dueAfter(day, settings) };
}

/**
 * The convener fixes the date at the deadline, or as soon as everybody has answered; what is fixed by itself waits for the deadline. The
 * supervisor hears while there is a business day left before the first slot, and once more before the last.
 */
function polling({ poll, invitations }: PollingMeeting, settings: Settings): Awaited {
  const { convener: whose, replyBy, auto } = poll;
  const answered = auto ? undefined : allAnsweredAt(poll, invitations);
  const askAt = answered !== undefined && answered < replyBy ? answered : replyBy;
  const [first = replyBy, last = first] = [poll.slots[0], poll.slots.at(-1)];
  const dueFor = (slot: Instant) => dueBefore(slot, dayOf(replyBy), settings);
  const wait = { askAt, due: dueFor(first), last: dueFor(last) };
  return { taskKind: 'fix-date', whose, ...wait };
}

/** As ever after the deadline, but so that the business day before the slot is left; never before the deadline itself. */
function dueBefore(slot: Instant, deadline: Day, settings: Settings): Day {
  const [least = deadline] = [dueAfter(deadline, settings), addBusinessDays(dayOf(slot), -2, settings)].toSorted();
  return least < deadline ? deadline : least;
}

function dueAfter(day: Day, settings: Settings): Day {
  return addBusinessDays(day, settings.requestDueBusinessDays, settings);
}

/** All that time will do before a meeting is convened: ask whose turn it is, then tell the supervisor. It never ends by itself. */
export function hostAgenda(meeting: Meeting, settings: Settings): readonly AgendaItem<HostStep>[] | undefined {
  const awaited = awaitedOf(meeting, settings);
  if (awaited === undefined) return undefined;
  const { taskKind, askAt, due, last = due } = awaited;
  const occasion = `${taskKind}-${String(meeting.decisions ?? 0)}`;
  const overdue = (day: Day) => jst(addBusinessDays(day, 1, settings), settings.chaseAt);
  return [
    { key: `ask-${occasion}`, step: 'ask-host', at: askAt },
    { key: `overdue-${occasion}`, step: 'host-overdue', at: overdue(due) },
    ...(last === due ? [] : [{ key: `overdue-last-${occasion}`, step: 'host-overdue', at: overdue(last) } as const]),
  ];
}
