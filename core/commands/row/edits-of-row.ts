import * as z from 'zod';
import { type Cells, type Problem, textIn } from '../../sheet/cells.ts';
import type { Tab } from '../../sheet/columns.ts';
import { keyColumns } from '../../sheet/fact-columns.ts';
import { columnOf, columnsOf } from './row-columns.ts';
import type { Said } from './tab-reading.ts';
import { rowVerbs } from './row-verbs.ts';

export type Edits = {
  readonly asked: readonly Said[];
  readonly notes: readonly Problem[];
  /** Nothing is stored of it yet. */ readonly isFirst?: true;
};
type Typed = { readonly columns: readonly string[]; readonly before: Cells; readonly mine: Cells };

/** What a row asks for, down to what was typed since it was taken last: what it repeats may be newer elsewhere. */
export function editsOf(tab: Tab, said: readonly Said[], typed: Typed): Edits {
  const edits = said.map((one) => editOf(tab, one, typed));
  const asked = edits.flatMap(({ asked: each }) => each);
  const done = new Set(asked.flatMap(({ input }) => Object.keys(input).map((field) => columnOf(tab, field))));
  const still = emptied(typed).filter((column) => Object.values(columnsOf(tab)).includes(column) && !done.has(column));
  return { asked, notes: still.map((column) => ({ column, message: staysWords(typed.before[column]) })) };
}

function editOf(tab: Tab, { verb, input }: Said, typed: Typed): { readonly asked: readonly Said[] } {
  const kept = Object.entries(input).filter(([field]) => isAbout(tab, field) || isTyped(tab, field, typed));
  const fields = { ...Object.fromEntries(kept), ...clearing(tab, verb, Object.fromEntries(kept), typed) };
  const changes = Object.keys(fields).some((field) => !isAbout(tab, field));
  return { asked: changes ? [{ verb, input: fields }] : [] };
}

/** 連携必要 says the same as 対応結果「継続」; a reason goes with the end it is of. */
const togetherWith: Readonly<Record<string, string>> = { 対応結果: '連携必要', 終える理由: '状態' };

function isTyped(tab: Tab, field: string, { columns }: Typed): boolean {
  const column = columnOf(tab, field) ?? '';
  return columns.includes(column) || columns.includes(togetherWith[column] ?? '');
}

/** The numbers that say which thing is meant, and where it is. */
function isAbout(tab: Tab, field: string): boolean {
  const column = columnOf(tab, field);
  return column === undefined || keyColumns[tab].includes(column);
}

/** A cell that was emptied empties what it said, where that may be empty. */
function clearing(tab: Tab, verb: Said['verb'], kept: Said['input'], typed: Typed): Said['input'] {
  const gone = emptied(typed);
  const fields = Object.entries(columnsOf(tab)).filter(([, column]) => gone.includes(column));
  const cleared = fields.flatMap(([field]) => {
    const nothing = ['', []].find((empty) => rowVerbs[verb].input.safeParse({ ...kept, [field]: empty }).success);
    return nothing === undefined ? [] : [[field, nothing] as const];
  });
  return z.record(z.string(), z.unknown()).parse(Object.fromEntries(cleared));
}

function emptied({ columns, before, mine }: Typed): readonly string[] {
  return columns.filter((column) => textIn(mine[column]) === undefined && textIn(before[column]) !== undefined);
}

function staysWords(before: string | undefined): string {
  return `空にしても、前の内容「${textIn(before) ?? ''}」は残ります。別の内容に直すか、役所の画面で直してください。`;
}
