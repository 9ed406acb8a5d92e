import { StaleRecord } from '../../errors.ts';
import type { Case } from '../../case/model.ts';
import { homeTownOf } from '../../case/home-town.ts';
import type { Disposal, DisposalItem, Disposed } from '../../retention/model.ts';
import { lineOf, type Kept } from '../../retention/rules.ts';
import type { Versioned } from '../../records.ts';
import { stillCounted } from '../../status/disposed.ts';
import { mirrorsOf } from '../../status/rules.ts';
import type { ErasingDeps } from './erasing-deps.ts';
import { eraseBelongings } from './erase-belongings.ts';

/** Erases one case or consultation of a confirmed disposal; one that somebody changed since is left as it is. */
export async function eraseItem(deps: ErasingDeps, disposal: Disposal, index: number): Promise<void> {
  const item = disposal.items[index];
  if (item === undefined) return;
  const id = lineOf(item.of, item.id);
  const line = (await deps.store.get('disposed', disposal.town, id)) ?? (await eraseRecord(deps, disposal, item));
  if (line?.left === undefined) return;
  await eraseBelongings(deps, item, { line, left: line.left });
  const { left: _erased, ...done } = line;
  const saved = await deps.store.commit({ put: [done] });
  if (!saved.ok) throw new StaleRecord(id);
}

/** The record itself, with its line of the 廃棄簿: from now on nobody opens it. Undefined when it is not what was confirmed. */
async function eraseRecord(deps: ErasingDeps, disposal: Disposal, item: DisposalItem): Promise<Disposed | undefined> {
  const { town, confirmed } = disposal;
  const record: Kept | undefined = await deps.store.get(item.of, town, item.id);
  if (record?.version !== item.version || confirmed === undefined) return undefined;
  const line: Disposed = {
    ...{ kind: 'disposed', town, id: lineOf(item.of, item.id), version: 0, endedOn: item.endedOn },
    ...{ disposal: disposal.id, by: disposal.by, confirmedBy: confirmed.by, at: deps.clock.now() },
    left: await belongingsOf(deps, record),
  };
  const forget = [record, ...(record.kind === 'case' ? await besides(deps, record) : [])];
  const seen = await mirrorsOf(deps, forget);
  const audit = { town, at: line.at, who: `staff:${confirmed.by}`, did: 'disposed', to: item.id };
  const saved = await deps.store.commit({
    put: [line],
    forget,
    unmirror: seen.filter(({ of }) => of === 'plan'),
    mirror: stillCounted(seen),
    audit: [{ ...audit, about: [disposal.id], door: 'workflow' }],
  });
  if (!saved.ok) throw new StaleRecord(item.id);
  return { ...line, version: 1 };
}

/** What bears the number of the case itself. */
async function besides({ store }: ErasingDeps, one: Case): Promise<readonly Versioned[]> {
  const home = homeTownOf(one);
  const found = [
    await store.get('plan', one.town, one.id),
    home === undefined ? undefined : await store.get('home-case', home, `${one.town}/${one.id}`),
  ];
  return found.filter((record) => record !== undefined);
}

/** Noted with the line, because after it nothing says any more what belonged to it. */
async function belongingsOf({ store }: ErasingDeps, record: Kept): Promise<NonNullable<Disposed['left']>> {
  const { town, id } = record;
  if (record.kind === 'consultation') return { meetings: [], consultations: [], roles: [] };
  const [meetings, consultations, plan] = await Promise.all([
    store.list('meeting', town),
    store.list('consultation', town),
    store.get('plan', town, id),
  ]);
  return {
    meetings: meetings.filter(({ cases }) => cases.includes(id)).map((one) => one.id),
    consultations: consultations
      .filter((one) => one.case === id || one.id === record.consultation)
      .map((one) => one.id),
    roles: plan?.roles ?? [],
  };
}
