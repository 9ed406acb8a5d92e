import { chartBuilder, shownChart, type ShownChart } from './charts.ts';
import type { Area } from './book.ts';
import type { SheetFacts } from './book-door.ts';
import { demand, type Edited, type Google } from './google.ts';
import type { HtmlOutput } from './html-output.ts';
import { rangeOf } from './range.ts';
import { colourRule, colourRuleBuilder, type ColourRule, validationBuilder } from './rules.ts';
import { strict } from './strict.ts';

export function spreadsheetApp(google: Google): object {
  const { book } = google;
  const menu = {
    addItem(label: string, calls: string) {
      google.addMenuItem({ label, calls });
      return strict('Menu', menu);
    },
    addToUi: () => undefined,
  };
  const ui = {
    createAddonMenu: () => strict('Menu', menu),
    showSidebar(output: HtmlOutput) {
      demand(google, 'https://www.googleapis.com/auth/script.container.ui');
      google.showSidebar(output.shown());
    },
  };
  const opened = strict('Spreadsheet', {
    getActiveSheet: () => sheetNamed(google, book.active()),
    getSheetByName: (name: string) => (book.facts(name) === null ? null : sheetNamed(google, name)),
    insertSheet(name: string) {
      book.insertSheet(name);
      return sheetNamed(google, name);
    },
    toast(words: string, _title: string, _seconds: number) {
      google.toast(words);
    },
  });
  return strict('SpreadsheetApp', {
    getUi: () => strict('Ui', ui),
    flush: () => undefined,
    newDataValidation: validationBuilder,
    newConditionalFormatRule: colourRuleBuilder,
    getActiveSpreadsheet() {
      demand(google, 'https://www.googleapis.com/auth/spreadsheets.currentonly');
      return opened;
    },
  });
}

function sheetNamed(google: Google, name: string): object {
  const { book } = google;
  const facts = (): SheetFacts => {
    const now = book.facts(name);
    if (now === null) throw new Error(`the sheet ${name} is gone`);
    return now;
  };
  const range = (area: Area) => rangeOf(google, name, area, () => sheet);
  const sheet: object = strict('Sheet', {
    getName: () => name,
    getMaxRows: () => facts().height,
    getMaxColumns: () => facts().width,
    getLastRow: () => facts().lastRow,
    getLastColumn: () => facts().lastColumn,
    getActiveRange: () => range({ row: Math.min(google.row, facts().height), column: 1, rows: 1, columns: 1 }),
    insertRowsAfter(_after: number, count: number) {
      book.lengthen(name, count);
    },
    insertColumnsAfter(_after: number, count: number) {
      book.widen(name, count);
    },
    setFrozenRows(rows: number) {
      book.freeze(name, rows);
    },
    setColumnWidth(column: number, pixels: number) {
      book.setWidth(name, column, pixels);
    },
    getConditionalFormatRules: () => book.coloursOf(name).map((one) => colourRule([one])),
    setConditionalFormatRules(rules: readonly ColourRule[]) {
      book.colour(
        name,
        rules.flatMap(({ colours }) => colours),
      );
    },
    newChart: chartBuilder,
    getCharts: () => book.chartsOf(name).map(shownChart),
    insertChart({ chart }: ShownChart) {
      book.draw(name, [...book.chartsOf(name), chart]);
    },
    removeChart({ chart: { title } }: ShownChart) {
      book.draw(
        name,
        book.chartsOf(name).filter((one) => one.title !== title),
      );
    },
    hideColumns(column: number) {
      book.hide(name, column);
    },
    getRange: (row: number, column: number, rows: number, columns: number) => range({ row, column, rows, columns }),
  });
  return sheet;
}

/** What `onEdit` is told of. */
export function editedRange(google: Google, { sheet, ...area }: Edited): object {
  return rangeOf(google, sheet, area, () => sheetNamed(google, sheet));
}
