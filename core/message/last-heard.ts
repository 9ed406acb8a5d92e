import type { TownCode } from '../ids.ts';
import type { Invitation } from '../invitation/model.ts';
import type { Meeting } from '../meeting/model.ts';
import { isToldOf } from '../meeting/together.ts';
import type { Store } from '../ports.ts';
import type { Task } from '../task/model.ts';
import type { Instant } from '../time.ts';
import type { MailKind, Message } from './model.ts';
import { datePaper, wasBrought } from './papers-by-hand.ts';

type Called = Pick<Invitation, 'agency' | 'replies' | 'availabilities'>;

/** What an agency knows of a meeting. `nothing`: it never heard, or was told that it is off and nothing since. `slots`: no date yet. */
export type Known = 'nothing' | 'slots' | 'date';

type Told = { readonly agency: string; readonly at: Instant; readonly knows: Known };

/**
 * What each agency was really told: by a mail that went out, by a paper that somebody brought, or seen by whoever answered. A mail that
 * still waits and a task that is open, or was overtaken, told nobody anything.
 */
export async function lastHeard(
  deps: { readonly store: Store },
  meeting: Meant,
): Promise<(invitation: Called) => Known> {
  const told = [...(await toldBy(deps, meeting)), ...(await toldElsewhere(deps, meeting))];
  return (one) => {
    const own = [...told.filter(({ agency }) => agency === one.agency), ...answered(one)];
    const inOrder = own.toSorted(earlierFirst);
    const since = inOrder.slice(inOrder.findLastIndex(({ knows }) => knows === 'nothing') + 1);
    return since.toSorted((a, b) => weights[a.knows] - weights[b.knows]).at(-1)?.knows ?? 'nothing';
  };
}

type Meant = { readonly town: TownCode; readonly id: string; readonly together?: Meeting['together'] };

async function toldBy({ store }: { readonly store: Store }, { town, id }: Meant): Promise<readonly Told[]> {
  const [tasks, messages] = await Promise.all([
    store.list('task', town, `${id}/`),
    store.list('message', town, `${id}/`),
  ]);
  return [...messages.flatMap(byMail), ...tasks.flatMap(byHand)];
}

/** By the notices of other parts of its sitting (合同の席), as far as they named this one. */
async function toldElsewhere(
  deps: { readonly store: Store },
  { town, id, together = [] }: Meant,
): Promise<readonly Told[]> {
  const others = together.filter((part) => part.town !== town || part.meeting !== id);
  const told = others.map(async (part) => {
    const other = await deps.store.get('meeting', part.town, part.meeting);
    const named = (other?.invitations ?? []).filter(({ toldOf = [] }) =>
      toldOf.some((told) => isToldOf(told, { town, id })),
    );
    const all = named.length === 0 ? [] : await toldBy(deps, { town: part.town, id: part.meeting });
    return all.filter(({ agency, knows }) => knows !== 'nothing' && named.some((one) => one.agency === agency));
  });
  return (await Promise.all(told)).flat();
}

/** Who has to be told that it is off, or otherwise: whoever knows of it. */
export async function hearersOf(
  deps: { readonly store: Store },
  meeting: Meant,
): Promise<(invitation: Called) => boolean> {
  const knows = await lastHeard(deps, meeting);
  return (one) => knows(one) !== 'nothing';
}

const meanings: Readonly<Partial<Record<MailKind, Known>>> = {
  poll: 'slots',
  invitation: 'date',
  change: 'date',
  cancel: 'nothing',
};

function byMail({ to, mailKind, state, sentAt, sendingSince, createdAt }: Message): readonly Told[] {
  const knows = meanings[mailKind];
  if (knows === undefined || state === 'created' || state === 'dropped') return [];
  return [{ agency: to, at: sentAt ?? sendingSince ?? createdAt, knows }];
}

function byHand(task: Task): readonly Told[] {
  const kind = datePaper(task);
  const knows = kind === undefined ? undefined : meanings[kind];
  if (knows === undefined || task.done === undefined || !wasBrought(task)) return [];
  return [{ agency: task.about, at: task.done.at, knows }];
}

function answered({ agency, replies, availabilities = [] }: Called): readonly Told[] {
  return [
    ...availabilities.map(({ at }) => ({ agency, at, knows: 'slots' as const })),
    ...replies.map(({ at }) => ({ agency, at, knows: 'date' as const })),
  ];
}

const weights: Readonly<Record<Known, number>> = { nothing: 0, slots: 1, date: 2 };

/** Of two at one moment the one that calls people counts: told twice that it is off is better than never. */
function earlierFirst(one: Told, other: Told): number {
  if (one.at !== other.at) return one.at < other.at ? -1 : 1;
  return weights[one.knows] - weights[other.knows];
}
