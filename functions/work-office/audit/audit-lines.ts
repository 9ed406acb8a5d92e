import type { AuditEntry } from '../../../core/access/audit.ts';
import { hiddenFrom } from '../../../core/access/sight.ts';
import type { Deps } from '../../../core/commands/command.ts';
import type { Meeting } from '../../../core/meeting/model.ts';
import { ENDED } from '../../../core/retention/log.ts';
import { settingsOf } from '../../../core/settings/rules.ts';
import type { AuditLine, Span } from '../../../core/ports.ts';
import { addDays, type Day, dayOf, daySchema, type Instant, jst } from '../../../core/time.ts';
import type { Office } from '../office.ts';
import { type DeedKind, kinds } from './deed-kinds.ts';
import type { Traced } from './traced.ts';

export type AuditView = {
  readonly sought: Traced;
  /** Of this page, the newest first. */
  readonly lines: readonly AuditEntry[];
  /** Where the next page begins; undefined when there is none. */
  readonly next: string | undefined;
  /** 保存期間 of a line, in fiscal years. */
  readonly years: number;
  /** Everybody who may have done something, by id. */
  readonly people: readonly string[];
};

export const LINES = 100;
const DAYS = 7;
// A year is what an inspection asks for; it is read page by page all the same.
export const MOST_DAYS = 366;

/** The last seven days when no others are named; never more than a year at a time. */
export function tracedIn(said: Readonly<Record<string, string>>, now: Instant): Traced {
  const { about = '', who = '', did = '', before } = said;
  const to = daySchema.safeParse(said['to']).data ?? dayOf(now);
  const from = daySchema.safeParse(said['from']).data ?? addDays(to, 1 - DAYS);
  return {
    about: about.trim(),
    who: who.trim(),
    did: isKind(did) ? did : '',
    from: within(from, addDays(to, 1 - MOST_DAYS), to),
    to,
    before,
  };
}

const isKind = (did: string): did is DeedKind => Object.hasOwn(kinds, did);

function within(day: Day, first: Day, last: Day): Day {
  if (day > last) return last;
  return day < first ? first : day;
}

export async function loadAudit(deps: Deps, { actor, town, traced, now, agencies }: Office): Promise<AuditView> {
  const sought = traced ?? tracedIn({}, now);
  const span = { from: jst(sought.from, '0:00'), until: jst(addDays(sought.to, 1), '0:00') };
  const meetings = sought.about === '' ? [] : await deps.store.list('meeting', town.id);
  const staff = await deps.store.list('person', deps.prefecture);
  const hidden = await hiddenFrom(deps, actor, town);
  const found = await linesOf(deps, town.id, span, { sought, related: relatedTo(sought.about, meetings), hidden });
  const people = [...staff.map(({ id }) => `staff:${id}`), ...agencies.map(({ id }) => `agency:${id}`), 'workflow'];
  const { auditFiscalYears: years } = await settingsOf(deps, town.id);
  return { sought, people, years, ...found };
}

type Wanted = {
  readonly sought: Traced;
  readonly related: ReadonlySet<string> | undefined;
  /** Cases and consultations of which this reader sees nothing. */
  readonly hidden: ReadonlySet<string>;
};

// So many lines are looked through for one page; what lies further back is on the next.
const PART = 500;
const MOST_PARTS = 10;

async function linesOf({ store }: Deps, town: Office['town']['id'], span: Span, { sought, related, hidden }: Wanted) {
  const found: AuditLine[] = [];
  let { before } = sought;
  for (let read = 0; read < MOST_PARTS && found.length <= LINES; read += 1) {
    const part = await store.auditPart(town, { within: span, limit: PART, before });
    found.push(
      ...part.filter(({ entry }) => isWanted(entry, sought) && isAbout(entry, related) && !isOf(entry, hidden)),
    );
    before = part.length < PART ? undefined : part.at(-1)?.key;
    if (before === undefined) break;
  }
  const shown = found.slice(0, LINES);
  const next = found.length > LINES ? shown.at(-1)?.key : before;
  return { lines: shown.map(({ entry }) => seenOf(entry, hidden)), next };
}

function isWanted(entry: AuditEntry, { who, did }: Traced): boolean {
  return (who === '' || entry.who === who) && (did === '' || kindOfDeed(entry) === did);
}

function kindOfDeed({ did }: AuditEntry): DeedKind {
  if (did === 'read' || did === 'open') return 'read';
  if (did.startsWith('refused:')) return 'refused';
  return did === 'disposed' || did === ENDED || did.endsWith('-disposal') ? 'disposed' : 'wrote';
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

/** A line about a case that is not seen; of a list, those that are not. */
function isOf({ to }: AuditEntry, hidden: ReadonlySet<string>): boolean {
  return hidden.has(to) || hidden.has(to.split('/')[0] ?? '');
}

function seenOf({ about, ...entry }: AuditEntry, hidden: ReadonlySet<string>): AuditEntry {
  const seen = about?.filter((id) => !hidden.has(id)) ?? [];
  return seen.length === 0 ? entry : { ...entry, about: seen };
}
