import type { TownCode } from '../ids.ts';
import type { Meeting } from '../meeting/model.ts';
import type { Plan } from '../plan/model.ts';
import type { Instant } from '../time.ts';
import type { OutboxEntry } from './model.ts';

/** Step Functions takes 1–80 characters of a narrow set; people's ids may be Japanese, so those are spelled by code point. */
function spelled(id: string): string {
  const ascii = id.replaceAll(/[^A-Za-z0-9-]/g, (sign) => `_${sign.codePointAt(0)?.toString(36) ?? ''}_`);
  return ascii.length <= 48 ? ascii : `${ascii.slice(0, 36)}_${checksum(id)}`;
}

// FNV-1a: enough to keep two long ids of one town apart; nothing secret depends on it.
function checksum(text: string): string {
  let hash = 0x811c9dc5;
  for (const sign of text) hash = Math.imul(hash ^ (sign.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  return hash.toString(36);
}

/** An execution is named after what it serves, so nothing starts twice. */
export function conveningOf(meeting: Pick<Meeting, 'town' | 'id'>): string {
  return `${meeting.town}-${spelled(meeting.id)}-c1`;
}
export function recordingOf(meeting: Pick<Meeting, 'town' | 'id'>): string {
  return `${meeting.town}-${spelled(meeting.id)}-r1`;
}
export function monitoringOf(plan: Pick<Plan, 'town' | 'id' | 'edition'>, period: number): string {
  return `${plan.town}-${spelled(plan.id)}-p${String(plan.edition)}-m${String(period).padStart(2, '0')}`;
}

/** What the names of all runs about a meeting or a plan begin with. */
export function runsOf(town: TownCode, id: string): string {
  return `${town}-${spelled(id)}-`;
}

/** A run that has become old is followed by one of the same name and a number; an event finds either under the first name. */
const TURN = /-x(?<turn>\d+)$/;

export function successorOf(execution: string): string {
  const turn = Number(TURN.exec(execution)?.groups?.['turn'] ?? 1);
  return `${firstOf(execution)}-x${String(turn + 1)}`;
}

/** The name under which a run and all its successors wait. */
export function firstOf(execution: string): string {
  return execution.replace(TURN, '');
}

type About = { readonly town: TownCode; readonly subject: string; readonly at: Instant };

/** Wakes the run that waits under this name. */
export function signal({ town, subject, at }: About, execution: string): OutboxEntry {
  return { town, subject, notBefore: at, effect: { type: 'signal', execution } };
}

/** Starts a stage of a meeting. */
export function startStage(meeting: Meeting, stage: 'convening' | 'recording', at: Instant): OutboxEntry {
  const name = stage === 'convening' ? conveningOf(meeting) : recordingOf(meeting);
  const input = { town: meeting.town, id: meeting.id };
  return {
    town: meeting.town,
    subject: meeting.id,
    notBefore: at,
    effect: { type: 'start', workflow: stage, name, input },
  };
}

/** Starts the run of the plan's current monitoring period. */
export function startMonitoring(plan: Plan, at: Instant): OutboxEntry {
  const { period } = plan.monitoring;
  return {
    town: plan.town,
    subject: plan.id,
    notBefore: at,
    effect: {
      type: 'start',
      workflow: 'monitoring',
      name: monitoringOf(plan, period),
      input: { town: plan.town, id: plan.id, edition: plan.edition, period },
    },
  };
}
