import { sightOn } from '../../../core/access/sight.ts';
import { fiscalYearOf } from '../../../core/calendar.ts';
import type { Deps } from '../../../core/commands/command.ts';
import type { Disposal, Disposed, Hold } from '../../../core/retention/model.ts';
import { endedOn, holdOn, isOpen, type Kept, keptUntil } from '../../../core/retention/rules.ts';
import { settingsOf } from '../../../core/settings/rules.ts';
import { type Day, dayOf } from '../../../core/time.ts';
import type { Office } from '../office.ts';

/** Something that has ended, with its time. */
export type Ended = { readonly record: Kept; readonly on: Day; readonly until: Day };
export type RetentionView = {
  readonly years: number;
  /** Its time has run out, and it stands in no proposal. */
  readonly due: readonly Ended[];
  /** It runs out with this fiscal year. */
  readonly soon: readonly Ended[];
  readonly held: readonly { readonly record: Kept; readonly hold: Hold }[];
  readonly proposals: readonly Disposal[];
  /** 廃棄簿, the newest first. */
  readonly gone: readonly Disposed[];
  readonly disposals: readonly Disposal[];
};

export async function loadRetention(deps: Deps, { actor, town, now }: Office): Promise<RetentionView> {
  const [settings, cases, consultations, disposals, gone, sees] = await Promise.all([
    settingsOf(deps, town.id),
    deps.store.list('case', town.id),
    deps.store.list('consultation', town.id),
    deps.store.list('disposal', town.id),
    deps.store.list('disposed', town.id),
    sightOn(deps, actor, town),
  ]);
  const years = settings.retentionFiscalYears;
  const all: readonly Kept[] = [...cases.filter(sees), ...consultations.filter(sees)];
  const proposals = disposals.filter(isOpen);
  const listed = new Set(proposals.flatMap(({ items }) => items.map(({ of, id }) => `${of}/${id}`)));
  const ended = all
    .filter((record) => holdOn(record) === undefined && !listed.has(`${record.kind}/${record.id}`))
    .flatMap((record) => endedOf(record, years))
    .toSorted((a, b) => (a.until < b.until ? -1 : Number(a.until > b.until)));
  const today = dayOf(now);
  return {
    years,
    due: ended.filter(({ until }) => until < today),
    soon: ended.filter(({ until }) => until >= today && fiscalYearOf(until) === fiscalYearOf(today)),
    held: all.flatMap((record) => heldOf(record)),
    proposals,
    disposals,
    gone: gone.toSorted((a, b) => (a.at < b.at ? 1 : -1)),
  };
}

function endedOf(record: Kept, years: number): readonly Ended[] {
  const on = endedOn(record);
  return on === undefined ? [] : [{ record, on, until: keptUntil(on, years) }];
}

function heldOf(record: Kept): RetentionView['held'] {
  const hold = holdOn(record);
  return hold === undefined ? [] : [{ record, hold }];
}

/** The cases whose state the page shows. */
export function shownIn({ due, soon, held }: RetentionView): readonly string[] {
  return [...due, ...soon, ...held].map(({ record }) => record.id);
}
