import { nationwide, rollBack } from '../../calendar.ts';
import type { Case } from '../../case/model.ts';
import { type LastDay, lastDays } from '../../consent/running-out.ts';
import type { Clock } from '../../ports.ts';
import type { Task } from '../../task/model.ts';
import { openTasks, overtakenTask } from '../../task/rules.ts';
import { addDays, type Instant, jst } from '../../time.ts';
import type { OutboxEntry } from '../../workflow/model.ts';
import type { Deps } from '../command.ts';

// Time to meet the person and have a paper signed; no source states it.
const DAYS_BEFORE = 30;

/** From when on somebody should ask for a new consent: the morning of the last business day that is 30 days before it ends, or earlier. */
export function askedFrom({ until }: Pick<LastDay, 'until'>): Instant {
  return jst(rollBack(addDays(until, -DAYS_BEFORE), nationwide), '09:00');
}

/** One look for each member whose consent ends, at its time; whether anybody needs it then is read when it comes. */
export function endingsAhead({ clock }: { readonly clock: Clock }, one: Case): readonly OutboxEntry[] {
  const { town, id } = one;
  const now = clock.now();
  return lastDays(one).map((ending) => {
    const from = askedFrom(ending);
    const effect = { type: 'consent-ending', case: id } as const;
    return { town, subject: id, notBefore: from < now ? now : from, effect };
  });
}

/** Tells one consent's task from those of other members and later days. */
export function occasionOf({ member, until }: LastDay): string {
  return `${member}-${until}`;
}

/** Tasks about consents that are no longer the last of their member. */
export async function endingAnsweredBy(deps: Deps, one: Case, by: string): Promise<readonly Task[]> {
  const under = `${one.id}/consent-ending/${one.id}`;
  const open = await openTasks(deps, one.town, under);
  const standing = lastDays(one).map((ending) => `${under}/${occasionOf(ending)}`);
  return open
    .filter(({ id }) => !standing.some((prefix) => id.startsWith(prefix)))
    .map((task) => overtakenTask(task, deps.clock.now(), by));
}
