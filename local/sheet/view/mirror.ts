import { afterMove, movedAlong } from '../moves.ts';
import type { Edit, Line, Move } from '../wire.ts';

type Texts = readonly string[];
/** A line as the grid shows it. */
export type ShownLine = { readonly row: number; readonly texts: Texts };

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
  /** What is on its way to the machine, and has not been answered. */
  let flying: ReadonlyMap<string, Edit> = new Map();
  const onItsWay = (sheet: string, row: number) => flying.get(placeOf({ sheet, row }))?.texts ?? [];
  const heightOf = (sheet: string): number => [...linesOf(sheet).keys()].reduce((most, row) => Math.max(most, row), 0);

  return {
    note,
    /** The cells in lines of a sheet that differ from what is known, or on its way. */
    differences(sheet: string, shown: readonly ShownLine[]): readonly Edit[] {
      return shown.flatMap(({ row, texts: line }) => {
        const texts = whereDifferent(line, overlaid(at(sheet, row), onItsWay(sheet, row)));
        return texts.length === 0 ? [] : [{ sheet, row, texts }];
      });
    },
    /** Edits go out. Until it is said what became of them, they are nobody else's to change. */
    sent(edits: readonly Edit[]): { readonly arrived: () => void; readonly failed: () => void } {
      flying = new Map(edits.map((edit) => [placeOf(edit), edit]));
      return {
        arrived() {
          for (const { sheet, row, texts } of flying.values())
            note({ sheet, row, texts: overlaid(at(sheet, row), texts) });
          flying = new Map();
        },
        failed() {
          flying = new Map();
        },
      };
    },
    /** Lines moved, here or at the machine: what is known of them moves along, and what is on its way into them, too. */
    moved(move: Move): void {
      const [lines, height] = [linesOf(move.sheet), heightOf(move.sheet)];
      const before = Array.from({ length: height }, (_, index) => lines.get(index + 1) ?? []);
      known.set(move.sheet, new Map(afterMove(before, move, () => []).map((texts, index) => [index + 1, texts])));
      const stillThere = movedAlong([...flying.values()], [move]);
      flying = new Map(stillThere.map((edit) => [placeOf(edit), edit]));
    },
    /** A line as it comes from the machine, under what was typed here and is not there yet. */
    underTyped({ sheet, row, texts }: Line, shown: Texts): Line {
      const gone = onItsWay(sheet, row).map((text, column) => (text === null ? null : (shown[column] ?? '')));
      const typed = overlaid(texts, whereDifferent(shown, at(sheet, row)));
      return { sheet, row, texts: overlaid(typed, gone) };
    },
    /** How many lines of a sheet are known to hold something. */
    heightOf,
  };
}

const placeOf = ({ sheet, row }: Pick<Edit, 'sheet' | 'row'>) => `${sheet}\n${String(row)}`;

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
