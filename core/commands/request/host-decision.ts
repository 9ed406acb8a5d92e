import { awaitedOf } from '../../meeting/awaiting-host.ts';
import type { Meeting } from '../../meeting/model.ts';
import { settingsOf } from '../../settings/rules.ts';
import type { Task } from '../../task/model.ts';
import type { OutboxEntry } from '../../workflow/model.ts';
import { conveningOf, signal, startStage } from '../../workflow/rules.ts';
import type { Deps } from '../command.ts';
import { tasksClosed } from '../task/tasks-closed.ts';

/** The meeting with one more thing decided about it: late no longer, and its next wait is another one. */
export function decided(meeting: Meeting): Meeting {
  const { lateness: _lateness, decisions = 0, ...rest } = meeting;
  return { ...rest, decisions: decisions + 1 };
}

/** The tasks that asked for what was now decided, closed. */
export async function afterDecision(deps: Deps, meeting: Meeting, by: string): Promise<readonly Task[]> {
  return tasksClosed(deps, meeting, ['request', 'approval', 'redraft', 'reconsider', 'elsewhere', 'overdue'], by);
}

/**
 * The run that keeps the meeting's dates: begun when first there is something to do, and woken if it waits already. What the host decides
 * the same day starts nothing.
 */
export async function lookedAtAnew(deps: Deps, meeting: Meeting): Promise<readonly OutboxEntry[]> {
  const at = deps.clock.now();
  // A poll is sent at once; the others wait until somebody has let it lie.
  const awaited = meeting.state === 'polling' ? undefined : awaitedOf(meeting, await settingsOf(deps, meeting.town));
  const askAt = awaited?.askAt ?? at;
  const begun = startStage(meeting, 'convening', askAt > at ? askAt : at);
  const isNew = meeting.version === 0;
  return isNew ? [begun] : [begun, signal({ town: meeting.town, subject: meeting.id, at }, conveningOf(meeting))];
}
