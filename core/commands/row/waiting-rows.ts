import type { Actor } from '../../access/model.ts';
import { meetingIdSchema } from '../../ids.ts';
import { isHeld } from '../../meeting/recording.ts';
import type { Refused } from '../../refusal.ts';
import { ok, type Result } from '../../result.ts';
import type { Deps } from '../command.ts';
import { save } from '../save.ts';
import type { Among } from './answer-row.ts';
import { meetingIn } from './minutes-rows.ts';
import type { SentRow } from './sent-row.ts';

const COLUMN = '確定する';

/** When all rows of a batch are answered: says beside those whose minutes are still a draft because of another row which one that is. */
export async function tellWaitingRows(
  deps: Deps,
  actor: Actor,
  { town, minutes }: Among,
  sent: readonly SentRow[],
): Promise<Result<unknown, Refused>> {
  for (const { id } of sent) {
    const waiting = minutes.waitingFor(id);
    const row = waiting.length === 0 ? undefined : await deps.store.get('row', town, id);
    if (row === undefined || (await isFinal(deps, { town }, meetingIn(row.cells)))) continue;
    const problems = [...row.problems.filter(({ column }) => column !== COLUMN), ...waiting];
    if (JSON.stringify(problems) === JSON.stringify(row.problems)) continue;
    const told = await save(deps, actor, { command: 'rows', town, id, put: [{ ...row, problems }] });
    if (!told.ok) return told;
  }
  return ok(undefined);
}

async function isFinal({ store }: Deps, { town }: Pick<Among, 'town'>, typed: string | undefined): Promise<boolean> {
  const id = meetingIdSchema.safeParse(typed).data;
  const meeting = id === undefined ? undefined : await store.get('meeting', town, id);
  return meeting !== undefined && isHeld(meeting) && meeting.records.some(({ final }) => final);
}
