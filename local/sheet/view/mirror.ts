import type { Edit, Line } from '../wire.ts';

type Texts = readonly string[];

/** What the machine has, as far as this page knows: what the grid shows beyond that was just typed. */
export function mirrorOf() {
  const known = new Map<string, Map<number, Texts>>();
  const linesOf = (sheet: string) => {
    const lines = known.get(sheet) ?? new Map<number, Texts>();
    known.set(sheet, lines);
    return lines;
  };
  const note = ({ sheet, row, texts }: Line): void => {
    linesOf(sheet).set(row, texts);
  };
  const at = (sheet: string, row: number): Texts => linesOf(sheet).get(row) ?? [];

  return {
    note,
    /** The cells of a sheet that differ from what is known. */
    differences(sheet: string, shown: readonly Texts[]): readonly Edit[] {
      return shown.flatMap((line, index) => {
        const texts = whereDifferent(line, at(sheet, index + 1));
        return texts.length === 0 ? [] : [{ sheet, row: index + 1, texts }];
      });
    },
    /** Takes edits for known, as they go out; what is answered brings back what was known before, if they did not arrive. */
    sent(edits: readonly Edit[]): () => void {
      const before = edits.map(({ sheet, row }) => ({ sheet, row, texts: at(sheet, row) }));
      for (const { sheet, row, texts } of edits) note({ sheet, row, texts: overlaid(at(sheet, row), texts) });
      return () => {
        for (const line of before) note(line);
      };
    },
    /** A line as it comes from the machine, under what was typed here and has not gone out yet. */
    underTyped({ sheet, row, texts }: Line, shown: Texts): Line {
      return { sheet, row, texts: overlaid(texts, whereDifferent(shown, at(sheet, row))) };
    },
    /** How many lines of a sheet are known to hold something. */
    heightOf: (sheet: string): number => [...linesOf(sheet).keys()].reduce((most, row) => Math.max(most, row), 0),
  };
}

/** By column what a line shows and was not known to; null where nobody typed. Empty when it is the same all along. */
function whereDifferent(shown: Texts, before: Texts): readonly (string | null)[] {
  const width = Math.max(shown.length, before.length);
  const cells = Array.from({ length: width }, (_, column) => {
    const text = shown[column] ?? '';
    return text === (before[column] ?? '') ? null : text;
  });
  return cells.slice(0, cells.findLastIndex((text) => text !== null) + 1);
}

export function overlaid(texts: Texts, typed: readonly (string | null)[]): Texts {
  const width = Math.max(texts.length, typed.length);
  return Array.from({ length: width }, (_, column) => typed[column] ?? texts[column] ?? '');
}
