import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cellsPasted } from '../../local/sheet/view/pasted.ts';

/** As Excel and Google's Sheets copy cells. */
function copied(lines: readonly (readonly string[])[]): string {
  const cell = (text: string) => (/["\t\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  return lines.map((line) => line.map(cell).join('\t')).join('\n');
}

describe('cells pasted from another spreadsheet', () => {
  it.each([
    ['one cell', '0123', [['0123']]],
    [
      'two lines, as Windows ends them',
      'C-1\t1\r\nC-2\t2\r\n',
      [
        ['C-1', '1'],
        ['C-2', '2'],
      ],
    ],
    ['an empty cell at the end', 'C-1\t', [['C-1', '']]],
    ['an empty line between', 'a\n\nb', [['a'], [''], ['b']]],
    ['a cell of two lines', '"母の\n物忘れ"\t1', [['母の\n物忘れ', '1']]],
    ['a quote that only opens', '"あ\tい', [['"あ', 'い']]],
    [
      'lines of different length',
      'a\nb\tc',
      [
        ['a', ''],
        ['b', 'c'],
      ],
    ],
  ])('keep %s', (_name, text, cells) => {
    expect(cellsPasted(text)).toEqual(cells);
  });

  it('come out as they were copied, whatever is in them', () => {
    const text = fc.string({ unit: fc.constantFrom('あ', '0', ' ', '"', '\t', '\n', '=', '髙', '𠮷') });
    const table = fc
      .tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 4 }))
      .chain(([rows, columns]) =>
        fc.array(fc.array(text, { minLength: columns, maxLength: columns }), { minLength: rows, maxLength: rows }),
      )
      // What ends in nothing cannot be told from what is not there.
      .filter((lines) => lines.at(-1)?.some((cell) => cell !== '') === true);
    fc.assert(
      fc.property(table, (lines) => {
        expect(cellsPasted(copied(lines))).toEqual(lines);
      }),
    );
  });
});
