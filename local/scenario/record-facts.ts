import { planStateWord } from '../../core/plan/rules.ts';
import { latenessWords, type Meeting, meetingStates } from '../../core/meeting/model.ts';
import { type Plan, type Role, roleStates } from '../../core/plan/model.ts';
import { systemColumns } from '../../core/sheet/columns.ts';
import type { Row } from '../../core/sheet/model.ts';
import type { Instant } from '../../core/time.ts';
import type { Fields } from './facts.ts';

/** The state in the word on the screen, lateness added. */
export function stateOf({ state, lateness }: Meeting): string {
  return lateness === undefined ? meetingStates[state] : `${meetingStates[state]}（${latenessWords[lateness]}）`;
}

export function dueOf(meeting: Meeting): Instant | null {
  if (meeting.state === 'polling') return meeting.poll.replyBy;
  return 'appointment' in meeting && meeting.appointment !== undefined ? meeting.appointment.replyBy : null;
}

export function roleFields({ kind: _kind, town: _town, version: _version, state, ...fields }: Role): Fields {
  return { ...fields, state: roleStates[state], confirmedBy: orNull(fields.confirmedBy) };
}

export function planFields(plan: Plan): Fields {
  const { monitoring, period } = plan;
  return {
    state: planStateWord(plan),
    version: plan.edition,
    meeting: orNull(plan.meeting),
    framework: plan.framework,
    goals: plan.goals,
    roles: plan.roles,
    from: period.from,
    to: period.to,
    review: monitoring.review,
    period: monitoring.period,
    lateness: orNull(monitoring.lateness && latenessWords[monitoring.lateness]),
    confirmed: orNull(plan.confirmed?.by),
    decided: orNull(plan.decided?.on),
    reports: plan.reports.length,
    outcome: orNull(plan.evaluations.at(-1)?.outcome),
  };
}

/** Under its tab and id, and under its id alone. What the server writes stands beside what the town typed. */
export function rowFacts(row: Row): readonly (readonly [string, Record<string, string>])[] {
  const [state, reason, version] = systemColumns;
  const shown = {
    ...row.cells,
    [state]: row.status,
    [reason]: row.problems.map(({ column, message }) => `${column}: ${message}`).join('\n'),
    [version]: String(row.rowVersion),
  };
  return [row.id, row.id.split('/').slice(1).join('/')].map((name) => [name, shown]);
}

function orNull<T>(value: T | undefined): T | null {
  return value ?? null;
}
