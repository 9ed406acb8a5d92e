import { CommandType } from '@univerjs/core';
import type { FUniver } from '@univerjs/core/facade';
import type { Edit, SheetShape } from '../wire.ts';
import { blocksOf } from './blocks.ts';
import { cellOf, type Shape, workbookData } from './drawing.ts';
import { helpOn } from './help.ts';
import { pasteInto } from './paste.ts';

const SETTLED_MS = 20;

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

  const named = (name: string) => {
    const [sheet, shape] = [book?.getSheetByName(name), shapes.find((one) => one.name === name)];
    return sheet === null || sheet === undefined || shape === undefined ? undefined : { sheet, shape };
  };

  return {
    active: (): string | undefined => book?.getActiveSheet().getSheetName(),
    /** Builds the grid anew: sheets or columns came or went. */
    build(shape: Shape, lines: readonly Edit[]): void {
      const before = book?.getActiveSheet().getSheetName();
      if (book !== undefined) api.disposeUnit(book.getId());
      shapes = shape.sheets;
      book = api.createWorkbook(workbookData(shape, lines));
      for (const each of shapes.flatMap(({ name }) => named(name) ?? [])) helpOn(api, each.sheet, each.shape);
      const front = named(shape.active) ?? named(before ?? '');
      if (front !== undefined) book.setActiveSheet(front.sheet);
    },
    show(lines: readonly Edit[]): void {
      for (const { sheet: name, row, block } of blocksOf(lines)) {
        const [found, width] = [named(name), block[0]?.length ?? 0];
        if (found === undefined || width === 0) continue;
        const cells = block.map((texts) => texts.map((text, at) => cellOf(found.shape, at + 1, text)));
        found.sheet.getRange(row - 1, 0, block.length, width).setValues(cells);
      }
    },
    /** Every line of a sheet down to the last that holds something, as it is shown. */
    shown(name: string, atLeast: number): readonly (readonly string[])[] {
      const found = named(name);
      if (found === undefined) return [];
      const height = Math.max(found.sheet.getLastRow() + 1, atLeast);
      return found.sheet.getRange(0, 0, height, found.shape.width).getDisplayValues();
    },
  };
}
