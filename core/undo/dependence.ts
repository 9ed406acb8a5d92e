import type { Deps } from '../commands/command.ts';
import type { TownCode } from '../ids.ts';
import type { Meeting } from '../meeting/model.ts';
import type { Instant } from '../time.ts';
import type { Step, Written } from './model.ts';

/** Whether something that came later rests on what a step wrote, though it left those records as they were. */
export async function isRestedOn(deps: Pick<Deps, 'store'>, step: Step): Promise<boolean> {
  for (const written of step.written) if (await isNeeded(deps, step, written)) return true;
  return false;
}

async function isNeeded({ store }: Pick<Deps, 'store'>, { town, at, written }: Step, one: Written): Promise<boolean> {
  const made = one.before === undefined;
  switch (one.kind) {
    case 'case': {
      const about = (await store.list('meeting', town)).filter(({ cases }) => cases.some((id) => id === one.id));
      return made ? about.length > 0 : about.some((meeting) => isSince(meeting, at));
    }
    case 'role':
      return made && (await store.list('plan', town)).some(({ roles }) => roles.some((id) => id === one.id));
    case 'meeting':
      return made && (await hasMore(store, town, one.id, written));
    case 'consultation':
    case 'plan':
    case 'task':
      return false;
  }
}

/** A meeting asked for, convened, or polled about on what was known then: the gate asked about consent and members. */
function isSince(meeting: Meeting, at: Instant): boolean {
  const convenedAt = 'appointment' in meeting ? meeting.appointment?.convenedAt : undefined;
  return [meeting.requestedAt, convenedAt, meeting.poll?.askedAt].some(
    (moment) => moment !== undefined && moment >= at,
  );
}

/** Tasks about a meeting that were opened since it was asked for. */
async function hasMore(store: Deps['store'], town: TownCode, id: string, written: readonly Written[]) {
  const tasks = await store.list('task', town, `${id}/`);
  return tasks.some((task) => !written.some((one) => one.kind === 'task' && one.id === task.id));
}
