import { preparationFor } from '../../invitation/preparation.ts';
import { reachOf as reachOfAgency } from '../../agency/model.ts';
import type { AgencyId } from '../../ids.ts';
import type { Invitation } from '../../invitation/model.ts';
import type { ConvenedMeeting } from '../../meeting/model.ts';
import { shortfallOf } from '../../meeting/shortfall.ts';
import { lastTold } from '../../meeting/settling.ts';
import { callingParts, callOf, writesTo } from '../../meeting/together.ts';
import { isConvened } from '../../meeting/convening.ts';
import { noLetters, together } from '../../message/envelope.ts';
import { lettersToMembers } from '../../message/letters.ts';
import type { Message, PartOff } from '../../message/model.ts';
import { agenciesIn, stillToBeCalled, type Unsent } from '../../message/unsent-changes.ts';
import { partsOf, partsWith } from '../../message/parts.ts';
import { type Reach, reachOfMail, reachOfPaper } from '../../message/reach.ts';
import { hearersOf } from '../../message/last-heard.ts';
import { withheld } from '../../message/withheld.ts';
import type { Versioned } from '../../records.ts';
import type { Task } from '../../task/model.ts';
import { overtakenTask, openTasks } from '../../task/rules.ts';
import { dayOf } from '../../time.ts';
import type { OutboxEntry } from '../../workflow/model.ts';
import type { Deps } from '../command.ts';
import { changeLetters, stays } from './change-letters.ts';
import { type Gone, stillOff, toldAnew, waitingWords, withoutTwice } from './told-anew.ts';
import { linksBeyond } from './personal-links.ts';
import { isNews, type News } from './rearranging.ts';

/** What is common to all parts of a sitting that change together. */
export type Sitting = {
  /** As the commit stores them; itself where it is held alone. */
  readonly changed: readonly ConvenedMeeting[];
  /** Who is taken from one of them, and what each had been told of that. */
  readonly leaving: Gone;
};

export type Change = Sitting & {
  readonly before: ConvenedMeeting;
  readonly after: ConvenedMeeting;
  /** Word of earlier changes that this one makes needless. */
  readonly unsent: Unsent;
};
type After = { readonly put: readonly Versioned[]; readonly outbox: readonly OutboxEntry[] };

export function isLeaving({ removed }: News, agency: string): boolean {
  return removed.some((one) => one.agency === agency);
}

