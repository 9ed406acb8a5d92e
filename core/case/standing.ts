import { awaitedOf } from '../meeting/awaiting-host.ts';
import { isConvened } from '../meeting/convening.ts';
import type { Meeting } from '../meeting/model.ts';
import { isHeld, openDecisions, recordDue } from '../meeting/recording.ts';
import type { Plan } from '../plan/model.ts';
import type { Settings } from '../settings/model.ts';
import type { Task } from '../task/model.ts';
import { addDays, type Day, dayOf } from '../time.ts';
import type { Case } from './model.ts';
import { nextAgreed } from './next-agreed.ts';
import { isOver } from './rules.ts';

/** What of a case falls due next: a meeting, its minutes or decision, the next time the minutes name, what the host decides, a review, or something to do. */
export type NextDate = {
  readonly on: Day;
  readonly what: 'meeting' | 'record' | 'decision' | 'agreed' | 'host' | 'review' | 'task';
};

export const nextWords = {
  meeting: '会議',
  record: '会議録',
  decision: '支援決定',
  agreed: '次回（会議録）',
  host: '開催する側の返事',
  review: 'モニタリング',
  task: '用事',
} as const satisfies Readonly<Record<NextDate['what'], string>>;

/** A case as it stands among all that is under way about it. */
export type Standing = {
  readonly one: Case;
  readonly open: boolean;
  /** The earliest date, which may have passed; none where nothing would ever bring the case up again. */
  readonly next: NextDate | undefined;
  readonly late: boolean;
  /** Since when nobody has led an open case 「未定（整理中）」; undefined while somebody does. */
  readonly leadless: Day | undefined;
};

type Around = {
  readonly meetings: readonly Meeting[];
  readonly plans: readonly Plan[];
  readonly tasks: readonly Task[];
};
type Dated = readonly [id: string, date: NextDate];

/** All cases of a town with what is due of each, the earliest first; open ones without any date follow, and what is over comes last. */
export function standingsOf(
  cases: readonly Case[],
  around: Around,
  settings: Settings,
  today: Day,
): readonly Standing[] {
  const next = new Map<string, NextDate>();
  for (const [id, date] of [...datesIn(around, settings), ...agreedOf(cases, around)]) {
    const known = next.get(id);
    if (known === undefined || date.on < known.on) next.set(id, date);
  }
  const late = lateCases(around);
  return cases
    .map((one) => {
      const open = !isOver(one);
      const date = next.get(one.id);
      return {
        one,
        open,
        next: date,
        late: late.has(one.id) || (date !== undefined && date.on < today),
        leadless: open ? leadlessSince(one, today) : undefined,
      };
    })
    .toSorted(mostPressing);
}

/** 次回 of the minutes, until it came about; a case that is over needs none. */
function agreedOf(cases: readonly Case[], around: Around): readonly Dated[] {
  return cases
    .filter((one) => !isOver(one))
    .flatMap(({ id }) => {
      const on = nextAgreed(id, around);
      return on === undefined ? [] : [[id, { on, what: 'agreed' }] satisfies Dated];
    });
}

function datesIn({ meetings, plans, tasks }: Around, settings: Settings): readonly Dated[] {
  const casesOf = new Map<string, readonly string[]>(meetings.map(({ id, cases }) => [id, cases]));
  const aboutOf = ({ subject }: Task) => (subject.kind === 'meeting' ? (casesOf.get(subject.id) ?? []) : [subject.id]);
  return [
    ...meetings.flatMap((meeting) => datesOf(meeting, plans, settings)),
    ...plans
      .filter(({ state }) => state === 'active')
      .map(({ id, monitoring }): Dated => [id, { on: monitoring.review, what: 'review' }]),
    ...tasks.flatMap((task) =>
      task.done !== undefined || task.dueAt === undefined
        ? []
        : aboutOf(task).map((id): Dated => [id, { on: dayOf(task.dueAt ?? task.openedAt), what: 'task' }]),
    ),
  ];
}

function datesOf(meeting: Meeting, plans: readonly Plan[], settings: Settings): readonly Dated[] {
  const all = (date: NextDate) => meeting.cases.map((id): Dated => [id, date]);
  if (isConvened(meeting)) return all({ on: dayOf(meeting.appointment.startsAt), what: 'meeting' });
  if (isHeld(meeting)) {
    if (meeting.state === 'recording') return all({ on: dayOf(recordDue(meeting, settings)), what: 'record' });
    if (meeting.state === 'completed') return [];
    return openDecisions(meeting, plans, settings).map((open): Dated => [
      open.case,
      { on: dayOf(open.dueAt), what: 'decision' },
    ]);
  }
  const awaited = awaitedOf(meeting, settings);
  return awaited === undefined ? [] : all({ on: awaited.due, what: 'host' });
}

/** Cases of which staff or the prefecture see 超過 or 遅延. */
function lateCases({ meetings, plans }: Around): ReadonlySet<string> {
  const isLate = ({ lateness }: Pick<Meeting, 'lateness'>) => lateness !== undefined;
  return new Set([
    ...meetings.filter(isLate).flatMap(({ cases }) => cases),
    ...plans.filter(({ monitoring }) => isLate(monitoring)).map(({ id }) => id),
  ]);
}

/** Whoever was named for a stage leads until its last day. */
function leadlessSince({ leads, history = [], openedOn }: Case, today: Day): Day | undefined {
  const named = leads.filter(({ who }) => who !== undefined);
  if (named.some(({ until }) => until === undefined || until >= today)) return undefined;
  const ends = named.flatMap(({ until }) => (until === undefined ? [] : [addDays(until, 1)]));
  const changes = named.length > 0 ? [] : history.filter(({ of }) => of === 'lead').map(({ at }) => dayOf(at));
  return [openedOn, ...ends, ...changes].toSorted().at(-1);
}

const LAST = '9999-12-31';
const rank = ({ open, next }: Standing) => `${open ? '0' : '1'}${next?.on ?? LAST}`;

/** What is due first; of the same day C-2 before C-10. */
function mostPressing(a: Standing, b: Standing): number {
  const [first, second] = [rank(a), rank(b)];
  if (first !== second) return first < second ? -1 : 1;
  return a.one.id.localeCompare(b.one.id, 'ja', { numeric: true });
}
