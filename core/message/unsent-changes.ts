import type { Store } from '../ports.ts';
import type { Meeting } from '../meeting/model.ts';
import type { Settings } from '../settings/model.ts';
import type { Task } from '../task/model.ts';
import { addSeconds, type Instant } from '../time.ts';
import type { Message } from './model.ts';
import { datePaper } from './papers-by-hand.ts';
import { reachOfMail, reachOfPaper } from './reach.ts';

/** Word of changes that has not gone out: mails that wait, and papers that nobody has brought yet. */
export type Unsent = {
  readonly mails: readonly Message[];
  readonly tasks: readonly Task[];
  /** Nobody at all has heard of it: a mail waits still, or a paper is new. */
  readonly gathering: boolean;
  /** Of a sitting (合同の席): who is still to hear of it by the word of another part, which tells of this one, too. */
  readonly elsewhere?: ReadonlySet<string>;
};

type Reader = { readonly store: Store };

export async function unsentChanges(
  deps: Reader,
  meeting: Pick<Meeting, 'town' | 'id' | 'together'>,
  settings: Settings,
  now: Instant,
): Promise<Unsent> {
  const { isNew: _isNew, ...own } = await unsentOf(deps, meeting, settings, now);
  const others = (meeting.together ?? []).filter((part) => part.town !== meeting.town || part.meeting !== meeting.id);
  const unsent = await Promise.all(
    others.map((part) => unsentOf(deps, { town: part.town, id: part.meeting }, settings, now)),
  );
  return {
    ...own,
    gathering: own.gathering || unsent.some((one) => ofAll(one).gathering),
    elsewhere: new Set(unsent.flatMap((one) => [...agenciesIn(ofAll(one))])),
  };
}

/** As far as it tells of the other parts of a sitting as well. */
function ofAll({ mails, tasks, isNew }: UnsentOfPart) {
  const [mailed, brought] = [
    mails.filter((mail) => reachOfMail(mail) === 'all'),
    tasks.filter((task) => reachOfPaper(task) === 'all'),
  ];
  return { mails: mailed, tasks: brought, gathering: mailed.length > 0 || brought.some(isNew) };
}

type UnsentOfPart = Unsent & { readonly isNew: (task: Task) => boolean };

async function unsentOf(
  { store }: Reader,
  { town, id }: Pick<Meeting, 'town' | 'id'>,
  { changeSettlesMinutes }: Settings,
  now: Instant,
): Promise<UnsentOfPart> {
  const [messages, all] = await Promise.all([
    store.list('message', town, `${id}/change/`),
    store.list('task', town, `${id}/`),
  ]);
  const isNew = ({ openedAt }: Task) => addSeconds(openedAt, changeSettlesMinutes * 60) > now;
  const mails = messages.filter(({ state }) => state === 'created');
  const tasks = all.filter((task) => task.done === undefined && datePaper(task) === 'change');
  return { mails, tasks, isNew, gathering: mails.some(isOfNews) || tasks.some(isNew) };
}

/** That a part of a sitting is off is no news of those that stand. */
const isOfNews = (mail: Message) => reachOfMail(mail) !== 'gone';

export function agenciesIn({
  mails,
  tasks,
  elsewhere = new Set(),
}: Pick<Unsent, 'mails' | 'tasks' | 'elsewhere'>): ReadonlySet<string> {
  return new Set([...mails.filter(isOfNews).map(({ to }) => to), ...tasks.map(({ about }) => about), ...elsewhere]);
}

/** Who has an open paper about the first date, or the slots: printed now it says what is true now, so that no second one is needed. */
export async function stillToBeCalled(
  { store }: { readonly store: Store },
  { town, id }: Pick<Meeting, 'town' | 'id'>,
): Promise<readonly Task[]> {
  const tasks = await store.list('task', town, `${id}/`);
  return tasks.filter((task) => task.done === undefined && datePaper(task) === 'invitation');
}

/** Open papers about the date for these agencies, whatever they say: the one that comes now takes their place. */
export async function openPapers(
  { store }: { readonly store: Store },
  { town, id }: Pick<Meeting, 'town' | 'id'>,
  agencies: readonly string[],
): Promise<readonly Task[]> {
  const tasks = await store.list('task', town, `${id}/`);
  return tasks.filter(
    (task) => task.done === undefined && datePaper(task) !== undefined && agencies.includes(task.about),
  );
}
