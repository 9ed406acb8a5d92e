import { StaleRecord } from '../../errors.ts';
import type { CaseId } from '../../ids.ts';
import { withoutHousehold } from '../../meeting/without-case.ts';
import type { Versioned } from '../../records.ts';
import type { DisposalItem, Disposed } from '../../retention/model.ts';
import { withoutDisposed } from '../../series/disposed-case.ts';
import { stillCounted } from '../../status/disposed.ts';
import { mirrorsOf } from '../../status/rules.ts';
import { traces } from '../../retention/traces.ts';
import type { ErasingDeps } from './erasing-deps.ts';

type Left = NonNullable<Disposed['left']>;
type Erasing = { readonly line: Disposed; readonly left: Left };

/** Meetings, consultations, and whatever was written, sent or received about them. Again from the start after a kill: what is gone is gone. */
export async function eraseBelongings(deps: ErasingDeps, item: DisposalItem, { line, left }: Erasing): Promise<void> {
  const { town } = line;
  const erased: string[] = [];
  for (const id of left.meetings) if (await eraseMeeting(deps, item.id, { line, id })) erased.push(id);
  for (const id of left.consultations) await eraseConsultation(deps, { line, id });
  if (item.of === 'case') await eraseFromSeries(deps, { town, case: item.id, meetings: erased });
  const found = await traces(deps.store, town, item, { ...left, meetings: erased });
  for (const one of found) if (one.kind === 'message') await deps.mailer.forget?.(one);
  await forgetAll(deps, found);
}

/** Dates of a 定例会 keep the numbers of what was taken up: of this case no longer. */
async function eraseFromSeries(
  { store, prefecture }: ErasingDeps,
  gone: Parameters<typeof withoutDisposed>[1],
): Promise<void> {
  for (const host of [...new Set([prefecture, gone.town])]) {
    for (const series of await store.list('series', host)) {
      const next = withoutDisposed(series, gone);
      if (next === series) continue;
      const saved = await store.commit({ put: [next] });
      if (!saved.ok) throw new StaleRecord(series.id);
    }
  }
}

type One = { readonly line: Disposed; readonly id: string };

/** A meeting about other households, too, stays without this one; whether it is gone. */
async function eraseMeeting(deps: ErasingDeps, of: CaseId, { line, id }: One): Promise<boolean> {
  const meeting = await deps.store.get('meeting', line.town, id);
  if (meeting === undefined) return true;
  const cases = await Promise.all(meeting.cases.map((one) => deps.store.get('case', line.town, one)));
  if (cases.every((one) => one === undefined)) {
    await eraseCounted(deps, meeting);
    return true;
  }
  if (!meeting.cases.includes(of)) return false;
  const saved = await deps.store.commit({ put: [withoutHousehold(meeting, of)] });
  if (!saved.ok) throw new StaleRecord(id);
  return false;
}

async function eraseConsultation(deps: ErasingDeps, { line, id }: One): Promise<void> {
  const consultation = await deps.store.get('consultation', line.town, id);
  if (consultation !== undefined) await eraseCounted(deps, consultation);
}

/** Gone, and still counted. */
async function eraseCounted(deps: ErasingDeps, record: Versioned): Promise<void> {
  const mirror = stillCounted(await mirrorsOf(deps, [record]));
  const saved = await deps.store.commit({ put: [], forget: [record], mirror });
  if (!saved.ok) throw new StaleRecord(record.id);
}

// One transaction holds 100 writes.
const AT_A_TIME = 90;

async function forgetAll({ store }: ErasingDeps, records: readonly Versioned[]): Promise<void> {
  for (let from = 0; from < records.length; from += AT_A_TIME) {
    const forget = records.slice(from, from + AT_A_TIME);
    const saved = await store.commit({ put: [], forget });
    if (!saved.ok) throw new StaleRecord(forget[0]?.id ?? '');
  }
}
