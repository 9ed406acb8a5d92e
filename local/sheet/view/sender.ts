import type { Edit } from '../wire.ts';
import type { mirrorOf, ShownLine } from './mirror.ts';

/** The lines of a sheet somebody may have typed in; all of them where lines moved. */
export type Touched = ReadonlySet<number> | 'all';

type From = {
  readonly mirror: ReturnType<typeof mirrorOf>;
  /** These lines as they are shown; of all, down to the last that holds something and at least to `atLeast`. */
  readonly shown: (sheet: string, touched: Touched, atLeast: number) => readonly ShownLine[];
  /** Calls back as soon as they arrived, before it tells what else is new; answers whether they did. */
  readonly send: (edits: readonly Edit[], arrived: () => void) => Promise<boolean>;
};

/** Sends what is typed, sheet by sheet and one after another: what is typed while lines are on their way goes next, and what did not arrive goes again. */
export function senderOf({ mirror, shown, send }: From) {
  const touched = new Map<string, Touched>();
  let going = Promise.resolve();
  let isOnItsWay = false;

  const differences = ([sheet, lines]: readonly [string, Touched]) =>
    mirror.differences(sheet, shown(sheet, lines, lines === 'all' ? mirror.heightOf(sheet) : 0));

  function touch(sheet: string, lines: Touched): void {
    const before = touched.get(sheet) ?? new Set<number>();
    touched.set(sheet, lines === 'all' || before === 'all' ? 'all' : new Set([...before, ...lines]));
  }

  async function sendTouched(): Promise<void> {
    for (const [sheet, lines] of [...touched]) {
      touched.delete(sheet);
      const edits = differences([sheet, lines]);
      if (edits.length === 0) continue;
      const { arrived, failed } = mirror.sent(edits);
      isOnItsWay = true;
      if (!(await send(edits, arrived))) {
        failed();
        touch(sheet, lines);
      }
      isOnItsWay = false;
    }
  }

  return {
    touch,
    /** Done when everything touched before is there, or could not be. */
    flush: (): Promise<void> => (going = going.then(sendTouched)),
    /** What was typed and has not arrived. */
    unsent: (): readonly Edit[] => [...touched].flatMap(differences),
    isDone: (): boolean => touched.size === 0 && !isOnItsWay,
  };
}