/** What follows a change: 変更 to those who stay, 中止 to those who leave, their tasks closed, and links that outlive a later date. */
export async function afterChange(deps: Deps, change: Change, news: News, by: string): Promise<After> {
  const { before, after, changed, unsent: gathered } = change;
  const { sequence } = after.appointment;
  const leaves = (agency: string) => isLeaving(news, agency);
  const unsent = await withheld(deps, before, leaves);
  const hasHeard = await hearersOf(deps, before);
  const parts = partsWith(await partsOf(deps, after), changed).filter(isConvened);
  const moving = await movingOn(deps, change, news, parts);
  const gone = new Map([...change.leaving].filter(([agency]) => leaves(agency) && !moving.has(agency)));
  const anew = await toldAnew(deps, { part: after, changed, gone }, by);
  const rewritten = await toldAnew(deps, { part: after, changed, gone: askedBesides(change, news), settles: true }, by);
  const uncalled = await stillToBeCalled(deps, before);
  const carried = await carriedBy(deps, change, news, { parts, moving });
  const brought = agenciesIn({ mails: [], tasks: await papersOfSitting(deps, before) });
  const told = new Set([...brought, ...rewritten.told]);
  const letters = together([
    anew.letters,
    rewritten.letters,
    isNews(news) ? await changeLetters(deps, after, { parts, changed, told, off: carried.off }) : noLetters,
    await lettersToMembers(deps, { ...before, appointment: { ...before.appointment, sequence } }, 'cancel', {
      occasion: `off-${String(sequence)}`,
      known: (one) => lastTold(one, agenciesIn(gathered)),
      only: (one) => leaves(one.agency) && hasHeard(one) && !anew.told.has(one.agency) && !moving.has(one.agency),
      off: anew.alsoOff,
      changed,
    }),
  ]);
  const now = deps.clock.now();
  // A new day answers every wish for another one, and who is asked anew may come.
  const enough = shortfallOf(after, now) === undefined;
  const settled = (task: Task) =>
    (news.startsAt !== undefined && task.taskKind === 'reschedule') || (enough && task.taskKind === 'quorum');
  const open = await openTasks(deps, before.town, before.id);
  const replaced = isNews(news) ? gathered : toldByCall(change, news);
  const tasks = open.filter(
    (task) => leaves(task.about) || settled(task) || replaced.tasks.some(({ id }) => id === task.id),
  );
  const links =
    news.startsAt === undefined
      ? []
      : await linksBeyond(deps, after, after.invitations.filter(stays), dayOf(news.startsAt));
  const isReplaced = (mail: Message) => !leaves(mail.to) && (reachOfMail(mail) !== 'gone' || carried.carries(mail.to));
  const dropped = [...unsent, ...replaced.mails.filter(isReplaced).map(asDropped)];
  const closed = tasks.map((task) => overtakenTask(task, now, by));
  const given = withoutTwice([...anew.put, ...rewritten.put, ...carried.put], [...dropped, ...closed]);
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

/** Word that waits for who is called anew: the invitation says it all; in a sitting it is not dropped with what it says of the other parts. */
function toldByCall({ after, unsent }: Change, { added }: News): Pick<Unsent, 'mails' | 'tasks'> {
  const says = (agency: string, reach: Reach) =>
    added.some((one) => one.agency === agency) && (after.together === undefined || reach === 'part');
  return {
    mails: unsent.mails.filter((mail) => says(mail.to, reachOfMail(mail))),
    tasks: unsent.tasks.filter((task) => says(task.about, reachOfPaper(task))),
  };
}

const asDropped = (mail: Message): Message => ({ ...mail, state: 'dropped' });

/** Papers of any part that tell of the sitting for the first time: printed now they say what is true now. */
async function papersOfSitting(deps: Deps, meeting: ConvenedMeeting): Promise<readonly Task[]> {
  const parts = meeting.together?.map(({ town, meeting: id }) => ({ town, id })) ?? [meeting];
  return (await Promise.all(parts.map(async (part) => stillToBeCalled(deps, part)))).flat();
}

/** Who is taken from this part while all move, and comes to another one: by the word of the new date it hears of both. */
async function movingOn(
  deps: Deps,
  { after, leaving }: Change,
  { startsAt, place }: News,
  parts: readonly ConvenedMeeting[],
): Promise<ReadonlySet<AgencyId>> {
  if (after.together === undefined || (startsAt === undefined && place === undefined)) return new Set();
  const moving: AgencyId[] = [];
  for (const id of leaving.keys()) if (isInvitedTo(parts, id) && (await isMailed(deps, id))) moving.push(id);
  return new Set(moving);
}

function isInvitedTo(parts: readonly ConvenedMeeting[], agency: AgencyId): boolean {
  const [first] = callingParts(parts, agency);
  return first !== undefined && callOf(first, agency)?.invitedAt !== undefined;
}

async function isMailed({ store, prefecture }: Deps, id: AgencyId): Promise<boolean> {
  const agency = await store.get('agency', prefecture, id);
  return agency !== undefined && reachOfAgency(agency) === 'mail';
}

/** Who is asked to prepare something else for this part while a new date of the sitting, told by another part, still waits. */
function askedBesides({ before, after, unsent: { elsewhere = new Set() } }: Change, { startsAt, place }: News): Gone {
  if (startsAt !== undefined || place !== undefined) return new Map();
  const asked = after.invitations.filter((one) => {
    const was = before.invitations.find(({ agency }) => agency === one.agency);
    if (!stays(one) || was === undefined || !elsewhere.has(one.agency)) return false;
    return preparationFor(before.appointment, was) !== preparationFor(after.appointment, one);
  });
  return new Map(asked.map(({ agency }) => [agency, undefined]));
}

type Carried = {
  readonly off: (invitation: Pick<Invitation, 'agency'>) => readonly PartOff[];
  readonly carries: (agency: string) => boolean;
  readonly put: readonly Message[];
};

/** Of a sitting: which parts are off by words that have not gone out, or by this very change; whoever hears of the change from this part hears of that with it. */
async function carriedBy(
  deps: Deps,
  { after, leaving }: Change,
  news: News,
  { parts, moving }: { readonly parts: readonly ConvenedMeeting[]; readonly moving: ReadonlySet<AgencyId> },
): Promise<Carried> {
  if (!isNews(news) || after.together === undefined) return { off: () => [], carries: () => true, put: [] };
  const waiting = await waitingWords(deps, after);
  const carries = (agency: string) =>
    after.invitations.some((one) => one.agency === agency && stays(one) && writesTo(after, parts, one.agency));
  const leftNow = (agency: AgencyId) => (moving.has(agency) ? leaving.get(agency) : undefined) ?? [];
  return {
    off: ({ agency }) => (carries(agency) ? [...stillOff(waiting, parts, agency), leftNow(agency)].flat() : []),
    carries,
    put: waiting.mails
      .filter(({ to, off = [], mailKind }) => mailKind === 'cancel' && off.length > 0 && carries(to))
      .map(asDropped),
  };
}

/** Papers that are still to be brought: never after the deadline of the new date. */
export function redated(papers: readonly Task[], { appointment: { replyBy } }: ConvenedMeeting): readonly Task[] {
  return papers
    .filter(({ dueAt }) => dueAt === undefined || dueAt > replyBy)
    .map((task) => ({ ...task, dueAt: replyBy }));
}
