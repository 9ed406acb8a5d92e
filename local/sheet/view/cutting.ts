import type { FUniver } from '@univerjs/core/facade';
import { CopyCommand, CutCommand } from '@univerjs/preset-sheets-core';
import { textsOfLine } from './shown-texts.ts';

type Sheet = ReturnType<ReturnType<FUniver['createWorkbook']>['getActiveSheet']>;
type Range = NonNullable<ReturnType<Sheet['getActiveRange']>>;

/**
 * Says, for cells that are pasted, where they were cut; undefined when they were copied, or come from another program. Univer would clear
 * what was cut by itself, but the paste is ours: without this a row that is cut would stand in two places, under one 行ID.
 */
export function cutsOn(api: FUniver, front: () => Sheet | undefined) {
  let cut: { readonly text: string; readonly range: Range } | undefined;
  api.addEvent(api.Event.CommandExecuted, ({ id }) => {
    const sheet = front();
    const range = sheet?.getActiveRange();
    if (id === CopyCommand.id) cut = undefined;
    if (id !== CutCommand.id || sheet === undefined || range === null || range === undefined) return;
    cut = { range, text: plain(textsIn(sheet, range)) };
  });
  return (cells: readonly (readonly string[])[]): Range | undefined => {
    const range = cut?.text === plain(cells) ? cut.range : undefined;
    cut = undefined;
    return range;
  };
}

function textsIn(sheet: Sheet, range: Range): readonly (readonly string[])[] {
  const from = range.getColumn();
  const rows = Array.from({ length: range.getHeight() }, (_, down) => range.getRow() + down + 1);
  return rows.map((row) => textsOfLine(sheet, row, from + range.getWidth()).slice(from));
}

/** Empty cells at the end of a line may or may not come along. */
function plain(lines: readonly (readonly string[])[]): string {
  return lines.map((line) => line.join('\t').trimEnd()).join('\n');
}
