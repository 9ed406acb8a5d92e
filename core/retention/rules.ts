import { fiscalYearOf } from '../calendar.ts';
import type { Case } from '../case/model.ts';
import { isOver } from '../case/rules.ts';
import type { Consultation } from '../consultation/model.ts';
import { type Day, dayOf, daySchema, type Instant, jst } from '../time.ts';
import type { Disposal, Disposed, Hold, KeptKind } from './model.ts';

export type Kept = Case | Consultation;

/** The day on which support ended, from which its time is reckoned; undefined for what goes on, or goes with a case. */
export function endedOn(record: Kept): Day | undefined {
  if (record.kind === 'case') return isOver(record) ? lastDayOf(record) : undefined;
  return record.state === 'informed' || record.state === 'referred' ? record.on : undefined;
}

function lastDayOf({ closed, history = [], openedOn }: Case): Day {
  const turned = history.findLast(({ of }) => of === 'state');
  return closed?.on ?? (turned === undefined ? openedOn : dayOf(turned.at));
}

/** 保存期間 is reckoned from 1 April after the fiscal year in which support ended, and runs whole fiscal years. */
export function keptUntil(ended: Day, years: number): Day {
  return daySchema.parse(`${String(fiscalYearOf(ended) + 1 + years)}-03-31`);
}

/** From this moment on it may be disposed of. */
export function disposableFrom(ended: Day, years: number): Instant {
  return jst(daySchema.parse(`${String(fiscalYearOf(ended) + 1 + years)}-04-01`), '0:00');
}

/** The hold in force. */
export function holdOn({ holds = [] }: { readonly holds?: readonly Hold[] | undefined }): Hold | undefined {
  return holds.findLast(({ released }) => released === undefined);
}

/** Why something may not be disposed of, as words for a refusal are chosen; undefined when it may. */
export type NotDisposable = 'unknown' | 'open' | 'kept' | 'held' | 'proposed' | 'changed';

export function whyKept(record: Kept | undefined, years: number, now: Instant): NotDisposable | undefined {
  if (record === undefined) return 'unknown';
  const ended = endedOn(record);
  if (ended === undefined) return 'open';
  if (holdOn(record) !== undefined) return 'held';
  return now < disposableFrom(ended, years) ? 'kept' : undefined;
}

/** Proposed, and neither withdrawn nor carried out: what stands in it is in nobody else's. */
export function isOpen({ withdrawn, doneAt }: Disposal): boolean {
  return withdrawn === undefined && doneAt === undefined;
}

/** The id of a line of the 廃棄簿. */
export function lineOf(of: KeptKind, id: string): Disposed['id'] {
  return `${of}/${id}`;
}
