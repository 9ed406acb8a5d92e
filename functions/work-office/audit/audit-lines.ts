import type { AuditEntry } from '../../../core/access/audit.ts';
import type { Deps } from '../../../core/commands/command.ts';
import type { Meeting } from '../../../core/meeting/model.ts';
import { addDays, type Day, dayOf, daySchema, type Instant, jst } from '../../../core/time.ts';
import type { Office } from '../office.ts';

/** Which lines of the audit log are looked for: `?about=C-1&who=staff:木村&from=2026-06-01&to=2026-06-07&page=2`. */
export type Traced = {
  /** A case, a meeting or another record, by its number; empty for all. */
  readonly about: string;
  readonly who: string;
  readonly from: Day;
  readonly to: Day;
  readonly page: number;
};
export type AuditView = {
  readonly sought: Traced;
  /** Of this page, the newest first. */
  readonly lines: readonly AuditEntry[];
  readonly found: number;
  /** Everybody who did something in these days. */
  readonly people: readonly string[];
};

export const LINES = 100;
const DAYS = 7;
// A town leaves some hundred lines a day; a quarter of a year is a minute's reading for a store, and a year's is not.
export const MOST_DAYS = 92;

/** The last seven days when no others are named; never more than a quarter of a year at a time. */
export function tracedIn(query: Readonly<Record<string, string>>, now: Instant): Traced {
  const { about = '', who = '', page = '1' } = query;
  const to = daySchema.safeParse(query['to']).data ?? dayOf(now);
  const from = daySchema.safeParse(query['from']).data ?? addDays(to, 1 - DAYS);
  const number = Number(page);
  return {
    about: about.trim(),
    who: who.trim(),
    from: within(from, addDays(to, 1 - MOST_DAYS), to),
    to,
    page: Number.isInteger(number) && number > 0 ? number : 1,
  };
}

function within(day: Day, first: Day, last: Day): Day {
  if (day > last) return last;
  return day < first ? first : day;
}

export async function loadAudit({ store }: Pick<Deps, 'store'>, { town, traced, now }: Office): Promise<AuditView> {
  const sought = traced ?? tracedIn({}, now);
  const span = { from: jst(sought.from, '0:00'), until: jst(addDays(sought.to, 1), '0:00') };
  const [all, meetings] = await Promise.all([store.audit(town.id, span), store.list('meeting', town.id)]);
  const related = relatedTo(sought.about, meetings);
  const found = all.filter((line) => (sought.who === '' || line.who === sought.who) && isAbout(line, related));
  return {
    sought,
    lines: found.toReversed().slice((sought.page - 1) * LINES, sought.page * LINES),
    found: found.length,
    people: [...new Set(all.map(({ who }) => who))].toSorted(),
  };
}

/** A case and the meetings about it; undefined for everything. */
function relatedTo(about: string, meetings: readonly Meeting[]): ReadonlySet<string> | undefined {
  if (about === '') return undefined;
  const own = meetings.filter(({ cases }) => cases.some((id) => id === about)).map(({ id }) => id);
  return new Set([about, ...own]);
}

/** `M-1/fax/包括/…` is about M-1. */
function isAbout({ to, about = [] }: AuditEntry, related: ReadonlySet<string> | undefined): boolean {
  if (related === undefined) return true;
  return [to, to.split('/')[0] ?? '', ...about].some((id) => related.has(id));
}
