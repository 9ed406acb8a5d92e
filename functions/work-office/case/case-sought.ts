import { caseStateSchema, urgencySchema } from '../../../core/case/model.ts';
import type { Standing } from '../../../core/case/standing.ts';
import { addDays, type Day } from '../../../core/time.ts';
import type { SentForm } from '../../page/sent-form.ts';
import { pageIn } from '../../page/pager.ts';

/** After so many days an open question of who leads is one for the supervisor. No source states it. */
export const LEADLESS_DAYS = 60;

/** Which cases are looked for. What is left out is not asked about. */
export type Sought = {
  /** A number as the address says it (`?q=C-1`); sent as a form also a name, which has no place in an address, a history or a log. */
  readonly q: string;
  readonly page: number;
  readonly sent?: boolean;
  readonly narrow?: Narrow;
};
type Narrow = Partial<Readonly<Record<NarrowName, string>>>;

const narrowNames = ['state', 'worker', 'lead', 'urgency', 'due'] as const;
export type NarrowName = (typeof narrowNames)[number];

/** Stands for cases without one: of workers, of urgencies. */
export const NONE = 'none';
/** What may be asked of the next date, and of who leads. */
export const dueWords = { overdue: '超過しているもの', week: '7日以内', [NONE]: '次の予定がないもの' } as const;
export const leadWords = {
  undecided: '未定（整理中）',
  long: `未定のまま${String(LEADLESS_DAYS)}日を超えたもの`,
  decided: '決まっているもの',
} as const;

type Reader = (name: string) => string | undefined;

export function soughtIn(query: Readonly<Record<string, string>>): Sought {
  const narrow = narrowIn((name) => query[name]);
  // Who leads is written in words, and may be somebody's name.
  const { lead, ...rest } = narrow;
  const coded = lead !== undefined && Object.hasOwn(leadWords, lead) ? narrow : rest;
  return { q: (query['q'] ?? '').trim(), page: pageIn(query['page']), ...some(coded) };
}

/** A search that was sent as a form: its words stand in no address. */
export function soughtBy(form: SentForm): Sought {
  return { q: form.text('q') ?? '', page: pageIn(form.text('page')), sent: true, ...some(narrowIn(form.text)) };
}

const some = (narrow: Narrow) => (Object.keys(narrow).length === 0 ? {} : { narrow });

function narrowIn(read: Reader): Narrow {
  const said = narrowNames.map((name) => [name, read(name)?.trim() ?? ''] as const);
  return Object.fromEntries(said.filter(([, value]) => value !== ''));
}

/** Whether an address may say all that is sought. */
export function isPlain({ q, sent, narrow = {} }: Sought): boolean {
  return sent !== true || (q === '' && (narrow.lead === undefined || Object.hasOwn(leadWords, narrow.lead)));
}

const plain = (text: string) => text.normalize('NFKC').toLowerCase().replaceAll(/\s/g, '');

export function matches(standing: Standing, { q, sent, narrow = {} }: Sought, today: Day): boolean {
  const { id, members } = standing.one;
  const words = [id, ...(sent === true ? members.map(({ name }) => name) : [])];
  if (!words.some((word) => plain(word).includes(plain(q)))) return false;
  return narrowNames.every((name) => {
    const wanted = narrow[name];
    return wanted === undefined || isWanted[name](standing, wanted, today);
  });
}

type Test = (standing: Standing, wanted: string, today: Day) => boolean;

const isWanted: Readonly<Record<NarrowName, Test>> = {
  state: ({ one, open }, wanted) => (caseStateSchema.safeParse(wanted).success ? one.state === wanted : open),
  worker: ({ one, open }, wanted) => (wanted === NONE ? open && one.worker === undefined : one.worker === wanted),
  lead: isLedAs,
  urgency: ({ one }, wanted) =>
    urgencySchema.safeParse(wanted).success ? one.urgency === wanted : one.urgency === undefined,
  due: isDueAs,
};

function isLedAs({ one, open, leadless }: Standing, wanted: string, today: Day): boolean {
  if (wanted === 'undecided') return leadless !== undefined;
  if (wanted === 'long') return leadless !== undefined && leadless < addDays(today, -LEADLESS_DAYS);
  if (wanted === 'decided') return open && leadless === undefined;
  return one.leads.some(({ who }) => who === wanted);
}

function isDueAs({ open, next, late }: Standing, wanted: string, today: Day): boolean {
  if (wanted === 'overdue') return late;
  if (wanted === 'week') return next !== undefined && next.on >= today && next.on <= addDays(today, 7);
  return open && next === undefined;
}
