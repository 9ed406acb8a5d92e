import { isConvened } from '../meeting/convening.ts';
import type { Meeting } from '../meeting/model.ts';
import { owes } from '../invitation/rules.ts';
import { owesMarks } from '../poll/rules.ts';
import type { RecordOf, Versioned } from '../records.ts';
import type { Status } from './model.ts';

/** What the prefecture sees of the records about to be saved. */
export function mirrorsOf(records: readonly Versioned[]): readonly Status[] {
  return records.flatMap((record) => {
    if (record.kind === 'meeting') return [meetingStatus(record)];
    if (record.kind === 'plan') return [planStatus(record)];
    if (record.kind === 'consultation') return [consultationStatus(record)];
    return record.kind === 'case' ? [caseStatus(record)] : [];
  });
}

const lateOf = (record: Pick<Meeting, 'lateness'>) =>
  record.lateness === undefined ? {} : { lateness: record.lateness };

function meetingStatus(meeting: Meeting): Status {
  const invited = meeting.invitations.filter((one) => one.withdrawn === undefined);
  const appointment = 'appointment' in meeting ? meeting.appointment : undefined;
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
    ...(isConvened(meeting) ? { dueAt: meeting.appointment.replyBy } : {}),
    ...(meeting.state === 'polling' ? { dueAt: meeting.poll.replyBy } : {}),
    ...(meeting.requestedAt === undefined ? {} : { requestedAt: meeting.requestedAt }),
    invited: invited.length,
    answered: invited.filter((one) => (meeting.state === 'polling' ? !owesMarks(meeting.poll, one) : !owes(one)))
      .length,
  };
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
