import { instantInJapanese, readInstant } from '../../core/time.ts';
import type { Difference } from './difference.ts';
import type { Expectation } from './expectation.ts';
import type { Facts, Fields } from './facts.ts';
import { mailDifferences } from './mail-differences.ts';
import type { Path } from './source.ts';
import { taskDifferences } from './task-differences.ts';

/** What is looked at: the facts, the mails since the last look, and what each named actor can open. */
export type Seen = {
  readonly facts: Facts;
  readonly mails: Facts['mails'];
  readonly pages: Readonly<Record<string, string>>;
};

const NOTHING = '（ありません）';

const checks: readonly ((expected: Expectation, seen: Seen) => readonly Difference[])[] = [
  ({ state }, { facts }) => each(state, (id, wanted) => stateDifference(id, wanted, facts.states[id])),
  ({ due }, { facts }) => each(due, (id, wanted) => dueDifference(id, wanted, facts.dues[id])),
  ({ mail }, { mails }) => (mail === undefined ? [] : mailDifferences(mail, mails)),
  ({ tasks }, { facts }) => (tasks === undefined ? [] : taskDifferences(tasks, facts.tasks)),
  ({ roles }, { facts }) => fieldDifferences('roles', roles, facts.roles),
  ({ plan }, { facts }) => fieldDifferences('plan', plan, facts.plans),
  (expected, { facts }) => fieldDifferences('case', expected.case, facts.cases),
  ({ consultation }, { facts }) => fieldDifferences('consultation', consultation, facts.consultations),
  ({ rows }, { facts }) => fieldDifferences('rows', rows, facts.rows),
  ({ counts }, { facts }) => fieldDifferences('counts', counts, facts.counts),
  ({ executions }, { facts }) => executionDifferences(executions, facts.executions),
  ({ sees }, { pages }) => each(sees, (actor, texts) => sightDifferences(actor, texts, pages[actor] ?? '')),
];

/** All that does not hold, in the order of the reference (docs/scenarios.md). */
export function differencesOf(expected: Expectation, seen: Seen): readonly Difference[] {
  return checks.flatMap((check) => check(expected, seen));
}

function each<V>(
  wanted: Readonly<Record<string, V>> | undefined,
  compare: (id: string, value: V) => readonly Difference[],
): readonly Difference[] {
  return Object.entries(wanted ?? {}).flatMap(([id, value]) => compare(id, value));
}

/** 「記録待ち（超過）」, 「記録待ち・超過」 and 「記録待ち 超過」 are the same. */
function bare(state: string): string {
  return state.replaceAll(/[\s（）()・]/g, '');
}

function stateDifference(id: string, expected: string, received: string | undefined): readonly Difference[] {
  if (received !== undefined && bare(received) === bare(expected)) return [];
  return [{ path: ['state', id], expected, received: received ?? NOTHING }];
}

function dueDifference(
  id: string,
  expected: string | null,
  received: string | null | undefined,
): readonly Difference[] {
  const due = received ?? null;
  const wanted = expected === null ? null : readInstant(expected);
  if (wanted === due && received !== undefined) return [];
  return [{ path: ['due', id], expected: shown(expected), received: received === undefined ? NOTHING : moment(due) }];
}

function moment(text: string | null): string {
  const at = text === null ? undefined : readInstant(text);
  return at === undefined ? '期限なし' : instantInJapanese(at);
}

type Known = Readonly<Record<string, Fields>>;
type Wanted = Readonly<Record<string, string | Fields>> | undefined;

function fieldDifferences(key: keyof Expectation, wanted: Wanted, facts: Known): readonly Difference[] {
  return each(wanted, (id, value) => {
    const received = facts[id];
    if (received === undefined) return [{ path: [key, id], expected: JSON.stringify(value), received: NOTHING }];
    if (typeof value === 'string') return fieldDifference([key, id], value, received['state']);
    return each(value, (field, one) => fieldDifference([key, id, field], one, received[field]));
  });
}

type Field = Fields[string];
function fieldDifference(path: Path, expected: Field, received: Field | undefined): readonly Difference[] {
  return same(expected, received) ? [] : [{ path, expected: shown(expected), received: shown(received) }];
}

function same(expected: Fields[string], received: Fields[string] | undefined): boolean {
  return received !== undefined && JSON.stringify(expected) === JSON.stringify(received);
}

function shown(value: Fields[string] | undefined): string {
  if (value === undefined) return NOTHING;
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function executionDifferences(
  expected: Expectation['executions'],
  received: Facts['executions'],
): readonly Difference[] {
  if (expected === undefined) return [];
  if (typeof expected === 'number') {
    const running = Object.entries(received)
      .filter(([, status]) => status === 'RUNNING')
      .map(([name]) => name);
    return running.length === expected
      ? []
      : [
          {
            path: ['executions'],
            expected: String(expected),
            received: `${String(running.length)}（${running.join('、')}）`,
          },
        ];
  }
  return Object.entries(expected)
    .filter(([name, status]) => received[name] !== status)
    .map(([name, status]) => ({ path: ['executions', name], expected: status, received: received[name] ?? NOTHING }));
}

type Texts = { readonly contains?: readonly string[] | undefined; readonly excludes?: readonly string[] | undefined };
function sightDifferences(actor: string, { contains = [], excludes = [] }: Texts, text: string): readonly Difference[] {
  const missing = contains.filter((each) => !text.includes(each));
  const leaked = excludes.filter((each) => text.includes(each));
  return [
    ...missing.map((each) => ({
      path: ['sees', actor, 'contains'],
      expected: `「${each}」が見える`,
      received: '見えません',
    })),
    ...leaked.map((each) => ({
      path: ['sees', actor, 'excludes'],
      expected: `「${each}」は見えない`,
      received: `見えます: …${around(text, each)}…`,
    })),
  ];
}

function around(text: string, found: string): string {
  const at = text.indexOf(found);
  return text.slice(Math.max(0, at - 20), at + found.length + 20).replaceAll(/\s+/g, ' ');
}
