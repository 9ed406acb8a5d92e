import { expect, it } from 'vitest';
import { columnHelp } from '../../core/sheet/column-help.ts';

/** A sign of Japanese in the sheet's usual size, and the arrow of the drop-down with its margins, in pixels. */
const [SIGN, ARROW, USUAL_WIDTH] = [15, 34, 110];

it('a column with a drop-down shows its longest choice whole', () => {
  const narrow = Object.entries(columnHelp).flatMap(([tab, columns]) =>
    Object.entries(columns).flatMap(([column, { choices = [], width = USUAL_WIDTH }]) => {
      const longest = Math.max(0, ...choices.map((choice) => choice.length));
      return longest * SIGN + ARROW > width ? [`${tab} ${column}`] : [];
    }),
  );
  expect(narrow).toEqual([]);
});
