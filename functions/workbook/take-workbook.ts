import type { Actor, Town } from '../../core/access/model.ts';
import type { Deps } from '../../core/commands/command.ts';
import type { Refused } from '../../core/refusal.ts';
import { ok, refuse, type Result } from '../../core/result.ts';
import { readWorkbook } from './read-workbook.ts';
import type { RowResult } from './row-result.ts';
import { afterwards } from './rows-afterwards.ts';
import { isFilled, rowsInWorkbook } from './rows-in-workbook.ts';
import { rowsOfTown } from './rows-of-town.ts';
import { sendRows } from './send-rows.ts';
import { townWorkbook } from './town-workbook.ts';

export type Taken = {
  readonly results: readonly RowResult[];
  readonly remarks: readonly string[];
  /** Rows of the file that nobody changed. */
  readonly unchanged: number;
  /** The file as it is to be worked on from now: what came of each row stands beside it. */
  readonly file: Uint8Array;
};

/** Takes a filled workbook: rows that differ go the way of every sheet row, and each is answered. Taken again, nothing happens twice. */
export async function takeWorkbook(
  deps: Deps,
  actor: Actor,
  town: Town,
  bytes: Uint8Array,
): Promise<Result<Taken, Refused>> {
  const read = readWorkbook(bytes);
  const brought = read.ok ? rowsInWorkbook(read.value) : read;
  if (!brought.ok) return brought;
  const from = brought.value.town;
  if (from !== undefined && from.id !== town.id)
    return refuse({ code: 'bad-input', field: 'ファイル', problem: ofOther(from.name, town) });

  const sent = await sendRows(deps, actor, town, brought.value);
  if (!sent.ok) return sent;
  const results = sent.value;
  const now = await rowsOfTown(deps, actor, town);
  const all = brought.value.tabs.flatMap(({ tab, rows }) => rows.filter(({ cells }) => isFilled(tab, cells)));
  return ok({
    results,
    remarks: brought.value.remarks,
    unchanged: all.length - results.length,
    file: townWorkbook(town, afterwards(now, brought.value, results)),
  });
}

const ofOther = (theirs: string, own: Town) =>
  `これは${theirs}のファイルです。ここは${own.name}の画面です。${own.name}のファイルを選んでください。`;
