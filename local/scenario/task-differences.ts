import type { Difference } from './difference.ts';
import type { Expectation } from './expectation.ts';
import type { Facts } from './facts.ts';

type Wanted = NonNullable<Expectation['tasks']>[number];
type Task = Facts['tasks'][number];

/** All open tasks, in any order: each expected one is found once, and none is left over. */
export function taskDifferences(expected: readonly Wanted[], received: readonly Task[]): readonly Difference[] {
  const left = [...received];
  // The most exact first, so that a vague one does not take its partner.
  const missing = expected
    .toSorted((a, b) => Object.keys(b).length - Object.keys(a).length)
    .filter((wanted) => {
      const at = left.findIndex((task) => fits(wanted, task));
      if (at >= 0) left.splice(at, 1);
      return at < 0;
    });
  if (missing.length === 0 && left.length === 0) return [];
  return [{ path: ['tasks'], expected: listOf(expected), received: listOf(received) }];
}

function fits(wanted: Wanted, task: Task): boolean {
  return (
    wanted.kind === task.kind &&
    (wanted.for === undefined || wanted.for === task.for) &&
    (wanted.about === undefined || wanted.about === task.about)
  );
}

type Line = { readonly for?: string | undefined; readonly kind: string; readonly about?: string | undefined };

function listOf(tasks: readonly Line[]): string {
  const lines = tasks.map((task) => [task.for, task.kind, task.about].filter((part) => part !== undefined).join(' '));
  return lines.length === 0 ? '（なし）' : lines.toSorted().join('、');
}
