import { CellValueType, type ICellData } from '@univerjs/core';
import type { FUniver } from '@univerjs/core/facade';
import { SetRangeValuesMutation } from '@univerjs/preset-sheets-core';
import { ReCalcSheetsFilterMutation } from '@univerjs/preset-sheets-filter';
import { afterMove } from '../moves.ts';
import type { Edit, Line, Move, SheetShape } from '../wire.ts';
import type { Drawn } from './bars.ts';
import { blocksOf } from './blocks.ts';
import { cutsOn } from './cutting.ts';
import { cellOf, type Shape, workbookData } from './drawing.ts';
import { helpOn } from './help.ts';
import type { Place } from './exchange.ts';
import type { ShownLine } from './mirror.ts';
import { movedBy } from './moved-lines.ts';
import { pasteInto } from './paste.ts';
import { cellsPasted } from './pasted.ts';
import type { Touched } from './sender.ts';
import { takeWholeTab } from './sorting.ts';
import { textsOfLine } from './shown-texts.ts';
import type { Started } from './univer.ts';
import { touchedBy } from './touched-lines.ts';

const SETTLED_MS = 20;
/** Longer than Univer waits before it has the drop-downs of a workbook checked, which it then does when it is idle. */
const CHECKED_MS = 100;

type Workbook = ReturnType<FUniver['createWorkbook']>;
type Sheet = ReturnType<Workbook['getActiveSheet']>;
type Known = { readonly sheet: Sheet; readonly shape: SheetShape };
type Put = { readonly row: number; readonly column: number; readonly cell: ICellData };

type Told = {
  /** Lines may say something else now. */
  readonly touched: (sheet: string, lines: Touched) => void;
  /** Whole lines stand elsewhere now. */
  readonly moved: (move: Move) => void;
  /** A moment later: they may be looked at. */
  readonly edited: () => void;
  /** A cell is no longer being typed in. */
  readonly typed: () => void;
};

