import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mirrorOf } from '../../local/sheet/view/mirror.ts';
import { emptyBook, pageOn, SHEET } from '../support/sheet-page.ts';

describe('people who type in one sheet', () => {
  it('send only the cells they typed in, and each once', () => {
    const mirror = mirrorOf();
    mirror.note({ sheet: SHEET, row: 1, texts: ['ケース番号', '課題'] });
    mirror.note({ sheet: SHEET, row: 2, texts: ['C-1', '1', ''] });
    const shown = [
      { row: 1, texts: ['ケース番号', '課題'] },
      { row: 2, texts: ['C-1', ''] },
      { row: 3, texts: ['', 'C-2'] },
    ];
    const edits = mirror.differences(SHEET, shown);
    expect(edits).toEqual([
      { sheet: SHEET, row: 2, texts: [null, ''] },
      { sheet: SHEET, row: 3, texts: [null, 'C-2'] },
    ]);
    mirror.sent(edits).arrived();
    expect(mirror.differences(SHEET, shown)).toEqual([]);
    expect(mirror.heightOf(SHEET)).toBe(3);
  });

  it('send again what did not arrive', async () => {
    const machine = emptyBook();
    let isDown = true;
    const page = pageOn(machine, () => !isDown);
    page.type(2, 1, 'C-1');
    await page.flush();
    expect(machine.newsSince('').lines).toEqual([]);
    isDown = false;
    await page.flush();
    expect(machine.newsSince('').lines.at(-1)).toMatchObject({ row: 2, texts: ['C-1'] });
  });

  it('keep what they type while the line before is on its way', async () => {
    const machine = emptyBook();
    const page = pageOn(machine, () => true);
    page.type(2, 1, 'C-1');
    const sent = page.flush();
    page.type(2, 2, '母の物忘れ');
    await sent;
    await page.flush();
    expect(page.lines[1]).toEqual(['C-1', '母の物忘れ']);
    expect(machine.newsSince('').lines.at(-1)).toMatchObject({ texts: ['C-1', '母の物忘れ'] });
  });

  it('save in parts what is more than one request takes', async () => {
    const machine = emptyBook();
    const page = pageOn(machine, () => true);
    for (let row = 1; row <= 120; row += 1) page.type(row, 1, 'あ'.repeat(40_000));
    await page.flush();
    expect(page.isDone()).toBe(true);
    expect(machine.newsSince('').lines).toHaveLength(120);
    expect(page.asked.length).toBeGreaterThan(1);
    expect(Math.max(...page.asked)).toBeLessThan(1_100_000);
  });

  it('keep on the page what is longer than a cell can be, and save the rest', async () => {
    const machine = emptyBook();
    const page = pageOn(machine, () => true);
    page.type(2, 1, 'あ'.repeat(50_001));
    page.type(3, 1, 'C-2');
    await page.flush();
    expect(machine.newsSince('').lines.at(-1)).toMatchObject({ row: 3, texts: ['C-2'] });
    expect([page.isDone(), page.refused.map(({ row }) => row)]).toEqual([false, [2]]);
    page.type(2, 1, 'あ'.repeat(50_000));
    await page.flush();
    expect(page.isDone()).toBe(true);
    expect(machine.newsSince('').lines[1]?.texts[0]).toHaveLength(50_000);
  });

  it('never lose a cell, whoever types where, whenever pages look and whatever gets lost on the way', async () => {
    const place = { who: fc.nat(1), row: fc.integer({ min: 1, max: 2 }), column: fc.nat(1) };
    const step = fc.record({ does: fc.constantFrom('type', 'type', 'flush', 'look'), ...place, arrives: fc.boolean() });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 20 }), async (steps) => {
        const { machine, pages, typed } = await played(steps);
        const kept = new Map(machine.newsSince('').lines.map(({ row, texts }) => [row, texts]));
        for (const { row, column, text } of typed.values()) {
          expect(kept.get(row)?.[column - 1]).toBe(text);
          expect(pages.map(({ lines }) => lines[row - 1]?.[column - 1])).toEqual([text, text]);
        }
      }),
    );
  });
});

type Step = {
  readonly does: string;
  readonly who: number;
  readonly row: number;
  readonly column: number;
  readonly arrives: boolean;
};

async function act(page: ReturnType<typeof pageOn>, does: string, type: () => void): Promise<void> {
  if (does === 'flush') return page.flush();
  if (does === 'look') page.look();
  else type();
}

/** Two people at one sheet, each in two columns of their own: who types over a colleague's cell has typed last, and wins. */
async function played(steps: readonly Step[]) {
  const machine = emptyBook();
  let arrives = true;
  const pages = [pageOn(machine, () => arrives), pageOn(machine, () => arrives)] as const;
  const typed = new Map<string, { row: number; column: number; text: string }>();
  const going: Promise<void>[] = [];
  for (const [at, step] of steps.entries()) {
    arrives = step.arrives;
    const [page, column, text] = [pages[step.who === 0 ? 0 : 1], step.who * 2 + step.column + 1, `t${String(at)}`];
    if (step.does === 'type') typed.set(`${String(step.row)}/${String(column)}`, { row: step.row, column, text });
    going.push(
      act(page, step.does, () => {
        page.type(step.row, column, text);
      }),
    );
    if (step.arrives) await Promise.resolve();
  }
  await Promise.all(going);
  arrives = true;
  for (const page of pages) await page.flush();
  for (const page of pages) page.look();
  return { machine, pages, typed };
}
