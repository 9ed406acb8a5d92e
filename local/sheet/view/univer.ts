import { IUndoRedoService, LocaleType, LogLevel, mergeLocales, Univer } from '@univerjs/core';
import { FUniver } from '@univerjs/core/facade';
import { UniverSheetsCorePreset } from '@univerjs/preset-sheets-core';
import coreWords from '@univerjs/preset-sheets-core/locales/ja-JP';
import { UniverSheetsDataValidationPreset } from '@univerjs/preset-sheets-data-validation';
import choiceWords from '@univerjs/preset-sheets-data-validation/locales/ja-JP';
import { UniverSheetsNotePreset } from '@univerjs/preset-sheets-note';
import noteWords from '@univerjs/preset-sheets-note/locales/ja-JP';
import { UniverSheetsFilterPreset } from '@univerjs/preset-sheets-filter';
import filterWords from '@univerjs/preset-sheets-filter/locales/ja-JP';
import { UniverSheetsSortPreset } from '@univerjs/preset-sheets-sort';
import sortUiWords from '@univerjs/preset-sheets-sort/locales/ja-JP';
import { keepAsTyped } from './keep-as-typed.ts';
import { offerInHeads, sortAsPeopleCount, sortWords } from './sorting.ts';
import '@univerjs/preset-sheets-core/lib/index.css';
import '@univerjs/preset-sheets-data-validation/lib/index.css';
import '@univerjs/preset-sheets-note/lib/index.css';
import '@univerjs/preset-sheets-filter/lib/index.css';
import '@univerjs/preset-sheets-sort/lib/index.css';

/** A sort is of whole lines (sorting.ts): what Univer offers for a part of them is not offered here. */
const SORTS_OF_A_PART = ['asc', 'desc', 'custom'].flatMap((kind) => [
  `sheet.command.sort-range-${kind}`,
  `sheet.command.sort-range-${kind}-ctx`,
]);
/** Where Univer's own words say less than they could. */
const OWN_WORDS = {
  'sheets-sort-ui': { general: { 'sort-asc-ext': sortWords.up, 'sort-desc-ext': sortWords.down } },
  'sheets-filter-ui': { panel: { 'filter-only': 'これだけ表示', confirm: '絞り込む' } },
};

export type Started = {
  readonly api: FUniver;
  /** Of a workbook, by its id: nothing is left to undo. */
  readonly forgetSteps: (workbook: string) => void;
};

/** Univer with the open packages alone: its own `createUniver` would bring packages without a licence. */
export function startUniver(container: string): Started {
  const univer = new Univer({
    locale: LocaleType.JA_JP,
    locales: {
      [LocaleType.JA_JP]: mergeLocales(coreWords, choiceWords, noteWords, filterWords, sortUiWords),
    },
    logLevel: LogLevel.ERROR,
  });
  const presets = [
    UniverSheetsCorePreset({
      container,
      // Tabs are made by the add-on: one made here would be nobody's.
      footer: { addSheetButtonConfig: { show: false } },
      // Every cell is text, and a number among them no mistake to be marked.
      sheets: { disableForceStringMark: true, disableForceStringAlert: true },
      menu: Object.fromEntries(SORTS_OF_A_PART.map((id) => [id, { hidden: true }])),
    }),
    // The search field of a drop-down takes the keyboard for a moment when it opens, and with it the Tab that follows the last letter.
    UniverSheetsDataValidationPreset({ showSearchOnDropdown: false, showEditOnDropdown: false }),
    UniverSheetsNotePreset(),
    UniverSheetsFilterPreset(),
    UniverSheetsSortPreset(),
  ];
  for (const plugin of presets.flatMap(({ plugins }) => plugins)) {
    if (Array.isArray(plugin)) univer.registerPlugin(plugin[0], plugin[1]);
    else univer.registerPlugin(plugin);
  }
  const api = FUniver.newAPI(univer);
  api.loadLocales(LocaleType.JA_JP, OWN_WORDS);
  keepAsTyped(univer, api);
  sortAsPeopleCount(univer, api);
  offerInHeads(api);
  return {
    api,
    forgetSteps(workbook) {
      univer.__getInjector().get(IUndoRedoService).clearUndoRedo(workbook);
    },
  };
}
