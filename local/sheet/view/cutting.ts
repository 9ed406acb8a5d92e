import type { FUniver } from '@univerjs/core/facade';
import { CopyCommand, CutCommand } from '@univerjs/preset-sheets-core';
import { rowsShownIn } from './paste.ts';
import { textsOfLine } from './shown-texts.ts';

type Sheet = ReturnType<ReturnType<FUniver['createWorkbook']>['getActiveSheet']>;
type Range = NonNullable<ReturnType<Sheet['getActiveRange']>>;

/**
 * Says, for cells that are pasted, where they were cut; undefined when they were copied, or come from another program. Univer would clear
 * what was cut by itself, but the paste is ours: without this a row that is cut would stand in two places, under one 行ID.
 */
export function cutsOn(api: FUniver, front: () => Sheet | undefined) {
  let cut: { readonly text: string; readonly sheet: Sheet; readonly range: Range } | undefined;
  api.addEvent(api.Event.CommandExecuted, ({ id }) => {
    const sheet = front();
    const range = sheet?.getActiveRange();
    if (id === CopyCommand.id) cut = undefined;
    if (id !== CutCommand.id || sheet === undefined || range === null || range === undefined) return;
    cut = { sheet, range, text: plain(textsIn(sheet, range)) };
  });
  return (cells: readonly (readonly string[])[]): Range | undefined => {
    const text = plain(cells);
    // Lines may have moved since: other ones stand there then, and are not to be emptied.
    const isThere = cut?.text === text && plain(textsIn(cut.sheet, cut.range)) === text;
    const range = isThere ? cut?.range : undefined;
    cut = undefined;
    return range;
  };
}

function textsIn(sheet: Sheet, range: Range): readonly (readonly string[])[] {
  const from = range.getColumn();
  return rowsShownIn(sheet, range).map((row) => textsOfLine(sheet, row + 1, from + range.getWidth()).slice(from));
}

/** Empty cells at the end of a line may or may not come along. */
function plain(lines: readonly (readonly string[])[]): string {
  return lines.map((line) => line.join('\t').trimEnd()).join('\n');
}
