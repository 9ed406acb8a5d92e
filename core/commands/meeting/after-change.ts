import type { Invitation } from '../../invitation/model.ts';
import type { ConvenedMeeting } from '../../meeting/model.ts';
import { type Letters, noLetters, together } from '../../message/envelope.ts';
import { lettersToMembers } from '../../message/letters.ts';
import { neverHeard, withheld } from '../../message/withheld.ts';
import type { Versioned } from '../../records.ts';
import type { Task } from '../../task/model.ts';
import { closedTask, openTasks } from '../../task/rules.ts';
import { dayOf } from '../../time.ts';
import type { OutboxEntry } from '../../workflow/model.ts';
import type { Deps } from '../command.ts';
import { linksBeyond } from './personal-links.ts';
import type { News } from './rearranging.ts';

type Change = { readonly before: ConvenedMeeting; readonly after: ConvenedMeeting };
type After = { readonly put: readonly Versioned[]; readonly outbox: readonly OutboxEntry[] };

/** What follows a change: 変更 to those who stay, 中止 to those who leave, their tasks closed, and links that outlive a later date. */
export async function afterChange(deps: Deps, { before, after }: Change, news: News, by: string): Promise<After> {
  const { sequence } = after.appointment;
  const leaves = (agency: string) => news.removed.some((one) => one.agency === agency);
  const unsent = await withheld(deps, before, leaves);
  const letters = together([
    await changeLetters(deps, { before, after }, news),
    await lettersToMembers(deps, { ...before, appointment: { ...before.appointment, sequence } }, 'cancel', {
      occasion: `off-${String(sequence)}`,
      only: (one) => leaves(one.agency) && one.invitedAt !== undefined && !neverHeard(unsent, one.agency),
    }),
  ]);
  const now = deps.clock.now();
  // A new day answers every wish for another one.
  const settled = (task: Task) => news.startsAt !== undefined && task.taskKind === 'reschedule';
  const open = await openTasks(deps, before.town, before.id);
  const tasks = open.filter((task) => leaves(task.about) || settled(task));
  const links =
    news.startsAt === undefined
      ? []
      : await linksBeyond(deps, after, after.invitations.filter(stays), dayOf(news.startsAt));
  return {
    put: [
      ...unsent,
      ...letters.messages,
      ...letters.tasks,
      ...tasks.map((task) => closedTask(task, now, by)),
      ...links,
    ],
    outbox: letters.outbox,
  };
}

/** New ones are invited by the workflow. */
const stays = (one: Invitation) => one.withdrawn === undefined && one.invitedAt !== undefined;

async function changeLetters(deps: Deps, { before, after }: Change, news: News): Promise<Letters> {
  if (news.startsAt === undefined && news.place === undefined) return noLetters;
  const was = {
    ...(news.startsAt === undefined ? {} : { startsAt: before.appointment.startsAt }),
    ...(news.place === undefined ? {} : { place: before.appointment.place }),
  };
  return lettersToMembers(deps, after, 'change', { occasion: after.appointment.sequence, only: stays, before: was });
}
