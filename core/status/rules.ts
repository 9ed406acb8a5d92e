import type { Deps } from '../commands/command.ts';
import { awaitedOf } from '../meeting/awaiting-host.ts';
import { isConvened } from '../meeting/convening.ts';
import type { Meeting } from '../meeting/model.ts';
import { isHeld, recordDue } from '../meeting/recording.ts';
import { owes } from '../invitation/rules.ts';
import { owesMarks } from '../poll/rules.ts';
import type { RecordOf, Versioned } from '../records.ts';
import type { Settings } from '../settings/model.ts';
import { settingsOf } from '../settings/rules.ts';
import { type Instant, jst } from '../time.ts';
import type { Status } from './model.ts';

/** What the prefecture sees of the records about to be saved. */
export async function mirrorsOf(
  deps: Pick<Deps, 'store' | 'prefecture'>,
  records: readonly Versioned[],
): Promise<readonly Status[]> {
  const mirrors = await Promise.all(
    records.map(async (record) =>
      record.kind === 'meeting' ? meetingStatus(record, await settingsOf(deps, record.town)) : otherStatus(record),
    ),
  );
  return mirrors.filter((mirror) => mirror !== undefined);
}

function otherStatus(record: Versioned): Status | undefined {
  if (record.kind === 'plan') return planStatus(record);
  if (record.kind === 'consultation') return consultationStatus(record);
  return record.kind === 'case' ? caseStatus(record) : undefined;
}

const lateOf = (record: Pick<Meeting, 'lateness'>) =>
  record.lateness === undefined ? {} : { lateness: record.lateness };

export function meetingStatus(meeting: Meeting, settings: Settings): Extract<Status, { of: 'meeting' }> {
  const invited = meeting.invitations.filter((one) => one.withdrawn === undefined);
  const appointment = 'appointment' in meeting ? meeting.appointment : undefined;
  const dueAt = dueOf(meeting, settings);
  return {
    kind: 'status',
    of: 'meeting',
    town: meeting.town,
    id: `meeting/${meeting.id}`,
    meeting: meeting.id,
    framework: meeting.framework,
    ...(meeting.body === undefined ? {} : { body: meeting.body }),
    state: meeting.state,
    ...lateOf(meeting),
    ...(appointment === undefined ? {} : { startsAt: appointment.startsAt }),
    ...(dueAt === undefined ? {} : { dueAt }),
    ...(meeting.requestedAt === undefined ? {} : { requestedAt: meeting.requestedAt }),
    invited: invited.length,
    answered: invited.filter((one) => (meeting.state === 'polling' ? !owesMarks(meeting.poll, one) : !owes(one)))
      .length,
  };
}

/** By when the office must have what it waits for in this state: the very dates by which its own pages call it late. */
function dueOf(meeting: Meeting, settings: Settings): Instant | undefined {
  if (isConvened(meeting)) return meeting.appointment.replyBy;
  if (isHeld(meeting)) return meeting.state === 'recording' ? recordDue(meeting, settings) : undefined;
  const awaited = awaitedOf(meeting, settings);
  return awaited === undefined ? undefined : jst(awaited.due, settings.officeCloses);
}

function planStatus(plan: RecordOf<'plan'>): Status {
  return {
    kind: 'status',
    of: 'plan',
    town: plan.town,
    id: `plan/${plan.id}`,
    state: plan.state,
    review: plan.monitoring.review,
    ...lateOf(plan.monitoring),
  };
}

function caseStatus(one: RecordOf<'case'>): Status {
  const { town, id, state, openedOn, consultation } = one;
  const issues = new Set(one.issues).size;
  const counted = consultation === undefined ? {} : { counted: true };
  return { kind: 'status', of: 'case', town, id: `case/${id}`, state, openedOn, issues, ...counted };
}

function consultationStatus({ town, id, state, on }: RecordOf<'consultation'>): Status {
  return { kind: 'status', of: 'consultation', town, id: `consultation/${id}`, state, on };
}
