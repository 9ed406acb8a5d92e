import type { Cells } from './cells.ts';
import { type Tab, tabs } from './columns.ts';
import { contentHash } from './content-hash.ts';
import { rowKeyOf } from './fact-columns.ts';
import type { CellWrite, TabRow } from './tab-layout.ts';

/** A row as `POST /v1/rows` takes it, with what is to be remembered beside it. */
export type RowToSend = {
  readonly at: number;
  readonly id: string;
  readonly version: number;
  readonly hash: string;
  /** What people typed; empty cells are left out. */
  readonly typed: Cells;
  /** No other row of the sheet bears its number: it may take the place of one that is gone from it (ADR 0065). */
  readonly isAlone: boolean;
};

const answered = ['済', '要修正'];

/**
 * New rows, edited rows, rows whose answer never arrived, and rows whose 状況 was emptied: that is how a clerk asks again when the cause
 * lay elsewhere, or keeps their own values in a conflict. A row in conflict waits until somebody chose. An unanswered row keeps its version, so that sending it twice is sending it once.
 */
export function rowsToSend(
  tab: Tab,
  rows: readonly TabRow[],
  newId: (tab: Tab, typed: Cells) => string,
): readonly RowToSend[] {
  const filled = rows
    .map((row) => ({ ...row, typed: typedIn(tab, row.cells) }))
    .filter(({ typed }) => Object.keys(typed).length > 0)
    .map((row) => ({ ...row, hash: hashOf(tab, row.typed) }));

  const owners = ownersOf(filled);
  const bearers = bearersOf(filled.map(({ typed }) => rowKeyOf(tab, typed)));
  return filled.flatMap(({ at, typed, hash, cells }) => {
    const id = cells['行ID'] ?? '';
    // Refused before it was ever sent, and not touched since.
    if (id === '' && cells['状況'] === '要修正' && cells['送信内容'] === hash) return [];
    const isAlone = bearers.get(rowKeyOf(tab, typed)) === 1;
    if (owners.get(id) !== at) return [{ at, typed, hash, id: newId(tab, typed), version: 1, isAlone }];
    const version = versionToSend(cells, hash);
    return version === undefined ? [] : [{ at, typed, hash, id, version, isAlone }];
  });
}

/** How many rows bear each number. */
function bearersOf(numbers: readonly (string | undefined)[]): ReadonlyMap<string | undefined, number> {
  const bearers = new Map<string | undefined, number>();
  for (const number of numbers) bearers.set(number, (bearers.get(number) ?? 0) + 1);
  return bearers;
}

/** Undefined when the row is answered and nobody touched it since. */
function versionToSend(cells: Cells, hash: string): number | undefined {
  const version = Number(cells['版']) || 0;
  const status = cells['状況'] ?? '';
  if (status === '競合') return undefined;
  if (hash !== cells['送信内容'] || status === '') return version + 1;
  return answered.includes(status) ? undefined : version;
}

/** Saved before anything is sent: whatever breaks after this, the same row is sent again as the same row. */
export function cellsBeforeSending(
  { at, id, version, hash }: RowToSend,
  status: '送信中' | '未送信' = '送信中',
): readonly CellWrite[] {
  return [
    { at, column: '行ID', text: id },
    { at, column: '送信内容', text: hash },
    { at, column: '版', text: String(version) },
    { at, column: '状況', text: status },
    { at, column: '理由・お願い', text: '' },
    { at, column: '相手の値', text: '' },
  ];
}

type Hashed = TabRow & { readonly hash: string };

/** Copying a row copies its id. The row that is still as it was sent keeps it, else the upper one; the other is a new row. */
function ownersOf(rows: readonly Hashed[]): ReadonlyMap<string, number> {
  const known = rows.filter(({ cells }) => (cells['行ID'] ?? '') !== '').reverse();
  const unchanged = known.filter(({ cells, hash }) => cells['送信内容'] === hash);
  // Of two entries for one id, a Map keeps the later.
  return new Map([...known, ...unchanged].map(({ at, cells }) => [cells['行ID'] ?? '', at]));
}

/** As it is remembered beside a row that was sent. */
export function hashOf(tab: Tab, cells: Cells): string {
  return contentHash(JSON.stringify(typedInOrder(tab, cells)));
}

export function typedIn(tab: Tab, cells: Cells): Cells {
  return Object.fromEntries(typedInOrder(tab, cells));
}

/** In the order of the definition: moving a column is not an edit. */
function typedInOrder(tab: Tab, cells: Cells): readonly (readonly [string, string])[] {
  return tabs[tab].flatMap((column) => {
    const text = (cells[column] ?? '').trim();
    return text === '' ? [] : [[column, text] as const];
  });
}
