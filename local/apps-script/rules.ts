import type { Sheet } from './book.ts';
import { strict } from './strict.ts';

/** What `newDataValidation()` builds, as far as the add-on does: a list that offers and forbids nothing. */
export function validationBuilder(): object {
  let offered: readonly string[] = [];
  const builder: object = strict('DataValidationBuilder', {
    requireValueInList(values: readonly string[], _showDropdown: boolean) {
      offered = values;
      return builder;
    },
    setAllowInvalid(allowed: boolean) {
      if (!allowed) throw new Error('the stand-in has no list that forbids other words');
      return builder;
    },
    build: () => strict('DataValidation', { offered }),
  });
  return builder;
}

export type ColourRule = { readonly colours: Sheet['colours'] };

/** What `newConditionalFormatRule()` builds: a word, its colour, and the columns it holds for. */
export function colourRuleBuilder(): object {
  let [word, colour] = ['', ''];
  let columns: readonly number[] = [];
  const builder: object = strict('ConditionalFormatRuleBuilder', {
    whenTextEqualTo(text: string) {
      word = text;
      return builder;
    },
    setBackground(code: string) {
      colour = code;
      return builder;
    },
    setRanges(ranges: readonly { getColumn(): number }[]) {
      columns = ranges.map((range) => range.getColumn());
      return builder;
    },
    build: () => colourRule(columns.map((column) => ({ column, word, colour }))),
  });
  return builder;
}

export function colourRule(colours: Sheet['colours']): ColourRule {
  return strict('ConditionalFormatRule', { colours });
}
