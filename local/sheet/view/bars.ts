import type { SheetShape } from '../wire.ts';
import { element } from './around-grid.ts';

/** A chart of the sheet in front, and what its area shows: words, and how many of each. */
export type Drawn = { readonly chart: SheetShape['charts'][number]; readonly texts: readonly (readonly string[])[] };

let shown = '';

/** Lays the charts over the grid, which has none of its own, beside the cells they draw. */
export function showCharts(drawn: readonly Drawn[]): void {
  const now = JSON.stringify(drawn);
  if (now === shown) return;
  shown = now;
  const place = element('charts');
  place.hidden = drawn.length === 0;
  place.replaceChildren(...drawn.map(figureOf));
}

function figureOf({ chart, texts }: Drawn): HTMLElement {
  const most = Math.max(1, ...texts.map(([, count]) => Number(count)));
  const figure = made('figure', '');
  const list = made('ul', '');
  list.append(...texts.map(([word = '', count = '']) => barOf(word, count, Number(count) / most)));
  figure.append(made('figcaption', chart.title), list);
  return figure;
}

function barOf(word: string, count: string, share: number): HTMLElement {
  const bar = made('span', '');
  bar.className = 'bar-drawn';
  bar.style.inlineSize = `${String(Math.round(share * 100))}%`;
  const item = made('li', '');
  item.append(made('span', `${word} `), bar, made('strong', count));
  return item;
}

function made(tag: string, words: string): HTMLElement {
  const one = document.createElement(tag);
  one.textContent = words;
  return one;
}
