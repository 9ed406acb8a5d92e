import type { Move } from './wire.ts';

/** The lines of a sheet after some were put in, taken out or put in another order. A line that was not there is made. */
export function afterMove<Line>(lines: readonly Line[], { at, away, put }: Move, fresh: () => Line): Line[] {
  const lineAt = (row: number) => lines[row - 1] ?? fresh();
  const above = Array.from({ length: at - 1 }, (_, index) => lineAt(index + 1));
  const here = put.map((row) => (row === 0 ? fresh() : lineAt(row)));
  return [...above, ...here, ...lines.slice(at - 1 + away)];
}

/** Where a line stands after a move; undefined when it was taken out. */
export function placeAfter({ at, away, put }: Move, row: number): number | undefined {
  if (row < at) return row;
  if (row >= at + away) return row + put.length - away;
  const index = put.indexOf(row);
  return index < 0 ? undefined : at + index;
}

/** Lines by row, each where it stands after a move. */
export function movedAlong<Placed extends { readonly sheet: string; readonly row: number }>(
  placed: readonly Placed[],
  moves: readonly Move[],
): readonly Placed[] {
  return moves.reduce<readonly Placed[]>((before, move) => {
    const places = new Map(move.put.map((row, index) => [row, move.at + index]));
    const placeOf = (row: number) =>
      row < move.at || row >= move.at + move.away ? placeAfter(move, row) : places.get(row);
    return before.flatMap((one) => {
      const row = one.sheet === move.sheet ? placeOf(one.row) : one.row;
      return row === undefined ? [] : [{ ...one, row }];
    });
  }, placed);
}

/**
 * Two moves that were made on the same lines at the same time, by two people: what is left of each to be done after the other, so that both
 * come to one order. A line that either took out is gone; a line that either put in stands below the line it was put below; where both put lines in
 * another order, the second's holds.
 */
export function besides(first: Move, second: Move): { readonly first: Move; readonly second: Move } {
  if (first.sheet !== second.sheet) return { first, second };
  const [firsts, seconds] = [sequenceAfter(first, second, 1), sequenceAfter(second, first, 2)];
  const [order, other] = isInOrder(seconds) ? [firsts, seconds] : [seconds, firsts];
  const kept = new Set(other.filter((line) => line > 0));
  const both = order.filter((line) => line < 0 || kept.has(line));
  for (const [at, line] of other.entries()) if (line < 0) putBelow(both, line, other.slice(0, at));
  return { first: { ...first, ...between(seconds, both) }, second: { ...second, ...between(firsts, both) } };
}

/** The lines there were by their rows, and new ones by numbers below nought: odd for the one who moves first, even for the other. */
function sequenceAfter(move: Move, other: Move, who: 1 | 2): number[] {
  const height = [move, other].reduce((most, { at, away, put }) => largest(put, Math.max(most, at + away - 1)), 0);
  let made = 0;
  const rows = Array.from({ length: height }, (_, index) => index + 1);
  return afterMove(rows, move, () => -(2 * (made += 1)) - who);
}

const largest = (rows: readonly number[], least: number) => rows.reduce((most, row) => Math.max(most, row), least);

function isInOrder(lines: readonly number[]): boolean {
  const old = lines.filter((line) => line > 0);
  return old.every((line, at) => line > (old[at - 1] ?? 0));
}

function putBelow(lines: number[], line: number, above: readonly number[]): void {
  const there = new Set(lines);
  const neighbour = above.findLast((one) => there.has(one));
  lines.splice(neighbour === undefined ? 0 : lines.indexOf(neighbour) + 1, 0, line);
}

/** The move that makes one sequence of another. */
function between(before: readonly number[], after: readonly number[]): Pick<Move, 'at' | 'away' | 'put'> {
  const rows = new Map(before.map((line, index) => [line, index + 1]));
  let top = 0;
  while (top < Math.min(before.length, after.length) && before[top] === after[top]) top += 1;
  let end = 0;
  while (end < Math.min(before.length, after.length) - top && before.at(-1 - end) === after.at(-1 - end)) end += 1;
  const put = after.slice(top, after.length - end).map((line) => rows.get(line) ?? 0);
  return { at: top + 1, away: before.length - top - end, put };
}
