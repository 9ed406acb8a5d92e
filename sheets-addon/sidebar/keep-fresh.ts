const A_MINUTE = 60_000;
/** Minutes from one try to the next: after an answer, after the first that failed, the second … */
const RHYTHM = [1, 1, 2, 4, 8, 15];
/** Google lets an execution run six minutes: what has not answered by then never will, for instance because the PC was asleep. */
const LOST_AFTER = 7 * A_MINUTE;

/** What came of one try; `why` where it failed, in words. */
export type Tried = { readonly rows: number; readonly why: string };
export type World = {
  /** Never rejects. */
  readonly pull: () => Promise<Tried>;
  readonly now: () => number;
  /** Returns how to call it off. */
  readonly later: (milliseconds: number, then: () => void) => () => void;
  readonly isHidden: () => boolean;
  readonly fresh: (rows: number) => void;
  /** `since`: when everything was last there, in milliseconds of the PC's clock. */
  readonly failing: (since: number, why: string) => void;
};

/**
 * Brings the sheet up to date again and again: one try at a time, the next one a minute after the answer, and later and later while none comes. While nobody
 * looks nothing is asked, for Google counts every call of a day; what was due meanwhile is done as soon as somebody does.
 */
export function keeperOf(world: World) {
  let [failures, turn, isAsking, isOwed] = [0, 0, false, false];
  let freshAt = world.now();
  let callOff = (): void => undefined;

  function answered(mine: number, { rows, why }: Tried): void {
    if (mine !== turn) return;
    turn += 1;
    isAsking = false;
    callOff();
    failures = why === '' ? 0 : failures + 1;
    if (why === '') {
      freshAt = world.now();
      world.fresh(rows);
    } else world.failing(freshAt, why);
    callOff = world.later((RHYTHM[failures] ?? 15) * A_MINUTE, ask);
  }

  function ask(): void {
    if (isAsking) return;
    callOff();
    isOwed = world.isHidden();
    if (isOwed) return;
    isAsking = true;
    const mine = turn;
    callOff = world.later(LOST_AFTER, () => {
      answered(mine, { rows: 0, why: '答えがありませんでした。' });
    });
    void world.pull().then((tried) => {
      answered(mine, tried);
    });
  }

  return {
    ask,
    /** Somebody looks at the sheet again. */
    seen(): void {
      if (isOwed) ask();
    },
    /** The network is there again. */
    online(): void {
      if (failures > 0) ask();
    },
  };
}
