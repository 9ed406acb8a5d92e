import type { Invitation } from '../../invitation/model.ts';
import type { ConvenedMeeting } from '../../meeting/model.ts';
import { shortfallOf } from '../../meeting/shortfall.ts';
import { lastTold, toldTo } from '../../meeting/settling.ts';
import { type Letters, noLetters, together } from '../../message/envelope.ts';
import { lettersToMembers } from '../../message/letters.ts';
import { agenciesIn, stillToBeCalled, type Unsent } from '../../message/unsent-changes.ts';
import { hearersOf } from '../../message/last-heard.ts';
import { withheld } from '../../message/withheld.ts';
import type { Versioned } from '../../records.ts';
import type { Task } from '../../task/model.ts';
import { overtakenTask, openTasks } from '../../task/rules.ts';
import { dayOf } from '../../time.ts';
import type { OutboxEntry } from '../../workflow/model.ts';
import type { Deps } from '../command.ts';
import { linksBeyond } from './personal-links.ts';
import { isNews, type News } from './rearranging.ts';

type Change = {
  readonly before: ConvenedMeeting;
  readonly after: ConvenedMeeting;
  /** Word of earlier changes that this one makes needless. */
  readonly unsent: Unsent;
};
type After = { readonly put: readonly Versioned[]; readonly outbox: readonly OutboxEntry[] };

/** What follows a change: 変更 to those who stay, 中止 to those who leave, their tasks closed, and links that outlive a later date. */
export async function afterChange(
  deps: Deps,
  { before, after, unsent: gathered }: Change,
  news: News,
  by: string,
): Promise<After> {
  const { sequence } = after.appointment;
  const leaves = (agency: string) => news.removed.some((one) => one.agency === agency);
  const unsent = await withheld(deps, before, leaves);
  const hasHeard = await hearersOf(deps, before);
  const uncalled = await stillToBeCalled(deps, before);
  const letters = together([
    await changeLetters(deps, after, news, agenciesIn({ mails: [], tasks: uncalled })),
    await lettersToMembers(deps, { ...before, appointment: { ...before.appointment, sequence } }, 'cancel', {
      occasion: `off-${String(sequence)}`,
      known: (one) => lastTold(one, agenciesIn(gathered)),
      only: (one) => leaves(one.agency) && hasHeard(one),
    }),
  ]);
  const now = deps.clock.now();
  // A new day answers every wish for another one, and who is asked anew may come.
  const enough = shortfallOf(after, now) === undefined;
  const settled = (task: Task) =>
    (news.startsAt !== undefined && task.taskKind === 'reschedule') || (enough && task.taskKind === 'quorum');
  const open = await openTasks(deps, before.town, before.id);
  const replaced = isNews(news) ? gathered : { mails: [], tasks: [], gathering: false };
  const tasks = open.filter(
    (task) => leaves(task.about) || settled(task) || replaced.tasks.some(({ id }) => id === task.id),
  );
  const links =
    news.startsAt === undefined
      ? []
      : await linksBeyond(deps, after, after.invitations.filter(stays), dayOf(news.startsAt));
  return {
    put: [
      ...unsent,
      ...replaced.mails.filter(({ to }) => !leaves(to)).map((mail) => ({ ...mail, state: 'dropped' as const })),
      ...letters.messages,
      ...letters.tasks,
      ...tasks.map((task) => overtakenTask(task, now, by)),
      ...redated(
        uncalled.filter(({ about }) => !leaves(about)),
        after,
      ),
      ...links,
    ],
    outbox: letters.outbox,
  };
}

/** Papers that are still to be brought, with the deadline of the new date. */
export function redated(papers: readonly Task[], { appointment: { replyBy } }: ConvenedMeeting): readonly Task[] {
  return papers.filter(({ dueAt }) => dueAt !== replyBy).map((task) => ({ ...task, dueAt: replyBy }));
}

/** New ones are invited by the workflow. */
const stays = (one: Invitation) => one.withdrawn === undefined && one.invitedAt !== undefined;

/** To whom there is something to tell: 変更, against what each was last told. Whoever's invitation is still to be brought hears the news by it. */
async function changeLetters(
  deps: Deps,
  after: ConvenedMeeting,
  news: News,
  uncalled: ReadonlySet<string>,
): Promise<Letters> {
  if (!isNews(news)) return noLetters;
  const { sequence } = after.appointment;
  return lettersToMembers(deps, after, 'change', {
    occasion: sequence,
    only: (one) => stays(one) && one.unsettled !== undefined && !uncalled.has(one.agency),
    before: (one) => formerOf(one, after.appointment),
  });
}

/** What is to be read as 変更前: what it saw last, or what its calendar still holds. */
function formerOf(invitation: Invitation, appointment: ConvenedMeeting['appointment']) {
  const { unsettled: known } = invitation;
  const { startsAt, place, preparation } = toldTo(invitation, appointment);
  const told = known === undefined ? [] : [known, known.mailed ?? known];
  const otherDate = told.find((one) => one.startsAt !== startsAt);
  const otherPlace = told.find((one) => one.place !== place);
  return {
    ...(otherDate === undefined ? {} : { startsAt: otherDate.startsAt }),
    ...(otherPlace === undefined ? {} : { place: otherPlace.place }),
    ...(known === undefined || known.preparation === preparation ? {} : { preparation: known.preparation ?? '' }),
  };
}
