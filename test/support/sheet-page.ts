import { DatabaseSync } from 'node:sqlite';
import { keepBooks } from '../../local/sheet/kept-books.ts';
import { openLiveBook } from '../../local/sheet/live-book.ts';
import { afterMove } from '../../local/sheet/moves.ts';
import { mirrorOf } from '../../local/sheet/view/mirror.ts';
import { movingOn } from '../../local/sheet/view/moving.ts';
import { senderOf } from '../../local/sheet/view/sender.ts';
import type { Edit, Move, News } from '../../local/sheet/wire.ts';

export const SHEET = 'シート1';
type Book = ReturnType<typeof openLiveBook>;

export function emptyBook(): Book {
  return openLiveBook('393011', keepBooks(new DatabaseSync(':memory:')));
}

/** A page without its canvas: lines of text that a clerk types into and moves, and that show what the machine tells. */
export function pageOn(machine: Book, arrives: () => boolean) {
  const mirror = mirrorOf();
  const lines: string[][] = [];
  let typingIn: number | undefined;
  const put = (row: number, column: number, text: string): void => {
    while (lines.length < row) lines.push([]);
    const line = lines[row - 1] ?? [];
    while (line.length < column) line.push('');
    line[column - 1] = text;
  };
  const reorder = (move: Move): void => {
    lines.splice(0, lines.length, ...afterMove(lines, move, () => []));
  };
  const moving = movingOn({
    isEditing: () => typingIn !== undefined,
    follow(move) {
      reorder(move);
      sender.follow(move);
    },
  });
  const told = ({ since, order }: ReturnType<typeof moving.seen>) => structuredClone(machine.newsSince(since, order)); // over a wire
  function take(news: News): void {
    for (const line of moving.current(news).lines) {
      mirror.underTyped(line, lines[line.row - 1] ?? []).texts.forEach((text, at) => {
        put(line.row, at + 1, text);
      });
      mirror.note(line);
    }
  }
  /** What is asked may get lost on its way, and so may the answer; either takes its time. */
  async function ask(does: (order: string) => void, arrived: (news: News) => void): Promise<boolean> {
    const seen = moving.seen();
    await Promise.resolve();
    if (!arrives()) return false;
    does(seen.order);
    const news = told(seen);
    await Promise.resolve();
    if (!arrives()) return false;
    arrived(news);
    take(news);
    return true;
  }
  const asked: number[] = [];
  const send = (edits: readonly Edit[], arrived: () => void) => {
    asked.push(JSON.stringify(edits).length);
    return ask((order) => machine.type(edits, order), arrived);
  };
  const sendMove = (move: Move) =>
    ask(
      (order) => {
        machine.move(move, order);
      },
      (news) => {
        moving.arrived(move.id, news);
      },
    );
  const shown: Parameters<typeof senderOf>[0]['shown'] = (_sheet, touched) =>
    lines
      .map((texts, index) => ({ row: index + 1, texts: [...texts] }))
      .filter(({ row }) => touched === 'all' || touched.has(row));
  const refused: Edit[] = [];
  const sender = senderOf({ ...{ mirror, moving, shown, send, sendMove }, refused: (edits) => refused.push(...edits) });
  const look = (): void => {
    take(told(moving.seen()));
  };
  look();
  return {
    lines,
    look,
    flush: sender.flush,
    isDone: sender.isDone,
    /** Lines that were too long to go. */
    refused,
    /** How many requests had to be made for what was typed, and how large they were at most. */
    asked,
    type(row: number, column: number, text: string): void {
      put(row, column, text);
      sender.touch(SHEET, new Set([row]));
    },
    /** A cell is being typed in until `end`. */
    begin(row: number): void {
      typingIn ??= row;
    },
    end(column: number, text: string): void {
      if (typingIn === undefined) return;
      put(typingIn, column, text);
      sender.touch(SHEET, new Set([typingIn]));
      typingIn = undefined;
    },
    isTyping: (): boolean => typingIn !== undefined,
    move(move: Move): void {
      reorder(move);
      sender.move(move);
    },
  };
}
