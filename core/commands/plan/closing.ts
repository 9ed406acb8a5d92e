import type { Actor } from '../../access/model.ts';
import { rollForward } from '../../calendar.ts';
import type { Case } from '../../case/model.ts';
import { takesNoMeeting } from '../../case/rules.ts';
import { watchLetters } from '../../message/watch-letters.ts';
import type { Meeting } from '../../meeting/model.ts';
import type { Plan } from '../../plan/model.ts';
import type { Versioned } from '../../records.ts';
import { settingsOf } from '../../settings/rules.ts';
import { addMonths, dayOf, jst } from '../../time.ts';
import type { OutboxEntry } from '../../workflow/model.ts';
import { monitoringOf, recordingOf, signal } from '../../workflow/rules.ts';
import { cancellation } from '../meeting/cancel-meeting.ts';
import type { Deps } from '../command.ts';
import { tasksClosed } from '../task/tasks-closed.ts';

// 終結後の様子を見る時期 (BRIEF §2.13).
const FOLLOW_UP_MONTHS = 12;

type After = { readonly put: readonly Versioned[]; readonly outbox: readonly OutboxEntry[] };

/**
 * What follows when support of a case ends (終結, 中断, 保護廃止): nobody is invited about it any more, its reminders and tasks end, whoever
 * watches over hears of it, and after twelve months somebody looks in. Roles stay as they are, as a record for フォロー
 * (welfare-office-meetings.md §10-11).
 */
export async function afterClosing(deps: Deps, actor: Actor, one: Case): Promise<After> {
  // 中断 may yet go on in a meeting.
  const all = takesNoMeeting(one) ? await deps.store.list('meeting', one.town) : [];
  const meetings = all.filter(({ cases }) => cases.includes(one.id));
  const left: After[] = [];
  for (const meeting of meetings) left.push(await withoutCase(deps, actor, one, meeting));
  const tasks = await tasksClosed(deps, one, 'all', actor.id);
  const letters = await watchLetters(deps, one, actor.id);
  return {
    put: [...left.flatMap(({ put }) => put), ...tasks, ...letters.messages, ...letters.tasks, ...letters.links],
    outbox: [...left.flatMap(({ outbox }) => outbox), ...letters.outbox, ...(await followUp(deps, one))],
  };
}

/** A plan that was still running when its case was closed without an evaluation. */
export async function planClosed(deps: Deps, one: Case): Promise<After> {
  const plan = await deps.store.get('plan', one.town, one.id);
  if (plan === undefined || plan.state === 'closed') return { put: [], outbox: [] };
  const { lateness: _lateness, ...monitoring } = plan.monitoring;
  const closed: Plan = { ...plan, state: 'closed', monitoring };
  const about = { town: one.town, subject: one.id, at: deps.clock.now() };
  return { put: [closed], outbox: [signal(about, monitoringOf(plan, plan.monitoring.period))] };
}

const none: After = { put: [], outbox: [] };
const ahead: ReadonlySet<Meeting['state']> = new Set<Meeting['state']>([
  'drafted',
  'requested',
  'inviting',
  'scheduled',
]);

/** A meeting about this household alone is cancelled, or no longer chased; from another the household is taken out. */
async function withoutCase(deps: Deps, actor: Actor, one: Case, meeting: Meeting): Promise<After> {
  if (!ahead.has(meeting.state)) return decided(deps, actor, one, meeting);
  const cases = meeting.cases.filter((id) => id !== one.id);
  return cases.length === 0
    ? cancellation(deps, actor, meeting, { reason: '支援の終わり' })
    : { put: [{ ...meeting, cases }], outbox: [] };
}

/** 支援決定 of a case that is over is waited for by nobody. */
async function decided(deps: Deps, actor: Actor, one: Case, meeting: Meeting): Promise<After> {
  if (meeting.state !== 'deciding' || meeting.cases.length > 1) return none;
  const { lateness: _lateness, ...rest } = meeting;
  const about = { town: one.town, subject: meeting.id, at: deps.clock.now() };
  const tasks = await tasksClosed(deps, meeting, ['decision', 'overdue'], actor.id);
  return { put: [{ ...rest, state: 'completed' }, ...tasks], outbox: [signal(about, recordingOf(meeting))] };
}

async function followUp(deps: Deps, { town, id, closed }: Case): Promise<readonly OutboxEntry[]> {
  if (closed === undefined) return [];
  const settings = await settingsOf(deps, town);
  const day = rollForward(addMonths(closed.on, FOLLOW_UP_MONTHS), settings);
  const effect = { type: 'follow-up', case: id, closedOn: closed.on } as const;
  return [{ town, subject: id, notBefore: jst(day, settings.chaseAt), effect }];
}

/** Whether this change ends support: it was not over before. */
export function endsSupport(before: Case, after: Case): boolean {
  return hasEnded(after) && !hasEnded(before);
}

/** Nobody supports it any more, for good or for now. */
export function hasEnded({ state }: Case): boolean {
  return state === 'closed' || state === 'suspended' || state === 'protection-ended';
}

/** The case as it stands when its state was set by hand: closed today where it ended, and no longer closed where it goes on. */
export function withEnding(before: Case, after: Case, deps: Pick<Deps, 'clock'>): Case {
  if (endsSupport(before, after)) return { ...after, closed: after.closed ?? { on: dayOf(deps.clock.now()) } };
  const { closed, ...open } = after;
  return closed !== undefined && !hasEnded(after) ? open : after;
}
