import { officerOf } from '../../meeting/officer.ts';
import type { Task, TaskKind } from '../../task/model.ts';
import { newTask, openTasks } from '../../task/rules.ts';
import type { Deps } from '../command.ts';
import type { Route } from './route-mail.ts';

const MOST_WORDS = 10_000;

/** Somebody makes sure of what a mail said. One task an agency, whatever number of mails: the later words stand below the earlier. */
export async function confirmTask(deps: Deps, route: Route, said: string): Promise<readonly Task[]> {
  const { meeting } = route;
  const open = (await openTasks(deps, meeting.town, meeting.id)).find(
    ({ taskKind, about }) => taskKind === 'confirm-reply' && about === aboutOf(route),
  );
  if (open === undefined) return task(deps, route, 'confirm-reply', said);
  return [{ ...open, said: [open.said, said].filter(Boolean).join('\n――\n').slice(0, MOST_WORDS) }];
}

/** A My Number was struck out of a mail: somebody tells the sender. */
export async function myNumberTask(deps: Deps, route: Route): Promise<readonly Task[]> {
  return task(deps, route, 'my-number');
}

/** Nobody, where nobody of the host keeps the meeting yet. */
function task(deps: Deps, route: Route, taskKind: TaskKind, said?: string): readonly Task[] {
  const { meeting } = route;
  const officer = officerOf(meeting);
  if (officer === undefined) return [];
  const now = deps.clock.now();
  const subject = { kind: 'meeting', id: meeting.id } as const;
  const more = { for: officer, about: aboutOf(route), subject, openedAt: now, occasion: now };
  return [newTask({ town: meeting.town, taskKind, ...more, said })];
}

/** The agency, or the meeting where nobody knows whose mail it is. */
function aboutOf({ invitation, meeting }: Route): string {
  return invitation?.agency ?? meeting.id;
}
