import type { TownCode } from '../ids.ts';
import type { Store } from '../ports.ts';
import type { Versioned } from '../records.ts';
import type { Cells } from '../sheet/cells.ts';
import type { Task } from '../task/model.ts';
import { runsOf } from '../workflow/rules.ts';
import type { DisposalItem, Disposed } from './model.ts';

type Gone = NonNullable<Disposed['left']>;

/**
 * All that was written, sent and received about a case or a consultation and what belonged to it: tasks, mails, answers by mail, roles, links,
 * waits, rows of the sheet, and what could still have been put back.
 */
export async function traces(
  store: Store,
  town: TownCode,
  item: DisposalItem,
  gone: Gone,
): Promise<readonly Versioned[]> {
  const own = item.of === 'case' ? [item.id, ...gone.consultations] : [item.id];
  const [roles, links, rows, steps] = await Promise.all([
    store.list('role', town),
    store.list('link', town),
    store.list('row', town),
    store.list('step', town),
  ]);
  const isAbout = subjectsIn([...own, ...gone.meetings]);
  return [
    ...(await Promise.all(own.map((id) => underSubject(store, town, id, papers)))).flat(),
    ...(await Promise.all(gone.meetings.map((id) => underSubject(store, town, id, meetings)))).flat(),
    ...roles.filter(({ id, meeting }) => gone.roles.includes(id) || gone.meetings.includes(meeting)),
    ...links.filter(({ meeting }) => gone.meetings.includes(meeting)),
    ...rows.filter(({ cells }) => isRowOf(cells, item, gone)),
    ...steps.filter(({ written }) => written.some(({ id }) => isAbout(id))),
  ];
}

const papers: ReadonlySet<Task['subject']['kind']> = new Set<Task['subject']['kind']>(['case', 'plan']);
const meetings: ReadonlySet<Task['subject']['kind']> = new Set<Task['subject']['kind']>(['meeting']);

/** What bears the number at the head of its own. A meeting may have the number of a case: each keeps its own tasks and mails. */
async function underSubject(
  store: Store,
  town: TownCode,
  id: string,
  kinds: typeof papers,
): Promise<readonly Versioned[]> {
  const [tasks, messages, received, parcels, waits] = await Promise.all([
    store.list('task', town, `${id}/`),
    store.list('message', town, `${id}/`),
    store.list('received', town, `${id}/`),
    store.list('parcel', town, `${id}/`),
    store.list('wait', town, runsOf(town, id)),
  ]);
  const about = tasks.filter(({ subject }) => kinds.has(subject.kind));
  return (await isAnothers(store, town, id)) ? about : [...about, ...messages, ...received, ...parcels, ...waits];
}

async function isAnothers(store: Store, town: TownCode, id: string): Promise<boolean> {
  const kept = [await store.get('case', town, id), await store.get('meeting', town, id)];
  return kept.some((one) => one !== undefined);
}

/** A row says by its numbers what it is about: of a meeting first, then of a case, then of a consultation. */
function isRowOf(cells: Cells, { of, id }: DisposalItem, gone: Gone): boolean {
  const said = (column: string) => (cells[column] ?? '').normalize('NFKC').trim();
  if (gone.consultations.includes(said('受付番号'))) return true;
  if (said('受付番号') !== '') return of === 'consultation' ? said('受付番号') === id : said('ケース番号') === id;
  if (said('会議番号') !== '') return gone.meetings.includes(said('会議番号'));
  return of === 'case' && said('ケース番号') === id;
}

/** Whether an id is one of these, or begins with one: `M-1/phone/包括/…`. */
function subjectsIn(ids: readonly string[]): (id: string) => boolean {
  const known = new Set(ids);
  return (id) => known.has(id) || known.has(id.split('/')[0] ?? '');
}
