import { cellsOfFacts, type Fact } from '../core/sheet/fact-cells.ts';
import { factColumns, keyColumns } from '../core/sheet/fact-columns.ts';
import { type Tab, tabNames } from '../core/sheet/columns.ts';
import { fieldsOf, parsed } from '../core/sheet/row-answers.ts';
import { type Counts, countsIn } from './counts.ts';
import { inFewRuns } from './few-runs.ts';
import type { OpenTab } from './send-tab.ts';

/** By tab, how far a sheet knows what つどい tells; plain text, to be kept by whoever asks again. */
export type Cursors = Readonly<Record<string, string>>;
type News = { readonly rows: readonly Fact[]; readonly cursor: string; readonly more: boolean };

export type Pulled = {
  readonly cursors: Cursors;
  /** How many rows show something new. */
  readonly rows: number;
  /** 集計 shows other numbers than before. */
  readonly recounted?: true;
  /** Why it is not all there. */
  readonly why?: string;
};
export type FactsWorld = {
  /** `POST /v1/facts`. Undefined with words when no answer of ours came. */
  readonly post: (
    body: string,
  ) => { readonly ok: true; readonly text: string } | { readonly ok: false; readonly why: string };
  /** Undefined for a tab this spreadsheet does not have. */
  readonly open: (tab: Tab) => OpenTab | undefined;
  /** Shows the numbers of the town, and says whether any was new; undefined where there is no 集計. */
  readonly count: ((counts: Counts) => boolean) | undefined;
};

/** Brings the columns つどい writes up to date, in every tab there is, and 集計: only these, and only cells that differ. */
export function pullFacts(cursors: Cursors, world: FactsWorld): Pulled {
  const { open, count } = world;
  const tabs = tabNames.filter((tab) => factColumns[tab].length > 0 && open(tab) !== undefined);
  let now: Cursors = Object.fromEntries(tabs.map((tab) => [tab, cursors[tab] ?? '']));
  let rows = 0;
  let recounted: Pick<Pulled, 'recounted'> = {};
  // Each answer takes the cursors further, so this comes to an end; the limit is for a server that does not.
  for (let round = 0; round < 100; round += 1) {
    const answer = askFor(world, tabs, { tabs: now, ...(round === 0 && count !== undefined ? { counts: true } : {}) });
    if ('why' in answer) return { cursors: now, rows, ...recounted, why: answer.why };
    if (isNew(answer.counts, count)) recounted = { recounted: true };
    for (const { tab, told } of answer.news) {
      rows += put(open(tab), told.rows);
      now = { ...now, [tab]: told.cursor };
    }
    if (answer.news.every(({ told }) => !told.more)) break;
  }
  return { cursors: now, rows, ...recounted };
}

function askFor({ post }: FactsWorld, tabs: readonly Tab[], asked: object) {
  const answered = post(JSON.stringify(asked));
  if (!answered.ok) return { why: answered.why };
  const news = newsIn(answered.text, tabs);
  if (news === undefined) return { why: 'つどいの答えを読めませんでした。' };
  return { news, counts: countsIn(fieldsOf(parsed(answered.text))['counts']) };
}

function isNew(counts: Counts | undefined, show: FactsWorld['count']): boolean {
  return counts !== undefined && show?.(counts) === true;
}

function put(open: OpenTab | undefined, facts: readonly Fact[]): number {
  if (open === undefined || facts.length === 0) return 0;
  const rows = open.read([...keyColumns[open.tab], ...factColumns[open.tab]]);
  const cells = cellsOfFacts(open.tab, facts, rows);
  if (cells.length > 0) open.write(inFewRuns(cells, rows));
  return new Set(cells.map(({ at }) => at)).size;
}

function newsIn(text: string, tabs: readonly Tab[]) {
  const { tabs: told } = fieldsOf(parsed(text));
  if (typeof told !== 'object' || told === null) return undefined;
  const fields = fieldsOf(told);
  return tabs.flatMap((tab) => {
    const news = newsOf(fields[tab]);
    return news === undefined ? [] : [{ tab, told: news }];
  });
}

function newsOf(value: unknown): News | undefined {
  const { rows, cursor, more } = fieldsOf(value);
  if (!Array.isArray(rows) || typeof cursor !== 'string') return undefined;
  return { rows: rows.flatMap(factIn), cursor, more: more === true };
}

function factIn(value: unknown): readonly Fact[] {
  const { key, facts } = fieldsOf(value);
  if (typeof key !== 'string') return [];
  const texts = Object.entries(fieldsOf(facts)).flatMap(([column, text]) =>
    typeof text === 'string' ? [[column, text] as const] : [],
  );
  return [{ key, facts: Object.fromEntries(texts) }];
}
