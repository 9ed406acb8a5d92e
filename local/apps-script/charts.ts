import type { Area, Sheet } from './book.ts';
import { strict } from './strict.ts';

export type Chart = Sheet['charts'][number];
export type ShownChart = { readonly chart: Chart };

/** A chart as `getCharts()` gives it: to be removed, and no more. */
export function shownChart(chart: Chart): ShownChart {
  return strict('EmbeddedChart', { chart });
}

/** What `newChart()` builds, as far as the add-on does: columns for a range, with a title, in a place. */
export function chartBuilder(): object {
  let chart: Chart = { title: '', area: { row: 1, column: 1, rows: 1, columns: 1 }, row: 1, column: 1 };
  const builder: object = strict('EmbeddedColumnChartBuilder', {
    addRange({ area }: { readonly area: Area }) {
      chart = { ...chart, area };
      return builder;
    },
    setTitle(title: string) {
      chart = { ...chart, title };
      return builder;
    },
    setPosition(row: number, column: number, _right: number, _down: number) {
      chart = { ...chart, row, column };
      return builder;
    },
    build: () => shownChart(chart),
  });
  return strict('EmbeddedChartBuilder', { asColumnChart: () => builder });
}
