// The add-on takes this file along: ES2019 only, and nothing from elsewhere.

// Weights of the check digit, 行政手続における特定の個人を識別するための番号の利用等に関する法律施行令8条の規定による省令5条.
const WEIGHTS = [6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2];
const LENGTH = 12;

// What keyboards and scanners put for a hyphen; the long vowel sign sits next to it on a Japanese keyboard.
const DASH = /[‐‑–—−ー]/g;
// What nobody sees: zero-width signs, direction marks, control signs. Put between digits they would hide the number.
const UNSEEN = /(?![\n\t])[\p{Cf}\p{Cc}]/gu;
// Between the digits of one number. Neither `:` nor `/`: a date and its time would be twelve digits.
const GLUE = /^[-\s・.,、_]{1,5}$/;

type Span = { readonly start: number; readonly end: number };
type Run = Span & { readonly digits: string };

/** Whether some twelve digits of the text, however set apart and whatever stands beside them, are a valid My Number (個人番号). */
export function holdsMyNumber(text: string): boolean {
  return spansIn(visible(text)).length > 0;
}

/** The text with every My Number struck out; what else was written stays, in half width. */
export function withoutMyNumber(text: string): string {
  const typed = visible(text);
  const spans = spansIn(typed);
  if (spans.length === 0) return text;
  const [plain, from] = spans.reduce<[string, number]>(
    ([kept, at], { start, end }) => (start < at ? [kept, at] : [`${kept}${typed.slice(at, start)}${STRUCK}`, end]),
    ['', 0],
  );
  return `${plain}${typed.slice(from)}`;
}
const STRUCK = '【個人番号は消しました】';

/** The name of the first field whose text holds a valid My Number, however deep; undefined when none does. */
export function fieldWithMyNumber(said: unknown, name = '入力'): string | undefined {
  if (typeof said === 'string' || typeof said === 'number') return holdsMyNumber(String(said)) ? name : undefined;
  if (typeof said !== 'object' || said === null) return undefined;
  // One of a list is known by the name of the list.
  return Object.entries(said)
    .map(([key, value]) => (holdsMyNumber(key) ? name : fieldWithMyNumber(value, Array.isArray(said) ? name : key)))
    .find((found) => found !== undefined);
}

function visible(text: string): string {
  return text.normalize('NFKC').replace(UNSEEN, '');
}

function spansIn(text: string): readonly Span[] {
  if (!/\d/.test(text)) return [];
  const typed = text.replace(DASH, '-');
  const runs = [...typed.matchAll(/\d+/g)].map((found): Run => {
    return { start: found.index, end: found.index + found[0].length, digits: found[0] };
  });
  const glued = (index: number) => {
    const [one, next] = [runs[index], runs[index + 1]];
    return one !== undefined && next !== undefined && GLUE.test(typed.slice(one.end, next.start));
  };
  return runs.flatMap((_, first) => spanFrom(runs, first, glued));
}

/** The number that begins with this run of digits, if one does. */
function spanFrom(runs: readonly Run[], first: number, glued: (index: number) => boolean): readonly Span[] {
  const parts = partsFrom(runs, first, glued);
  const digits = parts.map((part) => part.digits).join('');
  const [head, tail] = [parts[0], parts[parts.length - 1]];
  if (head === undefined || tail === undefined || digits.length !== LENGTH || !isMyNumber(digits)) return [];
  const alone = !glued(first - 1) && !glued(first + parts.length - 1);
  return alone || areEven(parts) ? [{ start: head.start, end: tail.end }] : [];
}

/** Runs of digits that hang together, until they are twelve digits or more. */
function partsFrom(runs: readonly Run[], first: number, glued: (index: number) => boolean): readonly Run[] {
  let last = first;
  while (lengthOf(runs.slice(first, last + 1)) < LENGTH && glued(last)) last += 1;
  return runs.slice(first, last + 1);
}

const lengthOf = (parts: readonly Run[]) => parts.reduce((sum, { digits }) => sum + digits.length, 0);

/** In twelves, fours, threes … as people set a number apart. A date beside a year is not even, and no number. */
function areEven(parts: readonly Run[]): boolean {
  return parts.every(({ digits }) => digits.length === parts[0]?.digits.length);
}

function isMyNumber(digits: string): boolean {
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * Number(digits.charAt(index)), 0);
  const rest = sum % 11;
  return Number(digits.charAt(11)) === (rest <= 1 ? 0 : 11 - rest);
}
