import { approverFor, officerFor } from '../access/host-people.ts';
import type { Deps } from '../commands/command.ts';
import type { PersonId } from '../ids.ts';
import { type Awaited, awaitedOf, type HostStep } from '../meeting/awaiting-host.ts';
import type { Meeting } from '../meeting/model.ts';
import { type Letters, together } from '../message/envelope.ts';
import { officePage } from '../message/office-page.ts';
import { letterToStaff } from '../message/staff-letters.ts';
import { overdueWording } from '../message/wording/overdue.ts';
import { staffTaskWording } from '../message/wording/staff-task.ts';
import { settingsOf } from '../settings/rules.ts';
import type { Task } from '../task/model.ts';
import { newTask, openTasks } from '../task/rules.ts';
import { jst } from '../time.ts';
import type { Taken } from './step.ts';
import { supervisorOf } from './supervisor.ts';

type Step = (deps: Deps, meeting: Meeting, key: string) => Promise<Taken<Meeting>>;

/** What time does to a meeting that nobody is invited to yet: it asks whose turn it is, and never decides itself. */
export const hostSteps: Readonly<Record<HostStep, Step>> = {
  async 'ask-host'(deps, meeting, key) {
    const asked = await askedIn(deps, meeting);
    if (asked === undefined) return { record: meeting };
    const task = taskFor(deps, meeting, asked, key);
    const { taskKind, dueAt, openedAt, about } = task;
    // A request stands in the list of requests; whoever answers it within days needs no mail about it.
    if (taskKind === 'request') return { record: meeting, also: [task] };
    const page = officePage(meeting, 'meetings', meeting.id);
    const letters = await letterToStaff(
      deps,
      { town: meeting.town, subjectId: meeting.id, kind: 'staff-task', occasion: key, to: asked.to, task },
      (staffName) => staffTaskWording({ staffName, page, taskKind, about, subjectId: meeting.id, dueAt, openedAt }),
    );
    return { record: meeting, letters, also: [task] };
  },

  async 'host-overdue'(deps, meeting, key) {
    const asked = await askedIn(deps, meeting);
    const late = { ...meeting, lateness: 'overdue' as const };
    if (asked === undefined) return { record: late };
    const supervisor = await supervisorOf(deps, meeting.town, asked.to, meeting.cases);
    const open = await openTasks(deps, meeting.town, meeting.id);
    const known = open.find((one) => one.taskKind === 'overdue' && one.for === supervisor);
    const task = known ?? taskFor(deps, meeting, { ...asked, to: supervisor, kind: 'overdue' }, key);
    const letters = await Promise.all(
      [...new Set([asked.to, supervisor])].map((to) =>
        overdueLetter(deps, meeting, { to, key, awaited: asked.awaited, task }),
      ),
    );
    return { record: late, letters: together(letters), also: [task] };
  },
};

type Overdue = {
  readonly to: PersonId;
  readonly key: string;
  readonly awaited: Awaited;
  /** The supervisor's. */
  readonly task: Task;
};

/** Whose turn it is hears what to do; the supervisor, that a colleague is late. */
function overdueLetter(deps: Deps, meeting: Meeting, { to, key, awaited, task }: Overdue): Promise<Letters> {
  const page = officePage(meeting, 'meetings', meeting.id);
  const facts = { page, what: what[awaited.taskKind], id: meeting.id, wasDue: awaited.due } as const;
  const reader = to === task.for ? 'supervisor' : 'officer';
  const occasion = { town: meeting.town, subjectId: meeting.id, kind: 'overdue', occasion: key, to, task } as const;
  return letterToStaff(deps, occasion, (staffName) => overdueWording({ ...facts, staffName, reader }));
}

const what = {
  request: '開催依頼',
  approval: '起案',
  redraft: '起案',
  reconsider: '見送りの再検討',
  elsewhere: '既存会議の結果',
  'fix-date': '日程の決定',
} as const;

type Asked = { readonly awaited: Awaited; readonly to: PersonId; readonly kind?: 'overdue' };

/** Whose turn it is; undefined when nobody of the host is registered. */
async function askedIn(deps: Deps, meeting: Meeting): Promise<Asked | undefined> {
  const awaited = awaitedOf(meeting, await settingsOf(deps, meeting.town));
  if (awaited === undefined) return undefined;
  const find = awaited.taskKind === 'approval' ? approverFor : officerFor;
  const to = awaited.whose ?? (await find(deps, meeting.town))?.id;
  return to === undefined ? undefined : { awaited, to };
}

function taskFor(deps: Deps, { town, id }: Meeting, { awaited, to, kind }: Asked, occasion: string): Task {
  const dueAt = jst(awaited.due, '17:15');
  const subject = { kind: 'meeting', id } as const;
  const taskKind = kind ?? awaited.taskKind;
  return newTask({ town, taskKind, for: to, about: id, subject, openedAt: deps.clock.now(), dueAt, occasion });
}
