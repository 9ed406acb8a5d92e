import type { Invitation } from '../../invitation/model.ts';
import type { ConvenedMeeting } from '../../meeting/model.ts';
import { shortfallOf } from '../../meeting/shortfall.ts';
import { formerOf, lastTold } from '../../meeting/settling.ts';
import { type Letters, noLetters, together } from '../../message/envelope.ts';
import { lettersToMembers } from '../../message/letters.ts';
import { agenciesIn, stillToBeCalled, type Unsent } from '../../message/unsent-changes.ts';
import type { Message, PartOff } from '../../message/model.ts';
import { partsOf, partsWith } from '../../message/parts.ts';
import { isConvened } from '../../meeting/convening.ts';
import { writesTo } from '../../meeting/together.ts';
import { hearersOf } from '../../message/last-heard.ts';
import { withheld } from '../../message/withheld.ts';
import type { Versioned } from '../../records.ts';
import type { Task } from '../../task/model.ts';
import { overtakenTask, openTasks } from '../../task/rules.ts';
import { dayOf } from '../../time.ts';
import type { OutboxEntry } from '../../workflow/model.ts';
import type { Deps } from '../command.ts';
import { goneFrom, stillOff, toldAnew, waitingWords, withoutTwice } from './told-anew.ts';
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
  const going = before.invitations.filter((one) => one.withdrawn === undefined && leaves(one.agency));
  const anew = await toldAnew(deps, after, goneFrom(before, going, hasHeard, agenciesIn(gathered)), by);
  const carried = await carriedBy(deps, after, news);
  const letters = together([
    anew.letters,
    await changeLetters(deps, after, news, { uncalled: agenciesIn({ mails: [], tasks: uncalled }), carried }),
    await lettersToMembers(deps, { ...before, appointment: { ...before.appointment, sequence } }, 'cancel', {
      occasion: `off-${String(sequence)}`,
      known: (one) => lastTold(one, agenciesIn(gathered)),
      only: (one) => leaves(one.agency) && hasHeard(one) && !anew.told.has(one.agency),
      off: anew.alsoOff,
      changed: after,
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
  const dropped = [
    ...unsent,
    ...replaced.mails.filter(({ to }) => !leaves(to)).map((mail) => ({ ...mail, state: 'dropped' as const })),
  ];
  const closed = tasks.map((task) => overtakenTask(task, now, by));
  const given = withoutTwice([...anew.put, ...carried.put], [...dropped, ...closed]);
  return {
    put: [
      ...dropped,
      ...given,
      ...letters.messages,
      ...letters.tasks,
      ...closed,
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
  { uncalled, carried }: { readonly uncalled: ReadonlySet<string>; readonly carried: Carried },
): Promise<Letters> {
  if (!isNews(news)) return noLetters;
  const { sequence } = after.appointment;
  return lettersToMembers(deps, after, 'change', {
    occasion: sequence,
    only: (one) =>
      stays(one) && (one.unsettled !== undefined || carried.off(one).length > 0) && !uncalled.has(one.agency),
    before: (one) => formerOf(one, after.appointment),
    off: carried.off,
  });
}

type Carried = {
  readonly off: (invitation: Pick<Invitation, 'agency'>) => readonly PartOff[];
  readonly put: readonly Message[];
};

/** Of a sitting: which parts are off by words that have not gone out; whoever hears of the change hears of that with it. */
async function carriedBy(deps: Deps, after: ConvenedMeeting, news: News): Promise<Carried> {
  if (!isNews(news) || after.together === undefined) return { off: () => [], put: [] };
  const waiting = await waitingWords(deps, after);
  const parts = partsWith(await partsOf(deps, after), after);
  const writes = ({ to, off = [], mailKind }: Message) =>
    mailKind === 'cancel' &&
    off.length > 0 &&
    after.invitations.some(
      (one) => one.agency === to && stays(one) && writesTo(after, parts.filter(isConvened), one.agency),
    );
  return {
    off: ({ agency }) => stillOff(waiting, parts, agency),
    put: waiting.mails.filter(writes).map((mail) => ({ ...mail, state: 'dropped' })),
  };
}
