import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Move } from '../../local/sheet/wire.ts';
import { emptyBook, pageOn, SHEET } from '../support/sheet-page.ts';

const RUNS = 800;
const ROWS = ['r-1', 'r-2', 'r-3', 'r-4', 'r-5'];
/** Beside its number a row has a cell for each of two people, and one that the machine writes. */
const MACHINE = 4;

describe('people who move rows in one sheet', () => {
  it('find each cell in its row, however both move rows while cells, answers and moves are on their way', async () => {
    const step = fc.record({
      does: fc.constantFrom(
        'begin',
        'end',
        'type',
        'answer',
        'move',
        'move',
        'putIn',
        'remove',
        'flush',
        'look',
        'look',
      ),
      who: fc.nat(1),
      row: fc.constantFrom(...ROWS),
      to: fc.nat(4),
      arrives: fc.array(fc.boolean(), { maxLength: 4 }),
      turns: fc.nat(3),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 30 }), async (steps) => {
        const { machine, pages, wanted } = await played(steps);
        const there = cellsOf(machine.newsSince('').lines.map(({ texts }) => texts));
        expect(new Map(there.map((texts) => [texts[0] ?? '', texts]))).toEqual(wanted);
        expect(there).toHaveLength(wanted.size);
        for (const page of pages) expect(cellsOf(page.lines)).toEqual(there);
      }),
      { numRuns: RUNS },
    );
  });
});

const cellsOf = (lines: readonly (readonly string[])[]) =>
  lines.filter(([id]) => id !== undefined && id !== '').map((texts) => [...texts, '', '', ''].slice(0, MACHINE));

type Step = {
  readonly does: string;
  readonly who: number;
  readonly row: string;
  readonly to: number;
  readonly arrives: readonly boolean[];
  readonly turns: number;
};
type Page = ReturnType<typeof pageOn>;
type Act = {
  readonly page: Page;
  readonly who: number;
  readonly row: string;
  readonly to: number;
  readonly text: string;
};

/** Two people type into rows, move and remove them, and the machine answers beside them, each wherever the row stands for it. */
async function played(steps: readonly Step[]) {
  const machine = emptyBook();
  const left: boolean[] = [];
  const arrives = () => left.shift() !== false;
  const pages = [pageOn(machine, arrives), pageOn(machine, arrives)] as const;
  const wanted = new Map(ROWS.map((id) => [id, [id, '', '', '']]));
  await typeRows(pages[0]);
  pages[1].look();
  const acts = actsOn(machine, wanted);
  for (const [at, step] of steps.entries()) {
    left.splice(0, left.length, ...step.arrives);
    acts[step.does]?.({ ...step, page: pages[step.who === 0 ? 0 : 1], text: `t${String(at)}` });
    for (let turn = 0; turn < step.turns; turn += 1) await Promise.resolve();
  }
  left.length = 0;
  for (const [who, page] of pages.entries()) acts['end']?.({ page, who, row: '', to: 0, text: 'last' });
  for (const page of [...pages, ...pages]) await page.flush();
  pages.forEach(({ look }) => {
    look();
  });
  return { machine, pages, wanted };
}

async function typeRows(page: Page): Promise<void> {
  for (const [at, id] of ROWS.entries()) page.type(at + 1, 1, id);
  await page.flush();
}

function actsOn(machine: ReturnType<typeof emptyBook>, wanted: Map<string, string[]>) {
  const typingIn = ['', ''];
  const want = (row: string, column: number, text: string): void => {
    (wanted.get(row) ?? [])[column - 1] = text;
  };
  const lineOf = ({ lines }: Page, row: string) => lines.findIndex(([id]) => id === row) + 1;
  /** Only of a row that is there, and by who is not just typing into a cell. */
  const free = (does: (act: Act & { readonly line: number }) => void) => (act: Act) => {
    const line = lineOf(act.page, act.row);
    if (line > 0 && !act.page.isTyping()) does({ ...act, line });
  };
  const acts: Record<string, (act: Act) => void> = {
    flush({ page }) {
      void page.flush();
    },
    look({ page }) {
      page.look();
    },
    answer({ row, text }) {
      const there = machine.newsSince('').lines.find(({ texts }) => texts[0] === row)?.row;
      if (there === undefined) return;
      machine.type([{ sheet: SHEET, row: there, texts: [null, null, null, text] }]);
      want(row, MACHINE, text);
    },
    end({ page, who, text }) {
      if (page.isTyping()) want(typingIn[who] ?? '', who + 2, text);
      page.end(who + 2, text);
    },
    begin: free(({ page, who, row, line }) => {
      typingIn[who] = row;
      page.begin(line);
    }),
    type: free(({ page, who, row, line, text }) => {
      page.type(line, who + 2, text);
      want(row, who + 2, text);
    }),
    move: free(({ page, line, to, text }) => {
      page.move(carried(page.lines, line, to, text));
    }),
    putIn: free(({ page, line, text }) => {
      page.move({ id: text, sheet: SHEET, at: line, away: 0, put: [0] });
    }),
    remove: free(({ page, row, line, to, text }) => {
      if (to > 0) return;
      page.move({ id: text, sheet: SHEET, at: line, away: 1, put: [] });
      wanted.delete(row);
    }),
  };
  return acts;
}

/** A row goes to before or behind others. */
function carried(lines: readonly (readonly string[])[], row: number, to: number, id: string): Move {
  const others = lines.map((_, index) => index + 1).filter((other) => other !== row);
  return { id, sheet: SHEET, at: 1, away: lines.length, put: others.toSpliced(to, 0, row) };
}
