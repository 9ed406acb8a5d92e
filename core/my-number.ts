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

/** Runs of digits that hang together. */
type Chain = readonly Run[];

function spansIn(text: string): readonly Span[] {
  if (!/\d/.test(text)) return [];
  return chainsIn(text.replace(DASH, '-')).flatMap((chain) => (isLongEnough(chain) ? spansOf(chain) : []));
}

function chainsIn(typed: string): readonly Chain[] {
  const chains: Run[][] = [];
  let end = 0;
  for (const { 0: digits, index: start } of typed.matchAll(/\d+/g)) {
    const run = { start, end: start + digits.length, digits };
    const open = chains[chains.length - 1];
    if (open !== undefined && isGlue(typed, end, start)) open.push(run);
    else chains.push([run]);
    ({ end } = run);
  }
  return chains;
}

const LONGEST_GLUE = 5;
const isGlue = (typed: string, from: number, to: number) =>
  to - from <= LONGEST_GLUE && GLUE.test(typed.slice(from, to));

const isLongEnough = ([first, ...more]: Chain) => more.length > 0 || first?.digits.length === LENGTH;

/** The numbers of a chain: for each run the runs from it on that make twelve digits. Both ends only ever move on, so each run is looked at twice. */
function spansOf(chain: Chain): readonly Span[] {
  const digits = chain.map((run) => run.digits).join('');
  const even = evenFrom(chain);
  const spans: Span[] = [];
  let [last, begin, end] = [0, 0, 0];
  chain.forEach((head, first) => {
    while (end - begin < LENGTH && last < chain.length) {
      end += lengthAt(chain, last);
      last += 1;
    }
    const isApart = last - first <= (even[first] ?? 0) || last - first === chain.length;
    if (isApart && end - begin === LENGTH && isMyNumber(digits, begin))
      spans.push({ start: head.start, end: endAt(chain, last - 1) });
    begin += head.digits.length;
  });
  return spans;
}

const endAt = (chain: Chain, at: number) => chain[at]?.end ?? 0;
const lengthAt = (chain: Chain, at: number) => chain[at]?.digits.length ?? 0;

/**
 * How many runs from each one on are as long as it: people set a number apart in twelves, fours, threes … A date beside a year is not even,
 * and no number.
 */
function evenFrom(chain: Chain): readonly number[] {
  const even = chain.map(() => 1);
  for (let at = chain.length - 2; at >= 0; at -= 1)
    if (lengthAt(chain, at) === lengthAt(chain, at + 1)) even[at] = (even[at + 1] ?? 0) + 1;
  return even;
}

function isMyNumber(digits: string, begin: number): boolean {
  let sum = 0;
  for (let at = 0; at < WEIGHTS.length; at += 1) sum += (WEIGHTS[at] ?? 0) * Number(digits[begin + at]);
  const rest = sum % 11;
  return Number(digits[begin + WEIGHTS.length]) === (rest <= 1 ? 0 : 11 - rest);
}
