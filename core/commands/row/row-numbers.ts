import type { TownCode } from '../../ids.ts';
import { type Cells, type Problem, textIn } from '../../sheet/cells.ts';
import type { Tab } from '../../sheet/columns.ts';
import { keyColumns } from '../../sheet/fact-columns.ts';
import type { Deps } from '../command.ts';

/** Which row of a tab holds which number: a second one would overwrite what the first one said. */
export type RowNumbers = {
  readonly taken: (id: string, cells: Cells) => readonly Problem[];
  /** The row was taken, and from now on holds its number. */
  readonly hold: (id: string, cells: Cells) => void;
  /** The row is no longer in the sheet, and another one takes its place. */
  readonly leave: (id: string) => void;
};

/** 相談受付 and 会議 have numbers of their own, which no second record takes. */
const numbered: ReadonlySet<Tab> = new Set(['ケース', '世帯員']);
const none: RowNumbers = { taken: () => [], hold: () => undefined, leave: () => undefined };

/** The numbers that rows of this tab hold, read once for a whole batch. A row that was refused holds none: it changed nothing. */
export async function rowNumbersOf({ store }: Pick<Deps, 'store'>, town: TownCode, tab: Tab): Promise<RowNumbers> {
  if (!numbered.has(tab)) return none;
  const columns = keyColumns[tab];
  const rows = await store.list('row', town, `${tab}/`);
  const holders = new Map(
    rows.filter(({ status }) => status !== '要修正').map(({ id, cells }) => [numberIn(columns, cells), id]),
  );
  const leave = (id: string): void => {
    for (const [number, holder] of holders) if (holder === id) holders.delete(number);
  };
  return {
    taken(id, cells) {
      const holder = holders.get(numberIn(columns, cells));
      return holder === undefined || holder === id
        ? []
        : [{ column: columns[0], message: wordsFor(columns, cells, [holder, id]) }];
    },
    hold(id, cells) {
      leave(id);
      holders.set(numberIn(columns, cells), id);
    },
    leave,
  };
}

function numberIn(columns: readonly string[], cells: Cells): string {
  return columns.map((column) => textIn(cells[column]) ?? '').join('/');
}

const nameOf = (id: string) => `行ID「${id.slice(id.indexOf('/') + 1)}」`;

function wordsFor(columns: readonly string[], cells: Cells, [holder, own]: readonly [string, string]): string {
  const number = columns.map((column) => `${column}「${textIn(cells[column]) ?? ''}」`).join('・');
  return `${number}の行がもう一つあります（先の行は${nameOf(holder)}、この行は${nameOf(own)}）。上書きはしていません。同じ番号のことは先の行を直し、別のものなら別の番号にしてください。先の行をもう消してあるときは、この行の「状況」を空にして、もう一度送ってください。`;
}
