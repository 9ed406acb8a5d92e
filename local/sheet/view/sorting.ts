import type { ICellData, Nullable, Univer } from '@univerjs/core';
import type { FUniver } from '@univerjs/core/facade';
import { SetSheetFilterRangeCommand, SmartToggleSheetsFilterCommand } from '@univerjs/preset-sheets-filter';
import {
  SheetsSortService,
  SortRangeAscExtInCtxMenuCommand,
  SortRangeCommand,
  SortRangeDescExtInCtxMenuCommand,
  SortType,
} from '@univerjs/preset-sheets-sort';
import * as z from 'zod';
import type { SheetShape } from '../wire.ts';

const chosenSchema = z.object({ subUnitId: z.string(), range: z.record(z.string(), z.unknown()) });
type Cell = Nullable<ICellData>;
type Known = { readonly shape: SheetShape; readonly lines: number };

/**
 * Whatever is chosen, a sort is of whole lines, all below the titles, as 「シートを並べ替え」 at Google: a column sorted by itself would leave the
 * 行ID behind, and each case would stand beside another one's state. A filter, too, is of the whole tab, its titles on top.
 */
export function takeWholeTab(api: FUniver, known: (name: string) => Known | undefined): void {
  api.addEvent(api.Event.BeforeCommandExecute, ({ id, params }) => {
    const isSort = id === SortRangeCommand.id;
    if (params === undefined || (!isSort && id !== SetSheetFilterRangeCommand.id)) return;
    const { subUnitId, range } = chosenSchema.parse(params);
    const found = known(subUnitId);
    if (found === undefined) return;
    const titles = Math.max(1, found.shape.frozenRows);
    const startRow = isSort ? titles : titles - 1;
    const rows = { startRow, endRow: Math.max(startRow, found.lines - 1) };
    const columns = { startColumn: 0, endColumn: found.shape.width - 1 };
    Object.assign(params, { range: { ...range, ...rows, ...columns } }, isSort ? { hasTitle: false } : {});
  });
}

const collator = new Intl.Collator('ja', { numeric: true });

/** C-2 before C-10, and empty cells last: every cell is a text, and Univer would compare them letter by letter. */
export function sortAsPeopleCount(univer: Univer, api: FUniver): void {
  let isTold = false;
  api.addEvent(api.Event.BeforeCommandExecute, ({ id }) => {
    // Univer's services are there from its first workbook on.
    if (id === SortRangeCommand.id && !isTold)
      univer.__getInjector().get(SheetsSortService).registerCompareFn(compared);
    isTold ||= id === SortRangeCommand.id;
  });
}

function compared(type: SortType, one: Cell, other: Cell): number {
  const [first, second] = [String(one?.v ?? ''), String(other?.v ?? '')];
  if (first === '' || second === '') return Number(first === '') - Number(second === '');
  return collator.compare(first, second) * (type === SortType.ASC ? 1 : -1);
}

export const sortWords = { up: '表全体をこの列で昇順に', down: '表全体をこの列で降順に' };
/** In the menu of a column's letter, where people look first; Univer has it in the menu of a cell alone. */
const inHeads = [
  { title: sortWords.up, action: SortRangeAscExtInCtxMenuCommand.id },
  { title: sortWords.down, action: SortRangeDescExtInCtxMenuCommand.id },
  { title: 'フィルタを付ける・外す', action: SmartToggleSheetsFilterCommand.id },
];

export function offerInHeads(api: FUniver): void {
  api.addEvent(api.Event.LifeCycleChanged, ({ stage }) => {
    if (stage !== api.Enum.LifecycleStages.Rendered) return;
    inHeads.forEach((item, order) => {
      api
        .createMenu({ id: `head-${item.action}`, ...item, order })
        .appendTo(['contextMenu.colHeader', 'contextMenu.data']);
    });
  });
}
