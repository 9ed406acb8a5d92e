import { CommandType, type ICellData, type IWorkbookData, LocaleType } from '@univerjs/core';
import type { FUniver } from '@univerjs/core/facade';
import type { Edit, News, SheetShape } from '../wire.ts';
import { blocksOf } from './blocks.ts';
import { pasteInto, textCell } from './paste.ts';

const TEXT = { n: { pattern: '@' } };
const TITLE = { ...TEXT, bl: 1, bg: { rgb: '#e8f0fe' }, tb: 3 };
const GUARDED = { ...TEXT, bg: { rgb: '#f3f3f3' } };
const WIDTHS: Readonly<Record<string, number>> = { 相談内容: 260, 概要: 260, '理由・お願い': 300, 住所: 200, 版: 48 };
const USUAL_WIDTH = 110;
const SETTLED_MS = 20;

export type Shape = NonNullable<News['shape']>;
type Workbook = ReturnType<FUniver['createWorkbook']>;

/** The grid: Univer as a view of the workbook this machine keeps. Nothing is kept here. */
export function gridOn(api: FUniver, edited: (sheet: string) => void) {
  let book: Workbook | undefined;
  let shapes: readonly SheetShape[] = [];

  let looking = false;
  api.addEvent(api.Event.CommandExecuted, ({ type, id }) => {
    if (looking || type !== CommandType.MUTATION || !id.startsWith('sheet.mutation.')) return;
    looking = true;
    // Univer settles formats in a second command, and a paste in many: look once, a moment later.
    setTimeout(() => {
      looking = false;
      if (book !== undefined) edited(book.getActiveSheet().getSheetName());
    }, SETTLED_MS);
  });

  api.addEvent(api.Event.BeforeClipboardPaste, (event) => {
    if (book === undefined || event.text === undefined) return;
    event.cancel = true;
    pasteInto(book.getActiveSheet(), event.text);
  });

  return {
    active: (): string | undefined => book?.getActiveSheet().getSheetName(),
    /** Builds the grid anew: sheets or columns came or went. */
    build(shape: Shape, lines: readonly Edit[]): void {
      const before = book?.getActiveSheet().getSheetName();
      if (book !== undefined) api.disposeUnit(book.getId());
      shapes = shape.sheets;
      book = api.createWorkbook(workbookData(shape, lines));
      const front = shape.sheets.find(({ name }) => name === shape.active)?.name ?? before;
      const sheet = front === undefined ? null : book.getSheetByName(front);
      if (sheet !== null) book.setActiveSheet(sheet);
    },
    show(lines: readonly Edit[]): void {
      for (const { sheet, row, block } of blocksOf(lines)) {
        const target = book?.getSheetByName(sheet);
        const width = block[0]?.length ?? 0;
        if (target !== null && target !== undefined && width > 0)
          target.getRange(row - 1, 0, block.length, width).setValues(block.map((texts) => texts.map(textCell)));
      }
    },
    /** Every line of a sheet down to the last that holds something, as it is shown. */
    shown(sheet: string, atLeast: number): readonly (readonly string[])[] {
      const target = book?.getSheetByName(sheet);
      const width = shapes.find(({ name }) => name === sheet)?.width ?? 0;
      if (target === null || target === undefined || width === 0) return [];
      const height = Math.max(target.getLastRow() + 1, atLeast);
      return target.getRange(0, 0, height, width).getDisplayValues();
    },
  };
}

function workbookData({ sheets }: Shape, lines: readonly Edit[]): Partial<IWorkbookData> {
  return {
    id: `book-${String(performance.now())}`,
    name: 'つどい',
    locale: LocaleType.JA_JP,
    sheetOrder: sheets.map(({ name }) => name),
    sheets: Object.fromEntries(sheets.map((sheet) => [sheet.name, worksheetData(sheet, lines)])),
  };
}

function worksheetData(sheet: SheetShape, lines: readonly Edit[]): NonNullable<IWorkbookData['sheets']>[string] {
  const own = lines.filter((line) => line.sheet === sheet.name);
  const titles = own.find(({ row }) => row === 1)?.texts ?? [];
  const columns = Array.from({ length: sheet.width }, (_, at) => ({
    w: WIDTHS[titles[at] ?? ''] ?? USUAL_WIDTH,
    hd: sheet.hidden.includes(at + 1) ? 1 : 0,
    s: sheet.guarded.includes(at + 1) ? GUARDED : TEXT,
  }));
  const cell = (text: string, row: number): ICellData => ({ ...textCell(text), ...(row === 1 ? { s: TITLE } : {}) });
  return {
    id: sheet.name,
    name: sheet.name,
    rowCount: sheet.height,
    columnCount: sheet.width,
    columnData: Object.fromEntries(columns.map((column, at) => [at, column])),
    freeze: { xSplit: 0, ySplit: sheet.frozenRows, startRow: sheet.frozenRows, startColumn: -1 },
    cellData: Object.fromEntries(
      own.map(({ row, texts }) => [row - 1, Object.fromEntries(texts.map((text, at) => [at, cell(text, row)]))]),
    ),
  };
}
