import type { AuditEntry } from '../access/audit.ts';
import { fiscalYearOf } from '../calendar.ts';
import type { TownCode } from '../ids.ts';
import type { Span, Store } from '../ports.ts';
import { dayOf, daySchema, type Instant, jst } from '../time.ts';
import type { OutboxEntry } from '../workflow/model.ts';
import { disposableFrom } from './rules.ts';

/** From this moment on a line written now may go: after as many whole fiscal years as the host keeps them. */
export function lineEndsFrom(written: Instant, years: number): Instant {
  return disposableFrom(dayOf(written), years);
}

/** The last fiscal year whose lines may go by now. */
export function lastYearOver(now: Instant, years: number): number {
  return fiscalYearOf(dayOf(now)) - years - 1;
}

/** The lines of all fiscal years up to this one. */
export function upTo(year: number): Span {
  return { from: LONG_AGO, until: firstOf(year + 1) };
}

const firstOf = (year: number) => jst(daySchema.parse(`${String(year)}-04-01`), '0:00');
const LONG_AGO = firstOf(1970);

/** That lines ended is told by a line which does not: like the 廃棄簿 it says what there was once. */
export const ENDED = 'log-ended';

/** What lines may tell of that is still kept: while it is, nobody may be unable to say who looked at it. */
export async function keptIn(store: Store, town: TownCode): Promise<ReadonlySet<string>> {
  const lists = await Promise.all([
    store.list('case', town),
    store.list('consultation', town),
    store.list('meeting', town),
  ]);
  return new Set<string>(lists.flat().map(({ id }) => id));
}

/** Whether a line goes when its years are over. `M-1/fax/包括/…` is about M-1. */
export function mayEnd({ did, to, about = [] }: AuditEntry, kept: ReadonlySet<string>): boolean {
  return did !== ENDED && ![to, to.split('/')[0] ?? '', ...about].some((id) => kept.has(id));
}

// Of a year that has any other line, the newest may all be those of an ending: there is one a year, or two after a failure.
const FEW = 10;

/** When the oldest year that is still kept will be over; undefined when nothing was written since. */
export async function nextYearOver(
  store: Store,
  town: TownCode,
  { now, years }: { readonly now: Instant; readonly years: number },
): Promise<Instant | undefined> {
  for (let year = lastYearOver(now, years) + 1; year <= fiscalYearOf(dayOf(now)); year += 1) {
    const within = { from: firstOf(year), until: firstOf(year + 1) };
    const lines = await store.auditPart(town, { within, limit: FEW });
    if (lines.some(({ entry }) => entry.did !== ENDED)) return firstOf(year + 1 + years);
  }
  return undefined;
}

type Ending = {
  readonly prefecture: TownCode;
  readonly before?: string | undefined;
  readonly noted?: true | undefined;
};

/** What is over of a town's log is looked through; `before`: from this line on backwards. */
export function endingLog(town: TownCode, at: Instant, { prefecture, before, noted }: Ending): OutboxEntry {
  const where = { ...(before === undefined ? {} : { before }), ...(noted === undefined ? {} : { noted }) };
  return { town, subject: 'audit', notBefore: at, effect: { type: 'end-log', prefecture, ...where } };
}
