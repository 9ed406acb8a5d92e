import type { Deps } from '../commands/command.ts';
import type { Meeting } from '../meeting/model.ts';
import type { Letters } from '../message/envelope.ts';
import type { Message } from '../message/model.ts';
import { withheld } from '../message/withheld.ts';
import { openPapers } from '../message/unsent-changes.ts';
import type { Task } from '../task/model.ts';
import { overtakenTask } from '../task/rules.ts';

/** Papers about the date that nobody has brought, to agencies that are written to now: one that is right takes the place of an older one. */
export async function replaced(deps: Deps, meeting: Meeting, { tasks, messages }: Letters): Promise<readonly Task[]> {
  const to = [...tasks.map(({ about }) => about), ...messages.map((mail) => mail.to)];
  const fresh = new Set(tasks.map(({ id }) => id));
  const open = await openPapers(deps, meeting, to);
  const now = deps.clock.now();
  return open.filter(({ id }) => !fresh.has(id)).map((task) => overtakenTask(task, now, 'workflow'));
}

/** Notices that still wait for office hours, of an earlier call of agencies that are written to now: they never leave. */
export async function noticesInTheirPlace(
  deps: Deps,
  meeting: Meeting,
  { messages }: Letters,
): Promise<readonly Message[]> {
  const waiting = await withheld(deps, meeting, (agency) => messages.some(({ to }) => to === agency));
  return waiting.filter(({ id, mailKind }) => mailKind === 'invitation' && !messages.some((one) => one.id === id));
}
