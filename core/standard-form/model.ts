/** 様式 that can be filled from what is recorded. The names stand in addresses and in the audit log. */
export const standardForms = {
  'plan-application': 'プラン兼事業等利用申込書',
  'evaluation-sheet': '評価シート',
  'consultation-slip': '生活相談連絡票',
} as const;
export type FormName = keyof typeof standardForms;

export function isFormName(name: string): name is FormName {
  return Object.hasOwn(standardForms, name);
}

/** An A4 sheet in columns of equal width. */
export const GRID = 24;
/** Letters of full width that a column holds in print. */
const LETTERS = 2.1;
/** What the edges of a box take of them. */
const AROUND = 0.4;

/** How a cell looks: the title of the paper, the head of a part, what a box is called, a box, one to tell at length in, words without a box. */
export type Look = 'title' | 'section' | 'label' | 'box' | 'story' | 'words';
export type FormCell = {
  readonly look: Look;
  readonly text: string;
  /** In columns of the grid. */
  readonly span: number;
};
/** The cells of a line fill the grid from left to right. */
export type FormLine = {
  readonly cells: readonly FormCell[];
  /** How many lines of text it is high at the least: room for the pen. */
  readonly room: number;
};
/** A paper, filled: every medium draws it from this. What is not known is an empty box. */
export type StandardForm = {
  readonly name: FormName;
  readonly title: string;
  readonly lines: readonly FormLine[];
};

/** How many lines of text a line of the paper is high. */
export function heightOf({ cells, room }: FormLine): number {
  return Math.max(room, ...cells.map(({ text, span }) => wrapped(text, span * LETTERS - AROUND)));
}

function wrapped(text: string, letters: number): number {
  const widths = text.split('\n').map((line) => Array.from(line).reduce((sum, sign) => sum + widthOf(sign), 0));
  return widths.reduce((sum, width) => sum + Math.max(1, Math.ceil(width / letters)), 0);
}

/** Latin letters and digits are half as wide. */
const widthOf = (sign: string) => (/[\u0020-\u007e\uff61-\uff9f]/.test(sign) ? 0.5 : 1);
