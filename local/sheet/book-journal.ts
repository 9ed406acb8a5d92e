import { randomUUID } from 'node:crypto';
import type { Book } from '../apps-script/book.ts';
import type { Change } from '../apps-script/book-door.ts';
import { afterMove, besides } from './moves.ts';
import type { Move, News } from './wire.ts';

/** Which lines changed when, and which moved, so that a page asks for what it has not seen. It forgets when the machine is started anew. */
export function journalOf(book: Book) {
  const opened = randomUUID().slice(0, 8);
  /** By sheet and line, counted from 0. */
  const changedAt = new Map<string, number[]>();
  const moves: Move[] = [];
  let [now, shapedAt] = [1, 1];

  /** What a page has seen, as it was told; nothing when that was told by a machine before this one. */
  const seen = (token: string): number | undefined => {
    const [when = '', at = ''] = token.split(':');
    return when === opened ? Number(at) || 0 : undefined;
  };
  const unseenMoves = (order: string): readonly Move[] => moves.slice(seen(order) ?? moves.length);

  return {
    note(change: Change): void {
      now += 1;
      if (change.of === 'shape') shapedAt = now;
      else {
        const lines = changedAt.get(change.sheet) ?? [];
        for (let row = change.row; row < change.row + change.rows; row += 1) lines[row - 1] = now;
        changedAt.set(change.sheet, lines);
      }
    },
    /** Lines moved: who has seen them needs to hear of the move alone. */
    noteMove(move: Move): void {
      now += 1;
      moves.push(move);
      changedAt.set(
        move.sheet,
        afterMove(Array.from(changedAt.get(move.sheet) ?? []), move, () => 1),
      );
    },
    hasMoved: (id: string): boolean => moves.some((move) => move.id === id),
    unseenMoves,
    /** A move as it is to be done now, after those its page had not seen. */
    upToDate: (move: Move, order: string): Move =>
      unseenMoves(order).reduce((late, before) => besides(before, late).second, move),
    newsSince: (since: string, order = ''): News => {
      const from = seen(since) ?? 0;
      const isNew = from < shapedAt;
      const shape = { sheets: book.sheets.map(({ cells: _cells, ...sheet }) => sheet), active: book.active };
      const lines = book.sheets.flatMap(({ name, cells }) =>
        cells.flatMap((texts, index) =>
          isNew || (changedAt.get(name)?.[index] ?? 1) > from ? [{ sheet: name, row: index + 1, texts }] : [],
        ),
      );
      const told = { until: `${opened}:${String(now)}`, order: `${opened}:${String(moves.length)}` };
      return { ...told, moves: [...unseenMoves(order)], lines, toasts: [], ...(isNew ? { shape } : {}) };
    },
  };
}