/** The grid: Univer as a view of the workbook this machine keeps. Nothing is kept here. */
export function gridOn({ api, forgetSteps }: Started, { touched, moved, edited, typed }: Told) {
  let book: Workbook | undefined;
  let shapes: readonly SheetShape[] = [];

  let isToLook = false;
  api.addEvent(api.Event.CommandExecuted, (command) => {
    const move = movedBy(command, (name) => named(name)?.shape.width ?? 0);
    const about = touchedBy(command);
    if (move !== undefined) moved({ ...move, id: crypto.randomUUID() });
    else if (about === undefined) return;
    else touched(about.sheet, about.lines);
    // Univer settles formats in a second command, and a paste in many: look once, a moment later.
    if (!isToLook) setTimeout(look, SETTLED_MS);
    isToLook = true;
  });
  function look(): void {
    isToLook = false;
    edited();
  }

  // The cell is written a moment after its editor closed.
  api.addEvent(api.Event.ActiveSheetChanged, () => setTimeout(typed, SETTLED_MS));
  api.addEvent(api.Event.SheetEditEnded, () => setTimeout(typed, SETTLED_MS));

  const whereCut = cutsOn(api, () => book?.getActiveSheet());
  api.addEvent(api.Event.BeforeClipboardPaste, (event) => {
    if (book === undefined || event.text === undefined) return;
    event.cancel = true;
    const cells = cellsPasted(event.text);
    pasteInto(api, book.getActiveSheet(), cells, whereCut(cells));
  });

  const named = (name: string) => {
    const [sheet, shape] = [book?.getSheetByName(name), shapes.find((one) => one.name === name)];
    return sheet === null || sheet === undefined || shape === undefined ? undefined : { sheet, shape };
  };

  takeWholeTab(api, (name) => {
    const found = named(name);
    return found && { shape: found.shape, lines: found.sheet.getLastRow() + 1 };
  });

  /**
   * As a mutation, and so out of reach of Ctrl+Z: what the machine told is not the clerk's to undo. Only cells that change: Univer empties its
   * editor when the cell it stands in is written, and with it the letters that are just being typed.
   */
  function put(sheet: Sheet, cells: readonly Put[]): void {
    if (cells.length === 0) return;
    const cellValue: Record<number, Record<number, ICellData>> = {};
    for (const { row, column, cell } of cells) (cellValue[row] ??= {})[column] = cell;
    const place = { unitId: book?.getId(), subUnitId: sheet.getSheetId() };
    api.syncExecuteCommand(SetRangeValuesMutation.id, { ...place, cellValue });
  }

  /** Gone only after what was checked about it: Univer would look in vain for a workbook that is there no more, and throw. */
  function leave(old: string): void {
    setTimeout(() => requestIdleCallback(() => api.disposeUnit(old)), CHECKED_MS);
  }

  return {
    /** The sheet in front, and the line in it that was clicked last. */
    place(): Place {
      const sheet = book?.getActiveSheet();
      return sheet === undefined
        ? {}
        : { active: sheet.getSheetName(), row: (sheet.getActiveRange()?.getRow() ?? 0) + 1 };
    },
    /** What the charts of the sheet in front draw. */
    charts(): readonly Drawn[] {
      const found = named(book?.getActiveSheet().getSheetName() ?? '');
      return (found?.shape.charts ?? []).map((chart) => {
        const { row, column, rows, columns } = chart.area;
        return { chart, texts: found?.sheet.getRange(row - 1, column - 1, rows, columns).getDisplayValues() ?? [] };
      });
    },
    /** Builds the grid anew: sheets or columns came or went. */
    build(shape: Shape, lines: readonly Line[]): void {
      const before = book?.getActiveSheet().getSheetName();
      if (book !== undefined) leave(book.getId());
      shapes = shape.sheets;
      book = api.createWorkbook(workbookData(shape, lines));
      for (const each of shapes.flatMap(({ name }) => named(name) ?? [])) helpOn(api, each.sheet, each.shape);
      const front = named(shape.active) ?? named(before ?? '');
      if (front !== undefined) book.setActiveSheet(front.sheet);
    },
    /** Puts lines into the grid; `over` says what a line becomes where something else is shown. */
    show(lines: readonly Line[], over: (line: Line, shown: readonly string[]) => Line): void {
      for (const { sheet: name, row, block } of blocksOf(lines)) {
        const [found, width] = [named(name), block[0]?.length ?? 0];
        if (found === undefined || width === 0) continue;
        const cells = block.flatMap((texts, down) => {
          const before = textsOfLine(found.sheet, row + down, width);
          const line = over({ sheet: name, row: row + down, texts }, before);
          return putsIn(found.shape, row + down, { before, after: line.texts });
        });
        put(found.sheet, cells);
      }
    },
    /** Moves lines as somebody else did: no step of this page can be undone over that, and a filter looks anew at what it hides. */
    move(move: Move): void {
      const found = named(move.sheet);
      if (book === undefined || found === undefined) return;
      const before = linesOf(found, 0);
      const after = afterMove(before, move, () => []);
      const rows = Array.from({ length: Math.max(before.length, after.length) }, (_, index) => index + 1);
      const changed = rows.flatMap((row) =>
        putsIn(found.shape, row, { before: before[row - 1], after: after[row - 1] }),
      );
      put(found.sheet, changed);
      forgetSteps(book.getId());
      const place = { unitId: book.getId(), subUnitId: found.sheet.getSheetId() };
      if (found.sheet.getFilter() !== null) api.syncExecuteCommand(ReCalcSheetsFilterMutation.id, place);
    },
    /** A cell is being typed in: nothing may be drawn now. */
    isEditing: (): boolean => book?.isCellEditing() === true,
    /** Puts back what was typed into a grid that was built anew. */
    type(edits: readonly Edit[]): void {
      for (const { sheet, row, texts } of edits)
        texts.forEach((text, at) => {
          if (text !== null)
            named(sheet)
              ?.sheet.getRange(row - 1, at)
              .setValue({ v: text, t: CellValueType.STRING });
        });
    },
    /** Lines of a sheet as they are shown; of all, down to the last that holds something. */
    shown(name: string, lines: Touched, atLeast: number): readonly ShownLine[] {
      const found = named(name);
      if (found === undefined) return [];
      if (lines === 'all') return linesOf(found, atLeast).map((texts, index) => ({ row: index + 1, texts }));
      return [...lines].map((row) => ({ row, texts: textsOfLine(found.sheet, row, found.shape.width) }));
    },
  };
}

/** From the first line down to the last that holds something. */
function linesOf({ sheet, shape }: Known, atLeast: number): readonly (readonly string[])[] {
  const height = Math.max(sheet.getLastRow() + 1, atLeast);
  return Array.from({ length: height }, (_, index) => textsOfLine(sheet, index + 1, shape.width));
}

type Texts = readonly string[];

/** The cells of a line that are to say something else. */
function putsIn(
  shape: SheetShape,
  row: number,
  { before = [], after = [] }: { readonly before: Texts | undefined; readonly after: Texts | undefined },
): readonly Put[] {
  return Array.from({ length: Math.max(before.length, after.length) }, (_, column) => column).flatMap((column) => {
    const text = after[column] ?? '';
    return text === (before[column] ?? '') ? [] : [{ row: row - 1, column, cell: cellOf(shape, column + 1, text) }];
  });
}
