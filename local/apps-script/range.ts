import type { Area } from './book.ts';
import type { Google } from './google.ts';
import { strict } from './strict.ts';

export function rangeOf(
  { book, meter }: Pick<Google, 'book' | 'meter'>,
  sheet: string,
  area: Area,
  parent: () => object,
): object {
  book.texts(sheet, { ...area, rows: 1 }); // refuses at once what lies outside, as getRange does
  const across = Array.from({ length: area.columns }, (_, index) => area.column + index);
  const range: object = strict('Range', {
    /** Not Google's: how a chart of the stand-in knows what it draws. */
    area,
    getDisplayValues() {
      meter.spend(area.rows * area.columns);
      return book.texts(sheet, area);
    },
    setValues(values: readonly (readonly string[])[]) {
      meter.spend(area.rows * area.columns);
      book.put(sheet, area, values);
      return range;
    },
    setNumberFormat(format: string) {
      if (format === '@') book.keepAsText(sheet, across);
      return range;
    },
    setBackground(colour: string) {
      for (const column of across) book.ground(sheet, column, colour);
      return range;
    },
    setFontWeight: (_weight: string) => range,
    setNote(words: string) {
      book.note(sheet, area.column, words);
      return range;
    },
    setDataValidation(rule: { readonly offered: readonly string[] }) {
      for (const column of across) book.offer(sheet, column, rule.offered);
      return range;
    },
    getColumn: () => area.column,
    getRow: () => area.row,
    getNumRows: () => area.rows,
    getNumColumns: () => area.columns,
    getSheet: parent,
    protect() {
      book.guard(sheet, across);
      const members = { setDescription: (_text: string) => protection, setWarningOnly: (_only: boolean) => protection };
      const protection: object = strict('Protection', members);
      return protection;
    },
  });
  return range;
}
