import * as z from 'zod';
import type { Actor } from '../../access/model.ts';
import { mayEditTown, mayReadAudit } from '../../access/rules.ts';
import { type PersonId, type TownCode, townCodeSchema } from '../../ids.ts';
import type { Push } from '../../push/model.ts';
import { spreadsheetIdIn } from '../../push/spreadsheet-id.ts';
import type { Refused } from '../../refusal.ts';
import { ok, refuse, type Result } from '../../result.ts';
import { overtakenTask } from '../../task/rules.ts';
import type { Instant } from '../../time.ts';
import type { Command, Deps } from '../command.ts';
import { save } from '../save.ts';
import { PUSH_TASKS } from './stop-task.ts';

const input = z.strictObject({
  /** The actor's own when left out. */
  town: townCodeSchema.optional(),
  on: z.boolean(),
  /** The id of the spreadsheet, or its address in the browser; the one that was there before when left out. */
  spreadsheet: z.string().trim().max(500).optional(),
});

/**
 * Switches シートへの自動書き込み of a town on or off, with an audit line. On again, it begins anew: what had stopped it is forgotten, and the
 * whole sheet is looked at. Without it nothing of a town is ever asked of Google.
 */
export const switchPush: Command<typeof input> = {
  input,
  async run(deps, actor, said) {
    const allowed = await townFor(deps, actor, said.town);
    if (!allowed.ok) return allowed;
    const { town, by } = allowed.value;
    const before = await deps.store.get('push', deps.prefecture, town);
    const spreadsheet = await spreadsheetOf(deps, town, said, before);
    if (!spreadsheet.ok) return spreadsheet;
    const at = deps.clock.now();
    const next = switched(deps, { before, town, by, at, on: said.on, spreadsheet: spreadsheet.value });
    const open = (await deps.store.list('task', town, PUSH_TASKS)).filter((task) => task.done === undefined);
    const done = open.map((task) => overtakenTask(task, at, actor.id));
    const command = said.on ? 'push:on' : 'push:off';
    return save(deps, actor, { command, town, id: 'push', put: [next, ...done] });
  },
};

/** The supervisor's to say, of the town or of its host: what つどい knows of cases then stands wherever the sheet is shared. */
async function townFor(deps: Deps, actor: Actor, said: TownCode | undefined) {
  const code = said ?? (actor.kind === 'staff' ? actor.serves : undefined);
  if (code === undefined) return refuse({ code: 'forbidden' } as const);
  const town = await deps.store.get('town', deps.prefecture, code);
  if (town === undefined) return refuse({ code: 'unknown-town', id: code } as const);
  if (!mayEditTown(actor, town)) return refuse({ code: 'forbidden' } as const);
  return mayReadAudit(actor, town) ? ok({ town: code, by: actor.id }) : refuse({ code: 'not-supervisor' } as const);
}

async function spreadsheetOf(
  deps: Deps,
  town: TownCode,
  { on, spreadsheet: typed = '' }: z.output<typeof input>,
  before: Push | undefined,
): Promise<Result<string, Refused>> {
  if (!on || typed === '') return before === undefined ? refuse(unreadable('')) : ok(before.spreadsheet);
  if (deps.sheetsAccount === undefined) return refuse({ code: 'push-unavailable' });
  const id = spreadsheetIdIn(typed);
  if (id === undefined) return refuse(unreadable(typed));
  const others = await deps.store.list('push', deps.prefecture);
  const other = others.find((one) => one.spreadsheet === id && one.id !== town);
  return other === undefined ? ok(id) : refuse({ code: 'spreadsheet-taken', town: other.id });
}

const unreadable = (received: string): Refused => ({ code: 'spreadsheet-unreadable', received });

type Switching = {
  readonly before: Push | undefined;
  readonly town: TownCode;
  readonly by: PersonId;
  readonly at: Instant;
  readonly on: boolean;
  readonly spreadsheet: string;
};

function switched(deps: Deps, { before, town, by, at, on, spreadsheet }: Switching): Push {
  const fresh = { kind: 'push', town: deps.prefecture, id: town, version: before?.version ?? 0 } as const;
  return {
    ...(before?.spreadsheet === spreadsheet ? keptOf(before) : {}),
    ...{ ...fresh, spreadsheet, on, by },
    ...(on ? { news: at } : {}),
  };
}

/** What is still true of the same sheet: when it was written, and that somebody is at it. */
function keptOf({ wroteAt, taken }: Push): Partial<Push> {
  return { ...(wroteAt === undefined ? {} : { wroteAt }), ...(taken === undefined ? {} : { taken }) };
}
