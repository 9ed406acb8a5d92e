import { eraDayWords } from '../dates/era-day.ts';
import type { Day } from '../time.ts';
import { type FormCell, type FormLine, GRID } from './model.ts';

/** ■ or □ before its words: both are in every font of Japanese, whereas ☐ and ☑ (U+2610, 2611) come from whatever other font there is. */
export function tick(on: boolean, words: string): string {
  return `${on ? '■' : '□'}${words}`;
}

/** The ticks of a choice; none is ticked where nothing is known. */
export function choice<Value>(options: readonly (readonly [Value, string])[], chosen: Value | undefined): string {
  return options.map(([value, words]) => tick(chosen !== undefined && value === chosen, words)).join('　');
}

/** A day in the count of eras, or room to write one. */
export function dayOrRoom(day: Day | undefined): string {
  return day === undefined ? '　　　年　　月　　日' : eraDayWords(day);
}

export function title(text: string): FormLine {
  return { cells: [{ look: 'title', text, span: GRID }], room: 1 };
}

export function section(text: string): FormLine {
  return { cells: [{ look: 'section', text, span: GRID }], room: 1 };
}

export function words(text: string, room = 1): FormLine {
  return { cells: [{ look: 'words', text, span: GRID }], room };
}

export function label(text: string, span: number): FormCell {
  return { look: 'label', text, span };
}

export function box(text: string | undefined, span: number): FormCell {
  return { look: 'box', text: text ?? '', span };
}

export function line(cells: readonly FormCell[], room = 1): FormLine {
  return { cells, room };
}

const NAME = 5;

/** One box over the whole width, with what it is called before it. */
export function wide(name: string, text: string | undefined, room = 1): FormLine {
  return line([label(name, NAME), box(text, GRID - NAME)], room);
}

type Named = readonly [name: string, text: string | undefined];

/** Two boxes side by side. */
export function pair([first, one]: Named, [second, other]: Named, room = 1): FormLine {
  const half = GRID / 2 - NAME;
  return line([label(first, NAME), box(one, half), label(second, NAME), box(other, half)], room);
}
