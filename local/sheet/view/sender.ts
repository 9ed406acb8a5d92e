import type { Edit } from '../wire.ts';
import type { mirrorOf } from './mirror.ts';

type From = {
  readonly mirror: ReturnType<typeof mirrorOf>;
  readonly shown: (sheet: string, atLeast: number) => readonly (readonly string[])[];
  /** Calls back as soon as they arrived, before it tells what else is new; answers whether they did. */
  readonly send: (edits: readonly Edit[], arrived: () => void) => Promise<boolean>;
};

/** Sends what is typed, sheet by sheet and one after another: what is typed while lines are on their way goes next, and what did not arrive goes again. */
export function senderOf({ mirror, shown, send }: From) {
  const touched = new Set<string>();
  let going = Promise.resolve();
  let isOnItsWay = false;

  const differences = (sheet: string) => mirror.differences(sheet, shown(sheet, mirror.heightOf(sheet)));

  async function sendTouched(): Promise<void> {
    for (const sheet of [...touched]) {
      touched.delete(sheet);
      const edits = differences(sheet);
      if (edits.length === 0) continue;
      const { arrived, failed } = mirror.sent(edits);
      isOnItsWay = true;
      if (!(await send(edits, arrived))) {
        failed();
        touched.add(sheet);
      }
      isOnItsWay = false;
    }
  }

  return {
    touch(sheet: string): void {
      touched.add(sheet);
    },
    /** Done when everything touched before is there, or could not be. */
    flush: (): Promise<void> => (going = going.then(sendTouched)),
    /** What was typed and has not arrived. */
    unsent: (): readonly Edit[] => [...touched].flatMap(differences),
    isDone: (): boolean => touched.size === 0 && !isOnItsWay,
  };
}
