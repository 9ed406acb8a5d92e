import { movedAlong } from '../moves.ts';
import { type Edit, MOST_LETTERS, type Move } from '../wire.ts';
import type { mirrorOf, ShownLine } from './mirror.ts';
import type { movingOn } from './moving.ts';

/** The lines of a sheet somebody may have typed in; all of them where lines moved. */
export type Touched = ReadonlySet<number> | 'all';

type From = {
  readonly mirror: ReturnType<typeof mirrorOf>;
  readonly moving: ReturnType<typeof movingOn>;
  /** These lines as they are shown; of all, down to the last that holds something and at least to `atLeast`. */
  readonly shown: (sheet: string, touched: Touched, atLeast: number) => readonly ShownLine[];
  /** Calls back as soon as they arrived, before it tells what else is new; answers whether they did. */
  readonly send: (edits: readonly Edit[], arrived: () => void) => Promise<boolean>;
  /** Lines with a cell longer than any can be: they stay on the page until somebody shortens it. */
  readonly refused: (edits: readonly Edit[]) => void;
  /** Answers whether it arrived; `moving` is told of it, too. */
  readonly sendMove: (move: Move) => Promise<boolean>;
};

/** Sends what is typed, sheet by sheet and one after another: what is typed while lines are on their way goes next, and what did not arrive goes again. */
export function senderOf({ mirror, moving, shown, send, sendMove, refused }: From) {
  const touched = new Map<string, Touched>();
  let going = Promise.resolve();
  let isOnItsWay = false;

  const differences = ([sheet, lines]: readonly [string, Touched]) =>
    mirror.differences(sheet, shown(sheet, lines, lines === 'all' ? mirror.heightOf(sheet) : 0));

  function touch(sheet: string, lines: Touched): void {
    const before = touched.get(sheet) ?? new Set<number>();
    touched.set(sheet, lines === 'all' || before === 'all' ? 'all' : new Set([...before, ...lines]));
  }

  /** Lines moved, here or at the machine: what was typed in them moved along, and goes after. */
  function follow(move: Move): void {
    const before = touched.get(move.sheet);
    if (before !== undefined && before !== 'all') {
      const places = movedAlong(
        [...before].map((row) => ({ sheet: move.sheet, row })),
        [move],
      );
      touched.set(move.sheet, new Set(places.map(({ row }) => row)));
    }
    mirror.moved(move);
  }

  /** Whether the machine has the order of this page, so that lines can be sent from where they stand. */
  async function sendMoves(): Promise<boolean> {
    for (let next = moving.next(); next !== undefined; next = moving.next()) {
      const { id } = next;
      // Still the first: not there, or a cell is being typed in and the answer waits. It is sent again, and done once.
      if (!(await sendMove(next)) || moving.next()?.id === id) return false;
    }
    return true;
  }

  async function sendTouched(): Promise<void> {
    for (const sheet of [undefined, ...touched.keys()]) {
      // Asked anew after each wait: lines are sent from where they stand at the machine.
      while (moving.next() !== undefined) if (!(await sendMoves())) return;
      if (sheet !== undefined && (await sendLines(sheet)) && touched.has(sheet)) return sendTouched();
    }
  }

  /** A part at a time: what a clerk pastes may be more than one request takes. Answers whether it arrived. */
  async function sendLines(sheet: string): Promise<boolean> {
    const lines = touched.get(sheet) ?? new Set();
    touched.delete(sheet);
    const { now, later, tooLong } = parted(differences([sheet, lines]));
    for (const left of [later, tooLong]) if (left.length > 0) touch(sheet, new Set(left.map(({ row }) => row)));
    if (now.length > 0 && !(await sendPart(sheet, now))) return false;
    // The rest goes first, and tells of these at its end.
    const isStuck = later.length === 0 && tooLong.length > 0;
    if (isStuck) refused(tooLong);
    return !isStuck;
  }

  async function sendPart(sheet: string, edits: readonly Edit[]): Promise<boolean> {
    const { arrived, failed } = mirror.sent(edits);
    isOnItsWay = true;
    const isThere = await send(edits, arrived);
    isOnItsWay = false;
    if (isThere) return true;
    failed();
    // They may stand elsewhere now.
    touch(sheet, 'all');
    return false;
  }

  return {
    touch,
    follow,
    /** Lines moved in the grid. */
    move(made: Move): void {
      follow(made);
      moving.add(made);
    },
    /** Done when everything touched before is there, or could not be. */
    flush: (): Promise<void> => (going = going.then(sendTouched)),
    /** What was typed and has not arrived. */
    unsent: (): readonly Edit[] => [...touched].flatMap(differences),
    isDone: (): boolean => touched.size === 0 && moving.next() === undefined && !isOnItsWay,
  };
}

/** Far below what one request may hold, in letters of three bytes. */
const MOST_IN_PART = 1_000_000;
const lettersIn = ({ texts }: Edit) => texts.reduce((sum, text) => sum + (text ?? '').length + 1, 0);

/** What goes now, what goes after it, and what cannot go. A line goes as a whole. */
function parted(edits: readonly Edit[]): Record<'now' | 'later' | 'tooLong', readonly Edit[]> {
  const isTooLong = ({ texts }: Edit) => texts.some((text) => (text ?? '').length > MOST_LETTERS);
  const sound = edits.filter((edit) => !isTooLong(edit));
  let letters = 0;
  const end = sound.findIndex((edit) => (letters += lettersIn(edit)) > MOST_IN_PART);
  const count = end < 0 ? sound.length : Math.max(1, end);
  return { now: sound.slice(0, count), later: sound.slice(count), tooLong: edits.filter(isTooLong) };
}
