import { dayText, type Format, numberText } from './number-text.ts';
import { type Placed, placedIn, wordsIn } from './texts.ts';
import { type Attributes, readCell } from './xml.ts';

/** One cell as people see it; `problem` when what it shows cannot be told. */
export type ReadCell = {
  readonly text: string;
  readonly problem?: string;
  /** Typed as a number, with no zeros in front. */ readonly number?: true;
};
export type ReadRow = { readonly at: number; readonly hidden: boolean; readonly cells: ReadonlyMap<number, ReadCell> };
export type ReadSheet = {
  readonly rows: readonly ReadRow[];
  /** The lines a joined cell covers, from and to; only those that join several. */
  readonly merged: readonly (readonly [number, number])[];
};
export type Around = {
  readonly shared: readonly string[];
  readonly formats: readonly Format[];
  readonly from1904: boolean;
};

/** A cell while it is read. */
type Open = { readonly attributes: Attributes; formula: boolean; value: string; inline: string };
type Line = { at: number; hidden: boolean; cells: Map<number, ReadCell>; last: number };

/** The lines of a sheet; a line with nothing in it is left out. */
export function readSheet(xml: string, around: Around): ReadSheet {
  const reading: Reading = { around, ...begun() };
  for (const placed of placedIn(xml)) take(reading, placed);
  return { rows: reading.lines, merged: reading.merged };
}

function begun() {
  const lines: ReadRow[] = [];
  const merged: (readonly [number, number])[] = [];
  const line: Line = { at: 0, hidden: false, cells: new Map(), last: 0 };
  const open: Open = { attributes: {}, formula: false, value: '', inline: '' };
  return { lines, merged, line, open };
}
type Reading = ReturnType<typeof begun> & { readonly around: Around };

function take(reading: Reading, placed: Placed): void {
  const { piece, path } = placed;
  if (piece.kind === 'text') {
    reading.open.inline += wordsIn(placed);
    if (path.at(-1) === 'v') reading.open.value += piece.text;
    return;
  }
  if (piece.kind === 'open') beginnings[piece.name]?.(reading, piece.attributes);
  if (piece.kind === 'close' || piece.empty) endings[piece.name]?.(reading);
}

const beginnings: Readonly<Record<string, (reading: Reading, attributes: Attributes) => void>> = {
  row: (reading, { r, hidden }) => {
    const at = r === undefined ? reading.line.at + 1 : Number(r);
    reading.line = { at, hidden: isOn(hidden), cells: new Map(), last: 0 };
  },
  c: (reading, attributes) => {
    reading.open = { attributes, formula: false, value: '', inline: '' };
  },
  f: ({ open }) => {
    open.formula = true;
  },
  mergeCell: ({ merged }, { ref = '' }) => {
    const [from = 0, to = 0] = [...ref.matchAll(/\d+/g)].map(Number);
    if (to > from) merged.push([from, to]);
  },
};

const endings: Readonly<Record<string, (reading: Reading) => void>> = {
  c: ({ line, open, around }) => {
    line.last = columnIn(open.attributes['r']) ?? line.last + 1;
    const read = cellOf(open, around);
    if (read !== undefined) line.cells.set(line.last, read);
  },
  row: ({ lines, line: { at, hidden, cells } }) => {
    if (cells.size > 0) lines.push({ at, hidden, cells });
  },
};

function cellOf({ attributes, formula, value, inline }: Open, around: Around): ReadCell | undefined {
  const kind = attributes['t'] ?? 'n';
  if (kind === 'inlineStr') return filled(readCell(inline));
  if (value !== '') return valueOf(kind, value, { around, style: Number(attributes['s'] ?? 0) });
  // A formula may well say nothing, and its text is stored as empty then.
  return formula && kind !== 'str' ? { text: '', problem: NO_VALUE } : undefined;
}

type Shown = { readonly around: Around; readonly style: number };

function valueOf(kind: string, value: string, { around, style }: Shown): ReadCell | undefined {
  switch (kind) {
    case 'e':
      return { text: value, problem: `式の結果がエラー（${value}）です。式を消して、値を入れてください。` };
    case 's':
      return filled(around.shared[Number(value)] ?? '');
    case 'str':
    case 'd':
      return filled(readCell(value));
    case 'b':
      return { text: value === '1' ? 'TRUE' : 'FALSE' };
    default:
      return numeric(Number(value), around, style);
  }
}

function numeric(value: number, { formats, from1904 }: Around, style: number): ReadCell {
  if (!Number.isFinite(value)) return { text: '', problem: NO_VALUE };
  const format = formats[style] ?? { isDate: false, digits: 0 };
  // 9999-12-31 is the last day a spreadsheet knows.
  if (format.isDate && value >= 0 && value < 2_958_466) return { text: dayText(value, from1904) };
  return { text: numberText(value, format), number: true };
}

const NO_VALUE = '式が入っていて、値が保存されていません。Excelで開いて保存し直すか、式を消して値を入れてください。';

function filled(text: string): ReadCell | undefined {
  return text.trim() === '' ? undefined : { text };
}

/** 1 of `A5`. */
function columnIn(ref: string | undefined): number | undefined {
  const letters = /^[A-Z]{1,3}/.exec(ref ?? '')?.[0];
  if (letters === undefined) return undefined;
  return Array.from(letters, (letter) => letter.charCodeAt(0) - 64).reduce((sum, place) => sum * 26 + place, 0);
}

export function isOn(value: string | undefined): boolean {
  return value === '1' || value === 'true';
}
