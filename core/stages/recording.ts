import type { Deps } from '../commands/command.ts';
import { frameworks } from '../framework/frameworks.ts';
import type { PersonId } from '../ids.ts';
import type { HeldMeeting } from '../meeting/model.ts';
import { type OpenDecision, openDecisions, recordDue, type RecordingStep } from '../meeting/recording.ts';
import { together } from '../message/envelope.ts';
import { officePage } from '../message/office-page.ts';
import { letterToStaff } from '../message/staff-letters.ts';
import { decisionDueWording } from '../message/wording/decision-due.ts';
import { overdueWording } from '../message/wording/overdue.ts';
import { recordRequestWording } from '../message/wording/record-request.ts';
import { settingsOf } from '../settings/rules.ts';
import { newTask } from '../task/rules.ts';
import type { Task, TaskKind } from '../task/model.ts';
import { dayOf, type Instant } from '../time.ts';
import type { Taken } from './step.ts';
import { supervisorOf } from './supervisor.ts';

type Step = (deps: Deps, meeting: HeldMeeting, key: string) => Promise<Taken<HeldMeeting>>;

/** What time does between a meeting and its completion. */
export const recordingSteps: Readonly<Record<RecordingStep, Step>> = {
  async 'ask-for-record'(deps, meeting, key) {
    const dueAt = recordDue(meeting, await settingsOf(deps, meeting.town));
    const { convener, startsAt: heldAt } = meeting.appointment;
    const about = { meetingName: frameworks[meeting.framework].mailName, meetingId: meeting.id, heldAt, dueAt };
    const record = task(deps, meeting, { taskKind: 'record', for: convener, dueAt, occasion: 'record' });
    const post = { kind: 'record-request', key, to: convener, task: record } as const;
    const letters = await staffLetter(deps, meeting, post, (staffName) =>
      recordRequestWording({ staffName, page: officePage(meeting, 'meetings', meeting.id), ...about }),
    );
    return {
      record: meeting,
      letters,
      also: [record],
    };
  },

  async 'record-overdue'(deps, meeting, key) {
    const due = recordDue(meeting, await settingsOf(deps, meeting.town));
    const letters = await overdueLetter(deps, meeting, { key, to: meeting.appointment.convener, what: '会議録', due });
    return { record: { ...meeting, lateness: 'overdue' }, letters };
  },

  async 'record-supervisor'(deps, meeting, key) {
    const due = recordDue(meeting, await settingsOf(deps, meeting.town));
    const to = await supervisorOf(deps, meeting.town, meeting.appointment.convener, meeting.cases);
    const overdue = task(deps, meeting, { taskKind: 'overdue', for: to, dueAt: due, occasion: key });
    const letters = await overdueLetter(deps, meeting, { key, to, what: '会議録', due, task: overdue });
    return { record: meeting, letters, also: [overdue] };
  },

  async 'ask-for-decision'(deps, meeting, key) {
    const open = await decisionsToMake(deps, meeting);
    const [{ dueAt } = { dueAt: deps.clock.now() }] = open;
    const to = meeting.appointment.convener;
    const about = { meetingId: meeting.id, cases: open.map((one) => one.case), dueAt };
    const decision = task(deps, meeting, { taskKind: 'decision', for: to, dueAt, occasion: 'decision' });
    const letters = await staffLetter(deps, meeting, { kind: 'decision-due', key, to, task: decision }, (staffName) =>
      decisionDueWording({ staffName, page: officePage(meeting, 'meetings', meeting.id), ...about }),
    );
    return {
      record: meeting,
      letters,
      also: [decision],
    };
  },

  async 'decision-overdue'(deps, meeting, key) {
    const [{ dueAt: due } = { dueAt: deps.clock.now() }] = await decisionsToMake(deps, meeting);
    const to = await supervisorOf(deps, meeting.town, meeting.appointment.convener, meeting.cases);
    const letters = together([
      await overdueLetter(deps, meeting, { key, to: meeting.appointment.convener, what: '支援決定', due }),
      await overdueLetter(deps, meeting, { key: `${key}-supervisor`, to, what: '支援決定', due }),
    ]);
    return { record: { ...meeting, lateness: 'overdue' }, letters };
  },
};

/** Those not made yet: of three cases each is decided by itself. */
async function decisionsToMake(deps: Deps, meeting: HeldMeeting): Promise<readonly OpenDecision[]> {
  const plans = await Promise.all(meeting.cases.map((id) => deps.store.get('plan', meeting.town, id)));
  const made = plans.filter((plan) => plan !== undefined);
  return openDecisions(meeting, made, await settingsOf(deps, meeting.town));
}

type Posted = {
  readonly kind: 'record-request' | 'decision-due' | 'overdue';
  readonly key: string;
  readonly to: PersonId;
  readonly task?: Task | undefined;
};

function staffLetter(
  deps: Deps,
  meeting: HeldMeeting,
  { kind, key, to, task: about }: Posted,
  word: Parameters<typeof letterToStaff>[2],
) {
  return letterToStaff(deps, { town: meeting.town, subjectId: meeting.id, kind, occasion: key, to, task: about }, word);
}

type Overdue = {
  readonly key: string;
  readonly to: PersonId;
  readonly what: '会議録' | '支援決定';
  readonly due: Instant;
  readonly task?: Task;
};

function overdueLetter(deps: Deps, meeting: HeldMeeting, { key, to, what, due, task: about }: Overdue) {
  const reader = to === meeting.appointment.convener ? 'officer' : 'supervisor';
  const page = officePage(meeting, 'meetings', meeting.id);
  return staffLetter(deps, meeting, { kind: 'overdue', key, to, task: about }, (staffName) =>
    overdueWording({ staffName, page, what, id: meeting.id, wasDue: dayOf(due), reader }),
  );
}

type Needed = {
  readonly taskKind: TaskKind;
  readonly for: PersonId;
  readonly dueAt: Instant;
  readonly occasion: string;
};

function task(deps: Deps, meeting: HeldMeeting, needed: Needed): Task {
  const subject = { kind: 'meeting', id: meeting.id } as const;
  return newTask({ town: meeting.town, about: meeting.id, subject, openedAt: deps.clock.now(), ...needed });
}
